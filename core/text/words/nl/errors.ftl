# Wat er mis kan gaan. Elk bericht heeft drie delen:
#   (eigen tekst) wat er gebeurde · .kept hoe het met je plan staat · .next wat je nu kunt doen

## Fouten

error-wrong-secret = Deze wachtzin of code opent je plan niet.
    .kept = Je plan is er nog, er is niets veranderd.
    .next = Probeer het rustig nog eens. Let op hoofdletters en spaties. Je herstelcode werkt ook.
    .again = Probeer het rustig nog eens. Let op hoofdletters en spaties. Je herstelcode vul je hier niet in. Die werkt met: landvast recover
    .thrice = Deze wachtzin opent je plan niet. Dit was de derde keer.
    .recover = Neem even pauze. Met je herstelcode kun je er ook in: landvast recover
error-wait = { $seconds ->
    [one] Even wachten: nog 1 seconde.
   *[other] Even wachten: nog { $seconds } seconden.
}
    .kept = Je plan is er nog. Er wordt nooit iets gewist omdat je je vergist.
    .next = Probeer het daarna opnieuw. Met je herstelcode hoef je niet te wachten.
error-locked = Je plan zit op slot.
    .kept = Alles wat je schreef, is bewaard.
    .next = Open het met je wachtzin.
error-in-use = Je plan is al ergens anders open.
    .kept = Er is niets veranderd.
    .next = Sluit het daar, en probeer het hier opnieuw.
error-damaged = Een deel van je opgeslagen plan is beschadigd: { $part }.
    .kept = Wij hebben niets gewist. Wat nog te lezen is, blijft staan.
    .next = Gooi niets weg. Maak eerst een kopie van de hele map.
    .salvage = Haal terug wat er nog is: landvast salvage
    .restore = Zet een back-up terug in een andere map: landvast --vault MAP restore BESTAND
error-newer-format = Dit plan is bewaard met een nieuwere versie van Landvast.
    .kept = Er is niets veranderd.
    .next = Werk Landvast bij, en open je plan opnieuw.
error-storage-full = De opslag is vol. Misschien is je laatste wijziging niet bewaard.
    .kept = Alles wat daarvoor bewaard was, is er nog.
    .before = De opslag is vol. Daarom is er nu niets bewaard of gemaakt.
    .again = Maak ten minste { $room } MB vrij, en probeer het dan opnieuw.
    .next = Maak ten minste { $room } MB vrij. Open je plan dan opnieuw, en kijk of je laatste wijziging er staat.
error-not-found = Hier is geen plan.
    .kept = Er is niets veranderd.
    .next = Kijk of je op de goede plek zoekt, of begin een nieuw plan.
    .in = Wij zochten in { $folder }.
    .vault = Ligt je plan ergens anders? Noem die map met: --vault MAP
error-already-there = Hier staat al iets.
    .kept = Het is niet aangeraakt.
    .next = Open dat plan, of kies een andere plek voor een nieuw plan.
error-not-writable = Op deze plek kan niets worden opgeslagen.
    .kept = Je plan zelf is veilig bewaard.
    .next = Kies een andere map of een andere naam.
error-not-readable = Dit bestand is niet te lezen.
    .kept = Er is niets veranderd.
    .next = Kijk of het bestand bestaat en of je het mag openen.
error-unknown-ending = Een papier wordt een PDF of een PNG.
    .kept = Je plan is niet veranderd.
    .next = Laat de naam eindigen op .pdf of .png.
error-invalid = { $count ->
    [one] Er past iets niet. Er is 1 ding om te verbeteren:
   *[other] Er past iets niet. Er zijn { $count } dingen om te verbeteren:
}
    .kept = Er is niets veranderd.
    .next = Verbeter het, en probeer het opnieuw.
error-no-such-thing = Wat je zoekt, is hier niet.
    .kept = Er is niets veranderd.
    .next = Bekijk eerst je lijst, en probeer het opnieuw.
error-refused = Dit apparaat wil hier niet lezen of schrijven. Misschien is je laatste wijziging niet bewaard.
    .kept = Alles wat daarvoor bewaard was, is er nog.
    .next = Kijk of je hier mag schrijven, en open je plan daarna opnieuw.
error-interrupted = Je bent gestopt.
    .kept = Alles wat al bewaard was, is er nog.
    .code = Je oude herstelcode werkt nog. De nieuwe is niets waard.
    .next = Je kunt later gewoon verdergaan.
error-interrupted-init = Je bent gestopt.
    .kept = Er is nog geen plan. Kwam er een herstelcode in beeld, dan is die niets meer waard.
    .next = Begin opnieuw wanneer je wilt. Je krijgt dan een nieuwe code.
