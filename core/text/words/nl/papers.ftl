# De woorden van het blad, het hele plan, de wensen, de afspraken en de lege formulieren.

## Op elke bladzijde

page-number = bladzijde { $page } van { $pages }
# Wat een schermlezer van een regel in de inhoud zegt.
page-lead = { $title }, bladzijde { $page }
page-contents = Inhoud
page-sign-name = Naam
page-sign-here = Handtekening
page-sign-day = Datum
page-code-about = Lees mij de controlecode voor. Heb ik dezelfde, dan zijn onze papieren gelijk.
page-for = Voor { $name }
page-for-me = Voor mijzelf
page-for-you = Voor jou
# Van wie een papier is, en voor wie.
page-of-for = Van { $owner }, voor { $reader }
page-of-and-for = Van en voor { $name }
page-danger = Gevaar voor iemand?
page-suicide = Denk je aan zelfdoding?
# De laatste kolom van een tabel met veel kolommen.
page-further = Verder
# Een vakje met zijn naam erbij: "Waar: in de blauwe map".
page-labelled = { $label }: { $words }

## Het hele plan

plan-title = Mijn plan bij { $crisis }
plan-title-of = Het plan van { $name }
plan-about = Dit plan zegt wat ik wil als het niet goed gaat.
plan-signatures = Handtekeningen
plan-sign-about = Iedereen tekent alleen voor de eigen afspraak. Je mag altijd terugkomen op je woord.
plan-sign-own = Dit plan is van mij. Zo wil ik het.
plan-sign-who = Wie
plan-sign-what = Waarvoor
# Waarvoor tekent wie geen eigen afspraak heeft.
plan-sign-knows = Ik ken dit plan.
plan-wrap-notice = Dit deel volgt de stappen van WRAP. WRAP is een merk van AHP. Landvast hoort daar niet bij.

## Het blad met wensen

wishes-title = Mijn wensen voor de zorg
wishes-about = Leg dit blad op tafel als we over mijn zorg praten. Vraag mij wat ik bedoel.
wishes-list = Dit vraag ik

## De lege formulieren

blank-how = Schrijf met pen. Sla over wat je niet wilt zeggen. Eén woord is ook goed.
blank-foot = leeg formulier
blank-name = Dit is van
blank-sheet = Blad voor een naaste
blank-person = Persoon { $number }
blank-person-more = Heb je meer mensen? Print deze bladzijde nog eens.

## Kaarten van elke grootte

# Wie het eerst gebeld wordt, met en zonder naam erachter.
card-call-first-name = Bel eerst: { $name }
card-call-first-not-asked = Bel eerst (nog niet gevraagd)
card-call-first-not-asked-name = Bel eerst (nog niet gevraagd): { $name }
card-version-and-code = Versie { $version } · Controlecode { $code }
# Een dag met zijn woord ervoor: "Nakijken vóór 2 nov 2027".
card-labelled-day = { $label } { $date }
# Twee korte dingen op één regel.
card-two = { $one } · { $other }
# Welk nummer het is: "Avond en nacht:".
card-which-number = { $which }:

## Het kaartje van vier vlakken

mini-open-here = vouw open en draai om
mini-step-fold = 4 Vouw één keer, met ‘Lees dit eerst’ voorop.
mini-alt-folding = Tekening in vier stappen: knippen, naar achteren vouwen, plakken, één keer vouwen.

## De kaart op het vergrendelscherm

lockscreen-found = Telefoon gevonden? Bel { $name }.

## Het blad voor een naaste
# Voor wie om drie uur 's nachts schrikt: eerst wat je doet, dan wie je belt, dan de rest.
# $name is wie het plan maakte, $kin is wie het blad krijgt.

kin-title = Als het niet goed gaat met { $name }
kin-for = Dit blad is voor { $kin }.
kin-for-you = Dit blad is voor jou.
kin-start = Begin bovenaan. Je hoeft het niet alleen te doen.
kin-owner = de maker van dit plan
# Wie het blad leest, is hier geen "Ana" maar "jij".
kin-you = jij
kin-your-name = Lees je ergens { $kin }? Dat ben jij.

kin-danger-dare = Durf te bellen, ook als je twijfelt.
kin-danger-safe = Zorg eerst dat jij en de mensen bij je veilig zijn.
kin-danger = Gevaar voor iemand?
kin-suicide = Denkt { $name } aan zelfdoding?
kin-suicide-about = Dag en nacht. Je mag ook bellen voor jezelf.

kin-first = Doe eerst dit
kin-first-empty = Blijf rustig. Vraag: wat helpt je nu?

kin-call = Wie bel je?
kin-call-order = Bel van boven naar beneden. Neemt iemand niet op? Bel de volgende.
kin-call-nobody = Bel de huisarts. In de avond of het weekend bel je de huisartsenpost.
# Twee lijsten, als niet iedereen ’s nachts opneemt.
kin-call-night = ’s Nachts, of als niemand opneemt
kin-call-night-nobody = Bel de huisartsenpost. Die is de hele nacht open.
kin-call-day = Overdag en ’s avonds

