# The words on the card and on the sheet around it.
# The card speaks as its owner ("I", "me") to whoever reads it ("you").

## Front

card-cover-line = Am I not doing well?
card-cover-read = Please read this first.
card-open-here = open here
card-i-am = I am { $name }
card-call-first = Call first
card-this-is-my-card = This is my card

## Headings of the eight panels

card-panel-l1 = Read this first
card-panel-l2 = How to help me
card-panel-l3 = Please note
card-panel-l4 = For police, ambulance and doctor
card-panel-r1 = Call these people
card-panel-r2 = Is there danger?
card-panel-r3 = Medicines and body
card-panel-r4 = Home and my wishes

## Calling

card-call-in-order = Call in this order. No answer? Call the next one.
card-not-asked = not asked yet
# Somebody and what they are to the owner: "Ana (sister)".
card-person = { $name } ({ $kind })
card-call = Call { $name }
card-at-night = Evening and night: { $phone }
card-by-day = By day: { $phone }
card-nobody-to-call = Call the GP or { $phone }.
card-found = Found? Call { $name }: { $phone }
card-found-nobody = Found this card? Please hand it in at the police or the town hall.

## Danger

card-danger = Danger? Call { $phone }.
card-danger-about = Danger to life, day and night.
card-suicide = Suicide? Call { $phone }.
card-suicide-about = Free, also for you.

## What does not fit

card-see-plan = more in my plan
card-see-plan-more = { $count ->
    [one] 1 more: see my plan
   *[other] { $count } more: see my plan
}
card-panel-empty = Room to write something by hand

## Trust stamp

card-made-on = Made on { $date }
card-review-by = Review by { $date }
card-version = Version { $version }
card-check-code = Check code { $code }
card-check-code-about = Read the code to me. If mine is the same, our copies are the same.
card-agreed-with = Agreed with { $names }
card-agreed-with-many = { $count ->
    [one] Agreed with 1 person
   *[other] Agreed with { $count } people
}
card-possibly-outdated = Possibly outdated. Please ask whether it is still right.
card-stamp = Version { $version }, made on { $date }

## The sheet around the card: cutting, folding, gluing

sheet-title = My card to cut out
sheet-print-at-full-size = Print at 100 %, do not fit to page.
sheet-measure-ruler = Measure this line: 50 mm.
sheet-ruler-wrong = Is the line shorter or longer? Then print again at 100 %.
sheet-step-cut = 1 Cut along the line.
sheet-step-fold-back = 2 Fold the right side to the back.
sheet-step-glue = 3 Glue the two halves together.
sheet-step-zigzag = 4 Fold in a zigzag, with “Read this first” in front.
sheet-glue-here = then glue back to back
sheet-fold = fold
sheet-fold-away = fold back
sheet-fold-towards = fold forward
sheet-cut = cut
sheet-keep-with-you = Carry the card with you. Give a copy to everybody on it.
sheet-old-copies = Throw old cards away.
sheet-made-with = Made with Landvast. This is no official document.

## Words for those who do not see the drawings

alt-folding = Drawing in four steps: cut, fold to the back, glue, fold in a zigzag.
alt-ruler = A line of 50 millimetres.
alt-cut-line = Cutting line around the card.
alt-open-arrow = Arrow down: the card opens here.
alt-phone = Phone
alt-call-link = Call { $name } on { $phone }
alt-panel = Panel { $number } of { $count }: { $heading }

## The properties of the file

pdf-title = My card – { $name }
pdf-title-nameless = My card
pdf-subject = Please read this when { $name } is not doing well.
pdf-subject-nameless = Please read this when I am not doing well.