error-nothing-to-undo = Er is niets om terug te draaien.
    .kept = Je plan is niet veranderd.
    .next = Bekijk de eerdere versies van een antwoord als je iets zoekt.
error-nothing-to-redo = Er is niets om terug te zetten.
    .next = Terugzetten kan alleen als je daarna nog niets anders hebt gewijzigd.
error-passphrase-differs = De twee wachtzinnen zijn niet gelijk.
    .kept = Er is niets veranderd.
    .next = Typ hem nog twee keer.
error-passphrase-weak = Deze wachtzin is te kort. Hij moet ten minste { $count } tekens hebben.
    .kept = Er is niets veranderd.
    .next = Neem een paar woorden die alleen jij bij elkaar bedenkt.
error-wrong-reader = Je { $paper } is niet voor deze persoon.
    .kept = Er is niets gemaakt en niets veranderd.
    .next-plan = Dit is een hulpverlener. Maak voor een hulpverlener het hele plan.
    .next-sheet = Dit is geen hulpverlener. Maak voor een naaste een blad.
error-no-paper-yet = Van dit papier is nog geen versie gemaakt.
    .kept = Er is niets opgeschreven.
    .next = Maak het papier eerst. Schrijf daarna op wie het kreeg.
error-code-group-differs = Dit is niet de laatste groep van je herstelcode.
    .kept = Er is nog niets gemaakt.
    .next = Kijk op je papier, en typ de laatste groep nog eens.
error-words-wrong = Deze woorden openen deze back-up niet.
    .kept = Er is niets veranderd.
    .next = Kijk op het papier dat bij deze back-up hoort. Elke back-up heeft zes eigen woorden.
error-word-unknown = Woord { $position } staat niet in onze lijst.
    .near = Woord { $position } staat niet in onze lijst. Bedoel je { $nearest }?
    .kept = Er is niets veranderd.
    .next = Typ de zes woorden nog eens over van je papier.
error-word-count = Een back-up heeft zes woorden. Dit zijn er { $count }.
    .kept = Er is niets veranderd.
    .next = Typ de zes woorden nog eens over van je papier.
error-no-backup = Dit bestand is geen back-up van een plan.
    .key = Dit bestand zit anders op slot, niet met zes woorden.
    .damaged = Deze back-up is beschadigd. Hij is niet als geheel te lezen.
    .costly = Dit bestand openen vraagt veel te veel van je apparaat.
    .long = Dit bestand is veel langer dan welk plan ook.
    .memory = Je apparaat heeft hiervoor te weinig geheugen vrij.
    .kept = Er is niets veranderd.
    .next = Kijk of dit het goede bestand is.
    .older = Probeer een andere kopie van dit bestand, of een oudere back-up.
    .room = Sluit andere programma's, en probeer het opnieuw.
error-words-differ = Dit zijn niet de laatste twee woorden van je back-up.
    .kept = Er is geen back-up gemaakt. Deze woorden zijn niets meer waard.
    .next = Begin opnieuw wanneer je wilt. Je krijgt dan zes nieuwe woorden.
error-words-again = Dit zijn niet de laatste twee woorden.
    .kept = Je zes woorden zijn niet veranderd.
    .next = Je zes woorden blijven dezelfde. Kijk op je papier, en typ de laatste twee nog eens.
error-interrupted-backup = Je bent gestopt.
    .kept = Er is geen back-up gemaakt. Deze woorden zijn niets waard.
    .next = Begin opnieuw wanneer je wilt. Je krijgt dan zes nieuwe woorden.
error-how-to-restore = Hier is al een plan.
    .kept = Het is niet aangeraakt.
    .next = Kies --merge om de twee samen te voegen, of --replace om te vervangen.
error-keys-in-doubt = Dit apparaat hield ons tegen tijdens het wisselen van de sleutels.
    .kept = Je plan is er nog. Misschien openen de oude sleutels het, misschien de nieuwe.
    .next = Bewaar beide codes, en beide wachtzinnen als je een nieuwe koos. Probeer welke je plan opent.
error-erase-differs = Dat is de zin niet.
    .kept = Er is niets gewist. Je plan is er nog.
    .next = Wil je het wissen, typ de zin dan precies over.
error-internal = Er ging iets mis in Landvast zelf.
    .kept = Wat bewaard was, is er nog.
    .next = Open je plan opnieuw. Blijft het misgaan, meld het dan. Vertel daarbij niets uit je plan.

## Welk deel beschadigd is

part-header = het begin met de sloten
part-store = de bewaarde antwoorden
part-snapshot = de reservekopie van je plan
part-mark = de bladwijzer in je plan
part-import = het bestand dat je inleest

