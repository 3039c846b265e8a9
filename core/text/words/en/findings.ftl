# What would make the plan or the card better. Only the owner reads this.
# Every sentence says what there is and what to do. No judgement, no score.

## What the reader of your card will notice

finding-no-one-to-call = Your card has nobody to call yet. Whom would you like to ask?
finding-no-call-name = Your card has no name yet. What would you like to be called?
finding-no-first = The front of your card has room for one sentence. What should somebody do first?
finding-no-where = Your card does not say yet where your full plan is. Who has a copy?
finding-not-asked = { $name } has not said yes or no yet. Please ask, then the card may name { $name }.
finding-number-not-on-card = { $name } joins in. Please also ask whether the number may be on the card.
finding-no-number = There is no phone number for { $name } yet. Add it when you have it.
finding-person-without-name = One of your people has no name yet. Please add it.
finding-phone-unreadable = Nobody can ring the number “{ $phone }” for { $who }. Please look at it again.
finding-review-soon = Your card is almost a year old. Choose a quiet moment to read it again.
finding-review-due = Your card is a year old. Please read it again: is it all still right?
finding-review-overdue = Your card is well over a year old. Read it again, and make a new one if needed.
finding-review-outdated = Your card is a year and a half old. Readers may no longer trust it. Make a new one if you can.
finding-same-name = More people in your list are called { $name }. Add something, so that nobody mixes them up.
finding-copy-older = { $name } has an older version: { $paper }. Give the new one, or ask for the old one back.
finding-person-gone = “{ $field }” names somebody who is no longer in your list. Choose somebody else, or take the name out.
finding-left-out = “{ $field }” is not in this paper. You can put it in, for this one time.
finding-said-no = { $name } said no when you asked. Give this only if that has changed.

## What looks different on paper than you wrote it

finding-too-long-for-card = “{ $field }” is { $count ->
    [one] 1 character
   *[other] { $count } characters
} too long for the card. Write a shorter text for the card, or leave the rest in your plan.
finding-too-many-for-card = “{ $field }” has { $count ->
    [one] 1 line more than fits on the card
   *[other] { $count } lines more than fit on the card
}. Put what matters most at the top.
finding-moved-to-plan = “{ $field }” did not fit on the card: { $count ->
    [one] 1 character
   *[other] { $count } characters
} too many. It says “more in my plan” there now.
finding-moved-to-plan-panel = Not everything fitted under “{ $panel }”. It says “more in my plan” there now.
finding-card-text-older = You changed “{ $field }” after the shorter text for the card. Is that text still right?
finding-minor-has-tasks = { $name } is under 18. That sheet gets no tasks: helping is work for adults.
finding-minor-not-on-card = { $name } is under 18 and is not on your card. Strangers do not call a child. Do you want it all the same? Ask { $name } for a yes, also to the number. Then share the name with anyone.
finding-missing-characters = “{ $field }” has signs that we cannot print: { $characters }. Please write them in letters.
finding-invisible-characters = { $count ->
    [one] “{ $field }” has 1 invisible character. On paper we leave it out.
   *[other] “{ $field }” has { $count } invisible characters. On paper we leave them out.
}

## Questions that make your plan more personal

finding-not-on-card = “{ $field }” is not on your card yet. Do you want it there? Then share it with anyone.
finding-nothing-helps = What has ever really helped you? One thing is enough.
finding-no-what-worked = What has helped you before? One example is enough.
finding-no-what-failed = What has not helped you before? Then nobody has to try it again.
finding-no-wish = What would you like when you need care? Write down one wish.
finding-nobody-has-a-copy = Nobody else has your plan. To whom would you like to give a copy?
finding-involvement-differs = { $name } wants to join in more or less than you thought. Please talk about it.
finding-nothing-to-avoid = Is there something that people had better not do? Please add it.
finding-no-signs = How do others see that you are not doing well? Write down two signs.
finding-one-sign-only = You name one sign. Is there anything else that others see in you?
finding-refusal-without-alternative = You name a medicine that you do not want. What may they give instead?
finding-nothing-instead = Under “{ $field }” you say what you would rather not have. What would be all right?
finding-meds-unchecked = Let a doctor or pharmacy check your medicines. Then add the day.
finding-meds-check-old = Your medicines were last checked over half a year ago. Ask your pharmacy.
finding-no-out-of-hours = Whom can people ring in the evening, at night or at weekends? Look up your out-of-hours GP.
finding-no-stop-signs = How do others see that you are better? Then your plan may stop.
finding-dependants-unanswered = Do you care for children, animals or others? Write it down, or write: none.

## Around the findings

# A field of somebody: "Phone for Ana".
finding-field-of = { $field } for { $name }
findings-none = There is nothing to improve right now. Lovely.
findings-heading-matters = What the reader of your card will notice
findings-heading-paper = What looks different on paper
findings-heading-hints = Questions that may help
findings-more = { $count ->
    [one] And 1 more question for later.
   *[other] And { $count } more questions for later.
}
