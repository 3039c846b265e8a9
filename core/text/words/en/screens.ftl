# Words on the screens.

screen-save = Save
screen-saving = Saving
screen-saved = Saved
screen-saved-at = Saved at { $time }
screen-not-saved = Not saved yet
screen-undo = Put back
screen-undone = Put back
screen-hide = Hide
screen-show = Show
screen-hide-section = Hide this section
screen-lock = Lock
screen-close = Close
screen-back = Back
screen-cancel = Never mind
screen-done = Done
screen-enough-for-today = Enough for today
screen-skip = Skip
screen-next = Next

## Fields

screen-answer-empty = Still empty. That is fine.
screen-example = For example: { $example }
screen-example-use = Example
screen-add-line = One more line
screen-add-row = One more row
screen-add-number = One more number
screen-add-person = One more person
screen-remove-line = Take this line away
screen-remove-row = Take this row away
screen-move-up = Up
screen-move-down = Down
screen-choose = Choose
screen-choose-day = Choose a day
screen-clear-answer = Clear
screen-card-text = Shorter text for the card
screen-characters-left = { $count ->
    [one] 1 character left on the card
   *[other] { $count } characters left on the card
}
screen-characters-over = { $count ->
    [one] 1 character too long for the card
   *[other] { $count } characters too long for the card
}
screen-number-unreadable = Nobody can ring this number. Is it right?
screen-check-this-number = Please check this number before you ring.
screen-field-position = Question { $number } of { $count }

## Who reads this

screen-who-sees = Who may read this?
screen-who-only-me = Only me
screen-who-people = { $names }
screen-who-next-of-kin = My next of kin
screen-who-professionals = My professionals
screen-who-anyone = Anyone who finds the card
screen-who-default = As usual
screen-who-default-explained = As usual: { $who }
screen-on-card = Is on the card
screen-not-on-card = Is not on the card
screen-preview = See what that person sees
screen-exactly-this = That person sees exactly this, nothing more.

## When you are not well right now

screen-not-well-now = Are you not well right now?
screen-not-well-now-call = Ring { $phone }. You can always talk, day and night.
screen-show-card = Show my card

## Filling in a day and a time

screen-day = Day
screen-month = Month
screen-year = Year
screen-no-such-day = There is no such day. Please have another look.
screen-not-whole = Not finished yet. It is saved as soon as it is.
screen-hours-some = At set times
screen-from = From
screen-until = Until
screen-add-hours = One more time
screen-remove-hours = Remove this time
screen-read-by = Who reads this
screen-needs-care = This question may be hard. You do not have to read it now.