## Wat een veld vraagt

kind-text = een tekst
kind-lines = een paar korte regels
kind-choice = één van de keuzes
kind-day = een dag, zoals 31 maart 2026
kind-phones = telefoonnummers
kind-hours = tijden, zoals ma-vr 9-17
kind-degree = een getal
kind-rows = rijen met kolommen, zoals kolom=waarde; kolom=waarde
kind-people = mensen uit je lijst
kind-agreement = een antwoord met een dag, zoals yes 2026-03-31
kind-sections = onderdelen van je plan
kind-derived = niets, dit wordt vanzelf ingevuld
kind-object = een object met namen en waarden
kind-list = een lijst
kind-audience = een lijst van lezers: me, next_of_kin, professionals, anyone, of een naam

## Wat alleen het commando tegenkomt

error-usage = Dit commando is niet begrepen.
    .command = Dit commando kennen wij niet.
    .command-nearest = Dit commando kennen wij niet. Bedoel je { $nearest }?
    .option = Deze optie kennen wij niet, of er staat een woord te veel.
    .option-nearest = Deze optie kennen wij niet. Bedoel je { $nearest }?
    .missing = Er ontbreekt nog iets: { $names }.
    .conflict = Dit gaat niet samen: { $names }.
    .value = Dit past niet bij { $name }.
    .value-choices = Dit past niet bij { $name }. Kies uit: { $choices }.
    .kept = Er is niets veranderd.
    .next = Bekijk hoe het werkt: landvast { $command } --help
error-no-terminal = Er is hier geen scherm om je iets te vragen.
    .kept = Er is niets veranderd.
    .passphrase = Geef je wachtzin met --passphrase-file.
    .new-passphrase = Geef de nieuwe wachtzin met --new-passphrase-file.
    .code = Noem een bestand voor de herstelcode met --recovery-file.
    .value = Zet je antwoord achter het veld.
    .confirm = Weet je het zeker? Gebruik dan --yes.
    .words = Noem een bestand voor de zes woorden met --words-file.
    .pieces = Doe dit aan een scherm, of zeg --take-all of --leave-all.
    .erase = Doe dit aan een scherm. Zo wist niemand een plan per ongeluk.
error-file-there = Dit bestand is er al.
    .kept = Het is niet aangeraakt.
    .next = Kies een andere naam.
    .replace = Kies een andere naam, of gebruik --replace.
error-is-folder = Dit is een map, geen bestand.
    .kept = Er is niets veranderd.
    .next = Zet de naam van een bestand erachter.
error-no-such-file = Dit bestand is er niet.
    .kept = Er is niets veranderd.
    .next = Kijk of de naam en de map kloppen.
error-no-room = Er is geen ruimte voor dit bestand.
    .kept = Je plan zelf is veilig bewaard.
    .next = Maak ruimte vrij, of kies een andere plek.
error-not-one-line = In dit bestand staat niet één regel met een wachtzin of code.
    .kept = Er is niets veranderd.
    .next = Zet hem op één regel, en verder niets in het bestand.
error-passphrase-unusable = Deze wachtzin kunnen wij niet gebruiken: hij is veel te lang.
    .kept = Er is niets veranderd.
    .next = Neem een paar woorden die alleen jij bij elkaar bedenkt.
error-code-mistyped = Er zit een typfout in deze herstelcode.
    .kept = Er is niets veranderd.
    .next = Typ hem nog eens over van je papier. Hoofdletters maken niet uit.
error-no-folder = Wij weten niet waar je plannen op dit apparaat liggen.
    .kept = Er is niets veranderd.
    .next = Noem een map met --vault.
error-needs-person = Dit veld gaat over één persoon.
    .kept = Er is niets veranderd.
    .next = Zeg over wie met --person.
error-no-such-person = Er staat niemand met deze naam of dit nummer in je lijst.
    .kept = Er is niets veranderd.
    .next = Bekijk je lijst: landvast person list
error-nothing-out = Niemand van hen heeft nog zo'n papier.
    .kept = Er is niets veranderd.
    .next = Bekijk wie wat heeft: landvast copies
error-nothing-came = Er kwam niets binnen.
    .kept = Je antwoord is niet veranderd.
    .next = Leegmaken kan met: --clear
error-nothing-given = Hier is niets om te veranderen.
    .kept = Er is niets veranderd.
    .next = Zeg wat je wilt veranderen. De opties staan in de hulp.

## Hoe iemand een keuze of een lezer typt

typed-ask = vraag eerst
typed-or = of
reader-me = ik
reader-next-of-kin = naasten
reader-professionals = hulpverleners
reader-anyone = iedereen
