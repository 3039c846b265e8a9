# De woorden van het commando 'landvast'.

cli-about = Schrijf je plan, en maak er een kaart van.
cli-about-long = Landvast bewaart je plan versleuteld op dit apparaat. Er is geen account en geen netwerk. Van je plan maak je een kaart voor in je portemonnee.
cli-after-help = Begin met: landvast init

## Opties die overal werken

cli-option-vault = Map waarin je plan ligt
cli-option-passphrase-file = Wachtzin uit dit bestand (-: invoer)
cli-option-json = Antwoord als JSON, voor programma's
cli-option-help = Toon deze hulp
cli-option-version = Toon de versie

## Commando's

cli-init-about = Begin een nieuw plan
cli-init-language = Taal van je plan: nl of en
cli-recovery-file-write = Zet de herstelcode in dit bestand
cli-fields-about = Toon alle vragen, met hun naam en soort
cli-write-about = Schrijf een antwoord
cli-write-long = Bij regels of rijen geef je er zo veel als je wilt. Zonder waarde wordt er gevraagd.
cli-write-card-text = Kortere tekst voor de kaart
cli-write-row = Zet één rij erbij, als JSON. Kolommen: landvast fields f.meds
cli-write-person = Bij wie dit antwoord hoort, met naam of nummer
cli-write-clear = Maak dit antwoord leeg
cli-read-about = Lees je plan, een onderdeel of één antwoord
cli-person-about = Je mensen: toevoegen, wijzigen, tonen, weghalen
cli-person-add-about = Voeg iemand toe
cli-person-edit-about = Wijzig wat er over iemand staat
cli-person-list-about = Toon je mensen in belvolgorde
cli-person-remove-about = Haal iemand weg
cli-undo-about = Draai de laatste wijziging terug
cli-history-about = Toon eerdere versies van een antwoord
cli-check-about = Toon wat je plan of kaart beter maakt
cli-import-about = Lees antwoorden uit een bestand
cli-export-about = Schrijf je hele plan in een bestand, niet versleuteld
cli-schema-about = Toon hoe een bestand om in te lezen eruitziet
cli-card-about = Maak je kaart als PDF of PNG
cli-card-language = Taal van de vaste woorden op de kaart
cli-card-second-language = Tweede taal op de voorkant
cli-passphrase-about = Kies een nieuwe wachtzin
cli-new-passphrase-file = Bestand met de nieuwe wachtzin op één regel
cli-recover-about = Open je plan met de herstelcode, en kies een nieuwe wachtzin
cli-recovery-file-read = Bestand waarin de herstelcode staat
cli-info-about = Toon waar je plan ligt, en hoe het ermee staat
cli-completions-about = Maak aanvullingen voor je shell
cli-man-about = Maak de handleiding
cli-help-about = Toon deze hulp, of die van een commando

## Wat je erachter zet

cli-arg-field = Naam van het veld, zoals c.first
cli-arg-field-or-section = Naam van een veld of een onderdeel, zoals c.first of c
cli-arg-value = Je antwoord; elk deel is een regel bij velden met regels
cli-arg-person = Naam of nummer van iemand uit je lijst
cli-arg-person-name = Naam
cli-arg-file-in = Bestand om te lezen; - leest de invoer
cli-arg-file-out = Bestand om te schrijven; - schrijft naar het scherm
cli-arg-card-out = Bestand voor de kaart, eindigend op .pdf of .png
cli-arg-shell = Je shell

## Vragen

cli-prompt-passphrase = Wachtzin
cli-prompt-new-passphrase = Kies een wachtzin
cli-prompt-passphrase-again = Nog een keer
cli-prompt-passphrase-hint = Neem een paar woorden die alleen jij bij elkaar bedenkt.
cli-prompt-recovery-code = Herstelcode
cli-prompt-last-group = Typ de laatste groep van je code
cli-prompt-value = Je antwoord
cli-prompt-line = Regel { $number } (leeg is klaar)
cli-confirm-remove-person = { $name } weghalen, met alles wat erover is geschreven?

## De herstelcode

