# De woorden van het commando 'landvast'.

cli-about = Schrijf je plan, en maak er een kaart van.
cli-about-long = Landvast bewaart je plan versleuteld op dit apparaat. Er is geen account en geen netwerk. Van je plan maak je een kaart voor in je portemonnee.
cli-after-help = Begin met: landvast init

## Opties die overal werken

cli-option-vault = Map waarin je plan ligt
cli-option-vault-usual = Zonder --vault ligt je plan in { $folder }
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
cli-write-session = Zonder veld stellen wij vraag na vraag, en typ je je wachtzin maar één keer.
cli-write-long = Bij regels of rijen geef je er zo veel als je wilt. Zonder antwoord vragen wij erom.
cli-write-card-text = Kortere tekst voor de kaart
cli-write-row = Zet één rij erbij: kolom=waarde; kolom=waarde. Kolommen: landvast fields f.meds
cli-write-person = Bij wie dit antwoord hoort, met naam of nummer
cli-write-lang = Taal van dit antwoord, als het een andere is: ar, en, tr
cli-write-clear = Maak dit antwoord leeg
cli-read-about = Lees je plan, een onderdeel of één antwoord
cli-person-about = Je mensen: toevoegen, wijzigen, tonen, weghalen
cli-person-add-about = Voeg iemand toe
cli-person-edit-about = Wijzig wat er over iemand staat
cli-person-list-about = Toon je mensen in belvolgorde
cli-person-remove-about = Haal iemand weg
cli-undo-about = Draai de laatste wijziging terug
cli-redo-about = Zet terug wat je net terugdraaide
cli-history-about = Toon eerdere versies van een antwoord
cli-check-about = Toon wat je plan of kaart beter maakt
cli-import-about = Lees antwoorden uit een bestand
cli-export-about = Schrijf je hele plan in een bestand, niet versleuteld
cli-schema-about = Toon hoe een bestand om in te lezen eruitziet
cli-card-about = Maak je kaart
cli-card-layout = Vorm: fold (vouwkaart), mini (kaartje) of screen (scherm)
cli-card-second-language = Tweede taal op de voorkant
cli-sheet-about = Maak een blad voor één naaste
cli-sheet-long = Op het blad staat wat deze persoon mag weten en kan doen. Ook midden in de nacht te lezen.
cli-sheet-for = Voor wie het blad is, met naam of nummer
cli-plan-about = Maak je hele plan op papier
cli-plan-long = Het plan is voor jou, of voor één hulpverlener die erin staat.
cli-wishes-about = Maak een blad met je wensen over zorg
cli-wishes-long = Neem het mee naar een gesprek over je zorg.
cli-agreements-about = Maak een blad met wie wat wanneer doet
cli-agreements-long = Iedereen tekent alleen voor de eigen afspraak.
cli-paper-language = Taal van de vaste woorden op papier
cli-paper-for = Voor wie het is, met naam of nummer; anders voor jou
cli-paper-with = Zet dit veld er ook op; mag vaker
cli-paper-with-long = Wat alleen jij ziet, komt er nooit vanzelf op. Zet het er veld voor veld bij met --with.
cli-blank-about = Maak een leeg formulier om met de hand in te vullen
cli-blank-long = Zonder --what wordt het de kaart: één vel dat je vandaag al kunt gebruiken.
cli-blank-what = Wat: card, mini, sheet, plan, wishes of agreements
cli-copies-about = Houd bij wie welk papier heeft
cli-copies-long = Zonder iets erachter zie je wie wat heeft. Zo kun je een oude versie terugvragen.
cli-copies-add-about = Schrijf op dat je iets hebt gegeven
cli-copies-add-long = Het gaat om de nieuwste versie van dat papier.
cli-copies-for = Wie het kreeg, met naam of nummer
cli-copies-what = Wat: card, sheet, plan, wishes of agreements
cli-copies-form = Hoe: paper (papier) of digital (digitaal)
cli-copies-back-about = Schrijf op dat iemand iets teruggaf
cli-copies-back-what = Alleen dit papier; anders alles
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
cli-arg-paper-out = Bestand, eindigend op .pdf of .png
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
cli-recovery-in-file = De herstelcode staat in { $file }. Print hem, en haal het bestand dan weg.
cli-old-copies-open = Een oude kopie van je plan opent nog met je oude wachtzin.

## Klaar

