# De vragen van het Goed-plan. Hoe een bericht is opgebouwd: zie fields-plan.ftl.

## Wat mij goed doet, en mijn gewone dagen

field-w1-have = Dit doet mij goed
    .question = Wat doe je al dat je goed doet?
    .example = Een half uur wandelen
field-w1-try = Dit wil ik nog proberen
    .question = Wat zou je nog willen proberen?
    .example = Zingen in een koor
field-w2-well = Zo ben ik op een goede dag
    .question = Hoe ziet een goede dag er voor jou uit?
    .example = Ik sta op tijd op, zing onder de douche en heb zin in eten.
field-w2-daily = Dit doe ik elke dag
    .question = Wat doe je elke dag om je goed te voelen?
    .example = Voor tien uur naar buiten
    .help = Begin klein. Drie dingen is al veel.
field-w2-sometimes = Dit doe ik soms
    .question = Wat doet je goed als je het af en toe doet? Hoe vaak?
    .example = Zwemmen, één keer in de week

## Stress, eerste signalen, en als het echt misgaat

field-w3-list = Stress van buiten
    .question = Wat om je heen geeft jou stress?
    .example = Een brief van de gemeente
field-w3-plan = Dit doe ik bij die stress
    .question = Wat doe je als dat gebeurt?
    .example = Ik bel mijn zus en leg de brief tot morgen weg
field-w3-limit = Zo krijg ik minder stress
    .question = Hoe zorg je dat je die stress minder vaak krijgt?
    .example = Ik lees het nieuws alleen op zaterdag
field-w4-signs = Eerste signalen: dit merk ik
    .card = Eerste signalen
    .question = Wat merk je als eerste wanneer het minder gaat?
    .example = Ik neem mijn telefoon niet meer op
field-w4-must = Eerste signalen: dit doe ik zeker
    .card = Dan doe ik zeker
    .question = Wat doe je zeker als je dit merkt?
    .example = Ik ga om tien uur naar bed
field-w4-may = Eerste signalen: dit doe ik misschien
    .card = Dan misschien
    .question = Wat kan er dan ook nog helpen?
    .example = Een dag vrij nemen
field-w5-signs = Het gaat echt mis: dit merk ik
    .card = Het gaat echt mis
    .question = Waaraan merk je dat het echt misgaat?
    .example = Ik heb twee nachten niet geslapen
field-w5-must = Het gaat echt mis: dit doe ik zeker
    .card = Ook dan doe ik zeker
    .question = Wat doe je zeker als het echt misgaat?
    .example = Ik bel Marit, ook als ik er geen zin in heb
    .help = Ook nu mag je bellen. Je bent niemand tot last.
field-w5-may = Het gaat echt mis: dit doe ik misschien
    .card = Dan misschien nog
    .question = Wat kan er dan ook nog helpen?
    .example = Een paar nachten bij mijn zus slapen

## Erna

field-w7-ready = Zo merk ik dat mijn { $crisis } over is
    .question = Waaraan merk je dat je { $crisis } over is?
    .example = Ik heb weer zin in koffie
field-w7-feel = Zo wil ik me weer voelen
    .question = Hoe wil je je weer voelen?
    .example = Rustig in mijn hoofd, en niet bang voor de straat
    .help = Dat hoeft niet in één keer.
field-w7-home = Thuiskomen
    .card = Thuiskomen
    .question = Wie haalt je op, wie blijft bij je, en wat moet er klaarstaan?
    .example = Ana haalt mij op en blijft slapen. Er is brood en melk.
field-w7-now = Dit doe ik meteen
    .card = Meteen
    .question = Wat moet er meteen gebeuren als je weer thuis bent?
    .example = De kat ophalen bij Els
field-w7-ask = Dit kan een ander doen
    .card = Kan een ander
    .question = Wat kan een ander nog even voor je doen?
    .example = De was en de boodschappen
field-w7-later = Dit kan wachten
    .card = Kan wachten
    .question = Wat mag nog wachten?
    .example = De papieren van de belasting
field-w7-daily = Dit doe ik nu elke dag
    .question = Wat doe je in deze tijd elke dag?
    .example = Drie keer eten, ook als ik geen honger heb
field-w7-avoid = Dit vermijd ik nu
    .question = Wat of wie vermijd je in deze tijd liever?
    .example = Drukke feesten en het late nieuws
field-w7-repair = Bedanken en rechtzetten
    .question = Wie wil je bedanken? Wat wil je rechtzetten of regelen?
    .example = Een bos bloemen voor Els, want zij zorgde voor Saar
    .help = Niets hoeft vandaag. Doe één ding tegelijk.
field-w7-learn = Dit leerde ik
    .question = Wat speelde mee, en wat leerde je ervan?
    .example = Ik wachtte te lang met bellen. Bellen bij oranje hielp wel.
    .help = Het gaat niet om schuld.
field-w7-change = Dit verander ik
    .question = Wat verander je in je plan of je leven, en wie helpt daarbij?
    .example = Ik ga vroeger naar bed. Joost vraagt er elke vrijdag naar.
field-w7-resume = Dit ga ik weer zelf doen
    .card = Doe ik zelf weer
    .question = Welke taken neem je terug? Wie deed ze, wat heb je nodig, en in welke stappen?
    .example = Els deed de boodschappen. Stap 1: samen naar de winkel.
field-w7-done = Dan ga ik terug naar mijn gewone dagen
    .question = Wanneer ga je terug naar je gewone dagen?
    .example = Als ik twee weken goed slaap en weer werk.

## Kolommen van velden met rijen

column-w2-sometimes-what = Wat
column-w2-sometimes-how_often = Hoe vaak
column-w7-home-fetches = Wie haalt mij op
    .said = ophalen: { $cell }
column-w7-home-stays = Wie blijft bij mij
    .said = bij mij blijven: { $cell }
column-w7-home-ready = Wat moet klaarstaan
    .said = klaarzetten: { $cell }
column-w7-repair-kind = Soort
column-w7-repair-what = Wie of wat
column-w7-repair-how = Hoe
column-w7-change-what = Wat
column-w7-change-help = Met welke hulp
    .said = hulp: { $cell }
column-w7-resume-task = Taak
column-w7-resume-who_did = Wie deed het
    .said = gedaan door { $cell }
column-w7-resume-need = Dit heb ik nodig
    .said = nodig: { $cell }
column-w7-resume-step_1 = Stap 1
    .said = stap 1: { $cell }
column-w7-resume-on_1 = Dag van stap 1
    .said = op { $cell }
column-w7-resume-step_2 = Stap 2
    .said = stap 2: { $cell }
column-w7-resume-on_2 = Dag van stap 2
    .said = op { $cell }
column-w7-resume-step_3 = Stap 3
    .said = stap 3: { $cell }
column-w7-resume-on_3 = Dag van stap 3
    .said = op { $cell }

## Keuzes, zoals ze op papier staan

choice-w7-repair-kind-thank = bedanken
choice-w7-repair-kind-apologise = sorry zeggen
choice-w7-repair-kind-settle = regelen