cli-recovery-heading = Dit is je herstelcode
cli-recovery-explained = Schrijf hem over op papier. Bewaar hem apart van je telefoon. Hij opent je plan als je je wachtzin kwijt bent.
cli-recovery-only-now = Wij tonen de code maar één keer.
cli-recovery-in-file = De herstelcode staat in { $file }. Druk hem af, en haal het bestand dan weg.
cli-old-copies-open = Een oude kopie van je plan opent nog met je oude wachtzin.

## Klaar

cli-done-init = Je plan is gemaakt in { $folder }.
cli-done-init-next = Begin met één zin: landvast write c.first
cli-done-written = Bewaard: { $field }
cli-done-cleared = Leeggemaakt: { $field }
cli-done-person-added = Toegevoegd: { $name }
cli-done-person-edited = Bewaard: { $name }
cli-done-person-removed = Weggehaald: { $name }
cli-done-undo = De laatste wijziging is teruggedraaid.
cli-done-import = { $count ->
    [one] 1 antwoord overgenomen.
   *[other] { $count } antwoorden overgenomen.
}
cli-done-import-people = { $count ->
    [one] 1 persoon overgenomen.
   *[other] { $count } mensen overgenomen.
}
cli-done-export = Je plan staat in { $file }. Let op: iedereen kan dit bestand lezen.
cli-done-card = Je kaart staat in { $file }.
cli-done-card-stamp = Versie { $version }, controlecode { $code }.
cli-done-card-print = Print op 100 %, en meet de lijn na.
cli-done-passphrase = Je hebt een nieuwe wachtzin.
cli-done-recover = Je plan is weer open. Je herstelcode blijft dezelfde.

## Bezig

cli-busy-opening = Plan openen
cli-busy-creating = Plan maken
cli-busy-card = Kaart maken
cli-busy-importing = Inlezen
cli-busy-keys = Sleutel berekenen

## Overzichten

cli-head-kind = Soort
cli-head-question = Vraag
cli-head-choices = Keuzes
cli-head-columns = Kolommen
cli-head-who-sees = Wie leest dit
cli-nothing-written = Hier staat nog niets. Schrijf met: landvast write { $field }
cli-plan-empty = Je plan is nog leeg. Begin met: landvast write c.first
cli-people-empty = Er staat nog niemand in je lijst.
cli-history-empty = Er zijn geen eerdere versies.
cli-history-cleared = leeggemaakt
cli-card-text-is = Op de kaart: { $text }
cli-info-folder = Map: { $folder }
cli-info-answers = { $count ->
    [one] 1 antwoord
   *[other] { $count } antwoorden
}
cli-info-people = { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
}
cli-info-actions = { $count ->
    [one] 1 wijziging bewaard
   *[other] { $count } wijzigingen bewaard
}
cli-info-language = Taal: { $language }
cli-info-state = Je plan { $state }.
cli-info-card = Laatste kaart: versie { $version }, { $date }
cli-info-no-card = Er is nog geen kaart gemaakt.
cli-info-old-vault = Dit lijkt een oudere kopie van je plan. Wat later is geschreven, ontbreekt hier.
cli-info-mended = Wij hebben een klein foutje in de opslag hersteld. Er is niets kwijt.

## Hoe de hulp is opgebouwd

cli-usage = Gebruik
cli-usage-options = opties
cli-heading-commands = Commando's
cli-heading-arguments = Wat je erachter zet
cli-heading-options = Opties
cli-heading-everywhere = Opties die overal werken
cli-heading-examples = Bijvoorbeeld
cli-heading-exits = Hoe het commando eindigt (exitcode)
cli-name-field = VELD
cli-name-section = ONDERDEEL
cli-name-value = ANTWOORD
cli-name-text = TEKST
cli-name-who = WIE
cli-name-name = NAAM
cli-name-file = BESTAND
cli-name-folder = MAP
cli-name-language = nl|en
cli-name-json = JSON
cli-name-shell = SHELL
cli-name-command = COMMANDO
cli-exit-done = Het is gelukt
cli-exit-internal = Een fout in Landvast zelf
cli-exit-usage = Het commando is niet begrepen
cli-exit-wrong-secret = Verkeerde wachtzin of code
cli-exit-wait = Even wachten voor de volgende poging
cli-exit-not-found = Dit plan, deze persoon, dit antwoord of bestand is er niet
cli-exit-in-use = Het plan is ergens anders open
cli-exit-damaged = Een deel van het opgeslagen plan is beschadigd
cli-exit-newer-format = Gemaakt met een nieuwere versie
cli-exit-storage-full = De opslag is vol
cli-exit-invalid = Wat je gaf, past niet
cli-exit-already-there = Het is er al
cli-exit-refused = Lezen of schrijven is geweigerd
cli-exit-interrupted = Je bent gestopt
cli-man-name = NAAM
cli-man-synopsis = GEBRUIK
cli-man-description = BESCHRIJVING