cli-done-init = Je plan is gemaakt in { $folder }.
cli-done-init-next = Begin met één zin: landvast write c.first
cli-done-written = Bewaard: { $field }
cli-done-copy = Opgeschreven. { $copy }
cli-done-cleared = Leeggemaakt: { $field }
cli-done-person-added = Toegevoegd: { $name }
cli-done-person-edited = Bewaard: { $name }
cli-done-person-removed = Weggehaald: { $name }
cli-done-undo = De laatste wijziging is teruggedraaid:
cli-done-undo-next = Toch niet? Zet het terug voordat je iets anders schrijft: landvast redo
cli-done-redo = Je wijziging staat er weer:
cli-done-import = { $count ->
    [one] 1 antwoord overgenomen.
   *[other] { $count } antwoorden overgenomen.
}
cli-done-import-people = { $count ->
    [one] 1 persoon overgenomen.
   *[other] { $count } mensen overgenomen.
}
cli-done-export = Je plan staat in { $file }. Let op: iedereen kan dit bestand lezen.
cli-done-replaced = De oude regels zijn vervangen. Terughalen kan met: landvast undo
cli-done-paper = Je { $paper } staat in { $file }.
cli-done-paper-pages = Je { $paper } staat in { $count } bestanden, van { $first } tot { $last }.
cli-done-paper-stamp = Versie { $version }, controlecode { $code }.
cli-done-paper-print = Print op 100 %, en meet de lijn na.
cli-done-paper-screen = Zet de foto op je vergrendelscherm als je dat wilt. Iedereen kan hem dan lezen.
cli-done-paper-give = Lees het samen door. Gegeven? Schrijf het op: landvast copies add --help
cli-done-paper-read = Lees het na voor je het geeft. Gegeven? Schrijf het op: landvast copies add --help
cli-done-paper-sign = Teken met pen. Iedereen tekent alleen voor de eigen afspraak.
cli-blank-form = lege formulier
cli-done-blank = Print het op 100 %, en schrijf met pen. Later kun je het overtypen met: landvast write
cli-done-passphrase = Je hebt een nieuwe wachtzin.
cli-done-recover = Je plan is weer open. Je herstelcode blijft dezelfde.

## Bezig

cli-busy-opening = Plan openen
cli-busy-creating = Plan maken
cli-busy-card = Kaart maken
cli-busy-paper = Papier maken
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
cli-info-papers = { $count ->
    [one] Nog 1 ander papier gemaakt
   *[other] Nog { $count } andere papieren gemaakt
}
cli-info-old-vault = Dit lijkt een oudere kopie van je plan. Wat later is geschreven, ontbreekt hier.
cli-info-old-header = Het slot van je plan is van vóór een wijziging van je wachtzin of herstelcode. Misschien zette iemand het terug. Een oude wachtzin kan je plan dan weer openen. Maak alles opnieuw op slot: landvast renew
cli-info-old-since = Sinds { $date } ga je verder met een oudere kopie van je plan. Wat er in de nieuwere stond, ontbreekt hier. Weet je dit al? Zeg het ons met: landvast info --known
cli-info-old-known = Goed. Dat dit een oudere kopie is, zeggen wij niet meer.
cli-info-known = Je weet dat dit een oudere kopie is: zeg het niet meer
cli-info-mended = Wij hebben een klein foutje in de opslag hersteld. Er is niets kwijt.
cli-info-not-mended = Het slot van je plan is twee keer bewaard. Een van de twee is beschadigd. Herstellen lukte nu niet. Alles is er nog. Kijk of er ruimte vrij is, en maak voor de zekerheid een back-up: landvast backup

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
cli-name-row = RIJ
cli-name-shell = SHELL
cli-name-command = COMMANDO
cli-name-layout = VORM
cli-name-paper = WAT
cli-name-form = HOE
cli-name-tag = TAAL
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
cli-person-add-long = Elke optie krijgt wat het veld vraagt. Een rij is kolom=waarde; kolom=waarde, of JSON.
cli-person-edit-long = Een optie met "" maakt dat antwoord leeg.
cli-person-remove-yes = Vraag het niet eerst
cli-check-all = Toon alle tips
cli-export-replace = Vervang het bestand als het er al is
cli-export-long = Wie het bestand heeft, kan het lezen. Bewaar het veilig, of gooi het na gebruik weg.
cli-import-long = Alles wordt overgenomen, of niets. Bekijk de vorm met: landvast schema
cli-init-long = Je kiest een wachtzin en krijgt een herstelcode. Je plan wordt pas gemaakt als je de laatste groep van die code hebt getypt.
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
cli-undo-many = { $count ->
    [one] Je draait 1 ding terug:
   *[other] Je draait { $count } dingen terug:
}
cli-undo-before = Vergeten en vernieuwen draai je hiermee niet terug. Wel je wijziging van { $date }. Dan gebeurt dit:
cli-confirm-undo = Doorgaan? Je kunt het daarna weer terugzetten.
cli-undo-yes = Vraag niets, ook als er veel wordt teruggedraaid
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