kin-script = Zo kun je het zeggen
kin-script-quote = “{ $words }”
kin-script-read = Je mag dit gewoon voorlezen.
kin-script-about = Ik bel over { $name }.
kin-script-me = { $kind ->
    [partner] Ik ben { $kin }, de partner van { $name }.
    [parent] Ik ben { $kin }, een ouder van { $name }.
    [child] Ik ben { $kin }, een kind van { $name }.
    [sibling] Ik ben { $kin }, familie van { $name }.
    [friend] Ik ben { $kin }, een goede vriend van { $name }.
    [neighbour] Ik ben { $kin }, een van de buren van { $name }.
    [colleague] Ik ben { $kin }, een collega van { $name }.
   *[other] Ik ben { $kin }. Ik help { $name }.
}
kin-script-me-own = Ik ben { $kin } ({ $kind }) en ik bel voor { $name }.
kin-script-me-plain = Ik ben { $kin }. Ik help { $name }.
kin-script-me-nameless = Ik ben een naaste van { $name }.
kin-script-see = Ik zie …, sinds …
kin-script-danger = Er is gevaar, want … Of: er is nu geen gevaar.
kin-script-plan = Er is een plan. Daarin staat wat helpt.
kin-script-ask = Ik vraag om een beoordeling vandaag.
kin-script-name = Vraag met wie je praat, en schrijf de naam op.
kin-told = Dit kunnen ze vragen

kin-refuse = Als { $name } hulp weigert
kin-refuse-leave = Je hoeft { $name } niet te overtuigen.
kin-refuse-you = Staat hier je eigen naam? Bel dan de volgende op de lijst.
kin-refuse-doctor = Bel de huisarts of de huisartsenpost, en vertel wat je ziet.
kin-refuse-doctor-above = Bel de huisarts of de huisartsenpost. Bekende nummers staan hierboven.
kin-refuse-worry = Geen haast, wel zorgen? Bel het { $line }: { $phone }
kin-refuse-danger = Gevaar voor iemand? Bel { $phone }

kin-tasks = Jouw taken
kin-tasks-none = Je hebt geen taken. Er zijn is genoeg.
kin-limits = Dit hoef je niet
kin-limits-always = Je hoeft het niet op te lossen.

kin-helps = Zo help je { $name }
kin-later = Om later rustig te lezen
kin-agreed = Wat we hebben afgesproken
kin-helps-more = Meer wat helpt
kin-signs = Zo merk je het
kin-know = Wat je mag weten en vertellen
kin-know-always = Hulpverleners mogen altijd naar jou luisteren. Ze mogen ook altijd algemene uitleg geven.
kin-know-even-so = Ook als ze niets over { $name } mogen zeggen.
kin-home = Kinderen, dieren en huis

kin-yourself = Voor jou zelf
kin-yourself-about = Zorg ook voor jezelf. Stel jezelf vier vragen.
kin-ask-sleep = Slaap ik genoeg?
kin-ask-eat = Eet ik zoals anders?
kin-ask-talk = Praat ik er met iemand over?
kin-ask-joy = Doe ik nog iets wat ik fijn vind?
kin-ask-two = Twee keer nee? Vraag dan hulp voor jezelf.
kin-support = Hier kun je terecht voor jezelf
# Een hulplijn met haar nummer, en wanneer ze opneemt.
kin-line = { $line }: { $phone }
kin-line-when = { $line }: { $phone }, { $when }
kin-support-near = Vraag ook de huisarts of de gemeente om steun. Vaak is er een groep voor naasten.
kin-stop = Je mag altijd minder doen, of stoppen. Je hoeft niet te zeggen waarom. Zeg het tegen { $name }.

kin-message = Van { $name } voor jou
kin-about = Over dit blad
kin-give-back = Geef dit blad dan terug.

## Het blad voor een kind of jongere

minor-title = Voor { $kin }
minor-title-nameless = Voor jou
minor-sometimes = Soms gaat het niet goed met { $name }.
minor-fault = Het is niet jouw schuld.
minor-fault-about = Het komt niet door iets wat jij zei of deed. Ook niet als je boos was.
minor-job = Het is niet jouw taak.
minor-job-about = Jij hoeft { $name } niet beter te maken. Dat doen volwassenen. Jij mag gewoon spelen, leren en lachen.
minor-call = Bel een volwassene
minor-call-about = Ben je bang, boos of alleen? Bel dan. Het mag altijd, ook ’s nachts.
minor-call-danger = Is er nu gevaar?
minor-call-danger-about = Een kind mag dit nummer ook bellen.
minor-line = Praten met iemand die je niet kent
minor-line-about = Bellen kost niets. Je hoeft je naam niet te zeggen.
minor-line-when = Bellen kan { $when }.
minor-line-look-up = Vraag een volwassene om het nummer voor je op te zoeken.
minor-message = { $name } wil jou dit zeggen

## Het blad met afspraken

agreements-title = Onze afspraken
agreements-about = Dit blad is van { $name } en van iedereen die erop staat.
agreements-about-change = Wil je iets anders? Je mag er altijd op terugkomen.
agreements-me = Ik
agreements-mine = Ik, en wat we afspreken
agreements-people = Mijn mensen
agreements-professionals = Mijn hulpverleners
agreements-none = Er zijn nog geen afspraken. Schrijf ze hier samen op.
agreements-limits = Dit hoeft niet
agreements-sign = Tekenen
agreements-sign-about = Teken in je eigen vak, alleen voor je eigen afspraak.
agreements-sign-for = { $count ->
    [one] Afspraak { $numbers }
   *[other] Afspraken { $numbers }
}
agreements-sign-mine = Alle afspraken