## Meer opties

cli-option-words = Taal van de woorden: nl of en
cli-help-long = Meer over een commando: landvast help write
cli-help-quick = Landvast vraagt je wachtzin en laat hem nooit zien.
cli-arg-command = Het commando waar je meer over wilt weten
cli-write-input = Een losse - leest je antwoord uit de invoer. Zet -- voor een antwoord dat met een streepje begint.
cli-write-asked = Met alleen --audience of --card-text blijft je antwoord zoals het is.
cli-write-audience = Wie dit mag lezen: me, next-of-kin, professionals, anyone, of een naam. default neemt je keuze terug.
cli-read-person = Lees wat er over deze persoon staat
cli-history-person = Bij wie dit antwoord hoort
cli-person-add-long = Elke optie krijgt wat het veld vraagt. Rijen zijn JSON.
cli-person-edit-long = Een optie met "" maakt dat antwoord leeg.
cli-person-remove-yes = Vraag het niet eerst
cli-check-all = Toon alle tips
cli-export-replace = Vervang het bestand als het er al is
cli-export-long = Wie het bestand heeft, kan het lezen. Bewaar het veilig, of gooi het na gebruik weg.
cli-import-long = Alles wordt overgenomen, of niets. Bekijk de vorm met: landvast schema
cli-init-long = Je kiest een wachtzin en krijgt een herstelcode. Er wordt niets gemaakt voor je de laatste groep van die code teruggeeft.
cli-card-long = Een kaart kan altijd, met wat er al is. Print hem op 100 %.
cli-fields-of = Alleen dit veld of onderdeel

## Meer vragen

cli-prompt-hint-secret = Wat je typt, blijft verborgen.
cli-prompt-hint-choose = Pijltjes om te kiezen, Enter is klaar, Esc is stoppen
cli-prompt-hint-several = Spatie om aan te vinken, Enter is klaar, Esc is stoppen
cli-prompt-hint-line = Enter is klaar, Esc is stoppen
cli-prompt-skip = overslaan
cli-prompt-agreed = Wat was het antwoord?
cli-prompt-agreed-on = Op welke dag?
cli-prompt-another-row = Nog een rij erbij?
cli-prompt-yes-no = { $question } ({ $yes }/{ $no })
cli-answer-now = Je schreef: { $text }
cli-unchanged = Er is niets veranderd.
cli-try-again = Probeer het nog eens.

## Meer klaar

cli-done-init-code = Je herstelcode opent het als je je wachtzin kwijt bent.
cli-done-import-next = Bekijk wat beter kan: landvast check
cli-done-undo-count = { $count ->
    [one] 1 ding is weer zoals het was.
   *[other] { $count } dingen zijn weer zoals ze waren.
}
cli-check-fine = Er valt niets op. Je kaart kan gemaakt worden.
cli-check-matters = Dit doet ertoe op je kaart
cli-check-paper = Dit komt anders op papier
cli-check-hints = Dit kan je verder helpen
cli-check-more = { $count ->
    [one] Nog 1 tip: landvast check --all
   *[other] Nog { $count } tips: landvast check --all
}
cli-read-not-yet = Nog niet geschreven: { $fields }
cli-read-who = Wie leest dit: { $who }
cli-info-size = Grootte: { $count } kB
cli-info-format = Vorm: { $count }
cli-info-snapshot = De reservekopie van je plan was beschadigd. Je plan zelf is heel.
cli-head-example = Voorbeeld