## Wat je kunt kiezen, in gewone woorden

cli-choose-fold = vouwkaart
cli-choose-mini = kaartje
cli-choose-screen = scherm
cli-choose-card = kaart
cli-choose-sheet = blad
cli-choose-plan = plan
cli-choose-wishes = wensen
cli-choose-agreements = afspraken
cli-choose-paper = papier
cli-choose-digital = digitaal

## Wie welk papier heeft

cli-copies-empty = Je hebt nog niet opgeschreven wie een papier van je heeft.
cli-copies-older = Er is een nieuwere versie. Vraag deze terug, of geef de nieuwe.

## Vraag na vraag

cli-enough = genoeg voor vandaag
# Wie een van deze typt, stopt; gescheiden met " | ".
cli-enough-said = genoeg voor vandaag | genoeg | stop | klaar
cli-session-hello = Wij vragen rustig één ding tegelijk. Wat je al schreef, vragen wij niet nog eens.
cli-session-how = Enter zonder antwoord slaat over. Genoeg? Typ: stop. Alles wat je schreef, blijft staan.
cli-session-now = Nu hierover verder?
cli-session-care = De volgende vraag kan zwaar zijn. Je hoeft hem niet te beantwoorden.
cli-session-who = Wie wil je bij je plan? Typ een naam (leeg is verder)
cli-session-about = Nu iets over { $name } opschrijven?
cli-session-saved = Bewaard.
cli-session-card = Je kunt nu al een eerste kaart maken: landvast card kaart.pdf
cli-session-stored = { $count ->
    [0] Er is niets nieuws bewaard.
    [one] 1 antwoord is bewaard.
   *[other] { $count } antwoorden zijn bewaard.
}
cli-session-next = Verder kan altijd: landvast write
cli-prompt-hint-session = Enter is klaar, leeg is overslaan. Stoppen: stop, genoeg of klaar

## De stappen van een gesprek

session-step-0 = Kennismaken
session-step-1 = Als het goed gaat
session-step-2 = Terugkijken op een vorige keer
session-step-3 = Signalen en hoe het opbouwt
session-step-4 = Zo help je mij
session-step-5 = Mijn mensen
session-step-6 = Zorg en medicijnen
session-step-7 = Thuis en praktisch
session-step-8 = Regels van mijn plan
session-step-9 = Vragen en afstemmen
session-step-10 = Kiezen wat op de kaart komt
session-step-11 = Tekenen en delen
session-step-12 = Nakijken
session-step-rest = Wat er nog over is
session-step-well = Mijn Goed-plan

## Een leven lang bewaren

