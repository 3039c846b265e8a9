# Words that stand everywhere: the word for crisis, days, times, lists, answers.

# Stands wherever the owner has not chosen a word of their own.
crisis-word = crisis

product-name = Landvast
language-name = English

## Days and times

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = June
month-short-7 = July
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
date-long = { $day } { $month } { $year }
month-year = { $month } { $year }
# A time on the clock with minutes: 9:30
clock = { $hour }:{ $minute }
time = { $clock }
time-whole-hour = { $hour }:00
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
hours-always = day and night
hours-every-day = every day
hours-span = { $days } { $from }–{ $until }

## Lists and answers

list-and = { $others } and { $last }
yes = yes
no = no
nothing-yet = nothing yet
agrees-yes = yes
agrees-partly = partly
agrees-no = no
# An answer with its day: "yes, on 3 March 2026".
agrees-on = { $answer }, on { $date }
someone-without-name = somebody without a name

## Where the plan stands

plan-asleep = is ready
plan-in-use = is in use
plan-over = is over
plan-withdrawn = is withdrawn

## The papers, and who has one

paper-card = card
paper-sheet = sheet for next of kin
paper-plan = full plan
paper-wishes = page of wishes
paper-agreements = page of agreements
copy-on-paper = on paper
copy-digital = digital
# What somebody has: "card, version 3, on paper, since 3 March 2026".
copy-held = { $paper }, version { $version }, { $form }, since { $date }
copy-returned = { $paper }, version { $version }, { $form }, back on { $date }

## The three circles around the owner

circle-next-of-kin = Next of kin
circle-professionals = Professionals
circle-fourth = Others

# A help line in a sentence.
help-line = { $name }: call { $phone }, { $when }.
