# Woorden die overal voorkomen: het woord voor crisis, dagen, tijden, lijsten, antwoorden.

# Staat overal waar de eigenaar geen eigen woord heeft gekozen.
crisis-word = crisis

product-name = Landvast
language-name = Nederlands

## Dagen en tijden

month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
month-short-1 = jan
month-short-2 = feb
month-short-3 = mrt
month-short-4 = apr
month-short-5 = mei
month-short-6 = jun
month-short-7 = jul
month-short-8 = aug
month-short-9 = sep
month-short-10 = okt
month-short-11 = nov
month-short-12 = dec
date-long = { $day } { $month } { $year }
month-year = { $month } { $year }
# Een tijd op de klok met minuten: 9.30
clock = { $hour }.{ $minute }
time = { $clock } uur
time-whole-hour = { $hour } uur
weekday-1 = ma
weekday-2 = di
weekday-3 = wo
weekday-4 = do
weekday-5 = vr
weekday-6 = za
weekday-7 = zo
hours-always = dag en nacht
hours-every-day = elke dag
hours-span = { $days } { $from }–{ $until } uur

## Lijsten en antwoorden

list-and = { $others } en { $last }
yes = ja
no = nee
nothing-yet = nog niets
agrees-yes = ja
agrees-partly = deels
agrees-no = nee
# Een antwoord met de dag erbij: "ja, op 3 maart 2026".
agrees-on = { $answer }, op { $date }
someone-without-name = iemand zonder naam

## Waar het plan staat

plan-asleep = ligt klaar
plan-in-use = is aan
plan-over = is uit
plan-withdrawn = is ingetrokken

## De papieren, en wie er een heeft

paper-card = kaart
paper-sheet = blad voor een naaste
paper-plan = hele plan
paper-wishes = blad met wensen
paper-agreements = blad met afspraken
copy-on-paper = op papier
copy-digital = digitaal
# Wat iemand heeft: "kaart, versie 3, op papier, sinds 3 maart 2026".
copy-held = { $paper }, versie { $version }, { $form }, sinds { $date }
copy-returned = { $paper }, versie { $version }, { $form }, terug op { $date }

## De drie kringen om de eigenaar

circle-next-of-kin = Naasten
circle-professionals = Hulpverleners
circle-fourth = Anderen

# Een hulplijn in één zin.
help-line = { $name }: bel { $phone }, { $when }.