cli-backup-about = Zet je hele plan in één bestand dat met zes woorden opent
cli-backup-long = Je krijgt er zes woorden bij. De back-up wordt pas gemaakt als je de laatste twee hebt getypt.
cli-backup-opens = Het bestand opent ook zonder Landvast: age -d back-up.age
cli-arg-backup-out = Nieuw bestand, zoals back-up.age
cli-words-file-write = Zet de zes woorden in dit bestand
cli-restore-about = Haal je plan terug uit een back-up
cli-restore-long = Is hier nog geen plan, dan wordt het een nieuw plan. Je kiest een wachtzin en krijgt een herstelcode.
cli-restore-into = Is er al een plan, dan zie je eerst wat er verandert. landvast undo draait het terug.
cli-arg-backup-in = Het bestand met de back-up
cli-words-file-read = Bestand met de zes woorden op één regel
cli-restore-merge = Voeg de twee samen; wat het nieuwst is, blijft
cli-restore-replace = Je plan wordt wat de back-up is
cli-restore-yes = Vraag niets, ook als je plan wordt vervangen
cli-confirm-replace = Je plan vervangen door deze back-up? Je kunt het daarna terugdraaien.
cli-salvage-about = Haal terug wat een beschadigd plan nog bevat
cli-salvage-long = Wat zeker is, komt vanzelf terug. Over elk los stukje vragen wij wat je wilt. Wat je laat liggen, wacht: doe dit later nog eens.
cli-salvage-code = Open het met de herstelcode
cli-salvage-take = Neem elk los stukje terug, alleen voor jou
cli-salvage-leave = Laat elk los stukje liggen voor een andere dag
cli-salvage-forget = Haal voorgoed weg wat eerder opzij is gezet
cli-recovery-about = Krijg een nieuwe herstelcode
cli-recovery-long = Je oude code werkt niet meer zodra je de nieuwe hebt teruggegeven.
cli-recovery-new = Maak een nieuwe code
cli-renew-about = Doe alles opnieuw op slot, omdat iemand een geheim zag
cli-renew-long = Je kiest een nieuwe wachtzin en krijgt een nieuwe herstelcode. Alles krijgt een nieuwe sleutel.
cli-forget-about = Laat eerdere versies van een antwoord voorgoed gaan
cli-forget-long = Wat er nu staat, blijft. Alles krijgt een nieuwe sleutel, dus je krijgt een nieuwe herstelcode.
cli-erase-about = Wis je plan voorgoed
cli-erase-long = Je typt eerst een zin over. Daarna kan niemand het hier nog terughalen.
cli-prompt-words = De zes woorden van deze back-up
cli-prompt-last-words = Typ de laatste twee woorden
cli-words-heading = Dit zijn de zes woorden van deze back-up
cli-words-explained = Schrijf ze over op papier. Bewaar dat papier apart van het bestand. Zonder deze woorden opent niemand het.
cli-words-only-now = Wij tonen de woorden maar één keer.
cli-words-in-file = De zes woorden staan in { $file }. Print ze, en haal het bestand dan weg.
cli-done-backup = Je back-up staat in { $file }.
cli-done-backup-apart = Bewaar hem ergens anders: op een stick, of bij iemand die je vertrouwt.
cli-done-backup-not-noted = Je back-up is heel. Alleen de datum ervan konden wij niet in je plan schrijven.
cli-busy-backup = Back-up maken
cli-busy-restoring = Back-up openen
cli-busy-salvage = Kijken wat er nog is
cli-restore-about-it = Deze back-up is gemaakt op { $date }. Er zitten { $answers ->
    [one] 1 antwoord
   *[other] { $answers } antwoorden
} en { $people ->
    [one] 1 persoon
   *[other] { $people } mensen
} in.
cli-restore-older = Het is een eerdere versie van dit zelfde plan.
cli-restore-if-merged = Als je ze samenvoegt:
cli-restore-if-replaced = Als je je plan vervangt:
cli-restore-section = { $section }: { $added } nieuw, { $changed } anders, { $removed } weg
cli-restore-people = Mensen: { $added } nieuw, { $removed } weg
cli-restore-settings = { $count ->
    [one] 1 instelling verandert, zoals de taal of de volgorde van mensen
   *[other] { $count } instellingen veranderen, zoals de taal of de volgorde van mensen
}
cli-restore-same = Geen van je antwoorden verandert.
cli-restore-left-out = { $count ->
    [one] 1 antwoord uit de back-up komt niet mee, want je haalde het later zelf weg.
   *[other] { $count } antwoorden uit de back-up komen niet mee, want je haalde ze later zelf weg.
} Wil je alles van toen terug? Vervang je plan dan (--replace).
cli-prompt-restore = Wat wil je?
cli-choose-nothing = laat het zoals het is
cli-choose-merge = voeg ze samen
cli-choose-replace = vervang mijn plan
cli-done-restore = Je back-up is teruggezet.
cli-done-restore-undo = Terugdraaien kan met: landvast undo
cli-salvage-whole = Al je antwoorden zijn terug zoals ze het laatst waren. Lees ze nog eens na: landvast read
cli-salvage-nothing = Er kwam geen enkel antwoord terug.
cli-salvage-up-to = Je plan is terug zoals het was op { $date }.
cli-salvage-some = Een deel van je plan is terug. Wij weten niet van welke dag.
cli-salvage-missing = { $count ->
    [0] Van wat je daarna schreef, vonden wij alleen losse stukjes.
    [one] 1 latere wijziging is niet te vinden.
   *[other] { $count } latere wijzigingen zijn niet te vinden.
}
cli-salvage-no-history = Alleen eerdere versies van je antwoorden zijn kwijt.
cli-salvage-pieces = Wij vonden ook losse stukjes. Wat je terugneemt, is eerst alleen voor jou.
cli-salvage-section = { $section }: { $count ->
    [one] 1 stukje
   *[other] { $count } stukjes
}
cli-salvage-taken = { $count ->
    [one] 1 stukje is teruggenomen.
   *[other] { $count } stukjes zijn teruggenomen.
}
cli-salvage-left = { $count ->
    [one] Er wacht 1 stukje op je. Zie het nog eens met: landvast salvage
   *[other] Er wachten { $count } stukjes op je. Zie ze nog eens met: landvast salvage
}
cli-salvage-aside = Wat beschadigd was, ligt opzij. Weghalen kan met: landvast salvage --forget
cli-prompt-piece = Dit terugnemen?
cli-choose-take = neem het terug
cli-choose-leave = laat het liggen voor een andere dag
cli-choose-drop = nee, en vraag het niet meer
cli-choose-take-rest = neem dit en al het andere terug
cli-choose-leave-rest = laat dit en al het andere liggen voor een andere dag
cli-confirm-forget-damaged = Voorgoed weghalen wat opzij is gezet?
cli-done-forget-damaged = Hier ligt niets beschadigds meer.
cli-done-recovery = Je hebt een nieuwe herstelcode. De oude werkt niet meer.
cli-old-copies-open-code = Een oude kopie van je plan opent nog met je oude code.
cli-done-renew = Alles zit opnieuw op slot. Alleen je nieuwe wachtzin en je nieuwe code openen het.
cli-confirm-forget = Alle eerdere versies van dit antwoord voorgoed laten gaan?
cli-done-forget = De eerdere versies zijn hier weg. Vanaf nu geldt je nieuwe herstelcode.
cli-erase-explained = Dit wist je plan hier voorgoed. Niemand kan het terughalen, wij ook niet.
cli-erase-sentence = wis mijn plan voorgoed
cli-prompt-erase = Typ om te wissen: ‘{ $sentence }’
cli-done-erase = Je plan is hier gewist.
cli-elsewhere = Hierin kan nog staan wat je eerder schreef:
cli-elsewhere-backup = je back-up van { $date }
cli-elsewhere-damaged = beschadigde delen die opzij liggen: landvast salvage --forget
cli-elsewhere-papers = papieren, plaatjes en bestanden die je zelf maakte, ook die van export
cli-elsewhere-folders = kopieën van de map van je plan, door jou of je apparaat gemaakt
cli-info-backup = Laatste back-up: { $date }
cli-info-no-backup = Er is nog geen back-up. Maak er een met: landvast backup back-up.age
cli-info-damaged = Beschadigde delen opzij: { $count } kB
cli-info-swap = Dit apparaat kan geheugen even op de schijf zetten. Een versleutelde schijf helpt.

