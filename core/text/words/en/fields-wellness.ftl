# The questions of the wellness plan. How a message is built: fields-plan.ftl.

## What does me good, and my usual days

field-w1-have = This does me good
    .question = What do you already do that does you good?
    .example = Walking for half an hour
field-w1-try = I still want to try this
    .question = What would you still like to try?
    .example = Singing in a choir
field-w2-well = Me on a good day
    .question = What does a good day look like for you?
    .example = I get up on time, sing in the shower and feel like eating.
field-w2-daily = What I do every day
    .question = What do you do every day to feel well?
    .example = Going outside before ten
    .help = Start small. Three things is plenty.
field-w2-sometimes = What I do sometimes
    .question = What does you good now and then? How often?
    .example = Swimming, once a week

## Stress, first signs, and when it really goes wrong

field-w3-list = Stress from outside
    .question = What around you gives you stress?
    .example = A letter from the town hall
field-w3-plan = What I do about that stress
    .question = What do you do when that happens?
    .example = I ring my sister and put the letter away until tomorrow
field-w3-limit = How I get less stress
    .question = What do you do to get that stress less often?
    .example = I only read the news on Saturdays
field-w4-signs = First signs: what I notice
    .card = First signs
    .question = What do you notice first when things go less well?
    .example = I stop answering my phone
field-w4-must = First signs: what I will do
    .card = I will then
    .question = What will you surely do when you notice this?
    .example = I go to bed at ten
field-w4-may = First signs: what I may do
    .card = Perhaps then
    .question = What else could help then?
    .example = Taking a day off
field-w5-signs = It really goes wrong: what I notice
    .card = It really goes wrong
    .question = How do you notice that it is really going wrong?
    .example = I have not slept for two nights
field-w5-must = It really goes wrong: what I will do
    .card = Then I will still
    .question = What will you surely do when it really goes wrong?
    .example = I ring Marit, even if I do not feel like it
    .help = You may ring now too. You are a burden to nobody.
field-w5-may = It really goes wrong: what I may do
    .card = Perhaps also
    .question = What else could help then?
    .example = Sleeping at my sister's for a few nights

## Afterwards

field-w7-ready = How I notice that my { $crisis } is over
    .question = How do you notice that your { $crisis } is over?
    .example = I feel like having coffee again
field-w7-feel = How I want to feel again
    .question = How do you want to feel again?
    .example = Calm in my head, and not afraid of the street
    .help = It does not have to come all at once.
field-w7-home = Coming home
    .card = Coming home
    .question = Who fetches you, who stays with you, and what should be ready?
    .example = Ana fetches me and stays the night. There is bread and milk.
field-w7-now = What I do right away
    .card = At once
    .question = What has to be done right away when you are home again?
    .example = Fetching the cat from Els
field-w7-ask = What somebody else can do
    .card = Others can do
    .question = What can somebody else do for you a little longer?
    .example = The washing and the shopping
field-w7-later = What can wait
    .card = Can wait
    .question = What may still wait?
    .example = The tax papers
field-w7-daily = What I do every day now
    .question = What do you do every day in this time?
    .example = Eating three times, even if I am not hungry
field-w7-avoid = What I avoid for now
    .question = What or whom would you rather avoid in this time?
    .example = Busy parties and the late news
field-w7-repair = Thanking and putting right
    .question = Whom do you want to thank? What do you want to put right or settle?
    .example = Flowers for Els, because she looked after Saar
    .help = Nothing has to happen today. Take one thing at a time.
field-w7-learn = What I learned
    .question = What played a part, and what did you learn from it?
    .example = I waited too long before I rang. Ringing at amber did help.
    .help = This is not about blame.
field-w7-change = What I change
    .question = What do you change in your plan or your life, and who helps?
    .example = I go to bed earlier. Joost asks about it every Friday.
field-w7-resume = What I will do myself again
    .card = Doing it myself again
    .question = Which tasks do you take back? Who did them, what do you need, and in which steps?
    .example = Els did the shopping. Step 1: together to the shop.
field-w7-done = Then I go back to my usual days
    .question = When do you go back to your usual days?
    .example = When I have slept well for two weeks and work again.

## Columns of fields with rows

column-w2-sometimes-what = What
column-w2-sometimes-how_often = How often
column-w7-home-fetches = Who fetches me
    .said = fetching me: { $cell }
column-w7-home-stays = Who stays with me
    .said = staying with me: { $cell }
column-w7-home-ready = What should be ready
    .said = have ready: { $cell }
column-w7-repair-kind = Kind
column-w7-repair-what = Who or what
column-w7-repair-how = How
column-w7-change-what = What
column-w7-change-help = With what help
    .said = help: { $cell }
column-w7-resume-task = Task
column-w7-resume-who_did = Who did it
    .said = done by { $cell }
column-w7-resume-need = What I need
    .said = needed: { $cell }
column-w7-resume-step_1 = Step 1
    .said = step 1: { $cell }
column-w7-resume-on_1 = Day of step 1
    .said = on { $cell }
column-w7-resume-step_2 = Step 2
    .said = step 2: { $cell }
column-w7-resume-on_2 = Day of step 2
    .said = on { $cell }
column-w7-resume-step_3 = Step 3
    .said = step 3: { $cell }
column-w7-resume-on_3 = Day of step 3
    .said = on { $cell }

## Choices, as they stand on paper

choice-w7-repair-kind-thank = thank
choice-w7-repair-kind-apologise = say sorry
choice-w7-repair-kind-settle = settle