## Waar een wijziging over ging

change-person = persoon
change-order = volgorde om mensen te bellen
change-language = taal van je plan
change-state = stand van je plan
cli-change-added = nieuw: { $what }
cli-change-changed = anders: { $what }
cli-change-removed = weg: { $what }
cli-undo-added = weer terug: { $what }
cli-undo-changed = zoals het was: { $what }
cli-undo-removed = staat er niet meer: { $what }
cli-redo-changed = weer gewijzigd: { $what }
cli-change-more = { $count ->
    [one] en nog 1
   *[other] en nog { $count }
}
cli-import-replaces = { $count ->
    [one] Dit bestand komt in de plaats van 1 ding in je plan:
   *[other] Dit bestand komt in de plaats van { $count } dingen in je plan:
}
cli-confirm-import = Doorgaan? Je kunt het daarna terugdraaien.
cli-import-yes = Vraag niets als er iets vervangen wordt
cli-done-import-replaced = { $count ->
    [one] 1 ding is veranderd of weggehaald. Draai alles terug: landvast undo
   *[other] { $count } dingen zijn veranderd of weggehaald. Draai alles terug: landvast undo
}
cli-confirm-same-name = Er staat al iemand met de naam { $name } in je lijst. Nog iemand toevoegen?
cli-person-add-yes = Vraag niets, ook als de naam al in de lijst staat
