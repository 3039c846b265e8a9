# The words of the command 'landvast'.

cli-about = Write your plan, and make a card from it.
cli-about-long = Landvast keeps your plan encrypted on this device. There is no account and no network. From your plan you make a card for your wallet.
cli-after-help = Start with: landvast init

## Options that work everywhere

cli-option-vault = Folder that holds your plan
cli-option-passphrase-file = Passphrase from this file (-: input)
cli-option-json = Answer as JSON, for programs
cli-option-help = Show this help
cli-option-version = Show the version

## Commands

cli-init-about = Start a new plan
cli-init-language = Language of your plan: nl or en
cli-recovery-file-write = Put the recovery code in this file
cli-fields-about = Show all questions, with their names and kinds
cli-write-about = Write an answer
cli-write-long = For lines or rows give as many as you like. Without a value you are asked for it.
cli-write-card-text = Shorter text for the card
cli-write-row = Add one row, as JSON. Columns: landvast fields f.meds
cli-write-person = The person this answer is about, by name or number
cli-write-clear = Clear this answer
cli-read-about = Read your plan, a section or one answer
cli-person-about = Your people: add, edit, list, remove
cli-person-add-about = Add somebody
cli-person-edit-about = Change what is written about somebody
cli-person-list-about = List your people in the order to call them
cli-person-remove-about = Remove somebody
cli-undo-about = Take back the last change
cli-history-about = Show earlier versions of an answer
cli-check-about = Show what would make your plan or card better
cli-import-about = Read answers from a file
cli-export-about = Write your whole plan to a file, not encrypted
cli-schema-about = Show what a file to read in looks like
cli-card-about = Make your card as PDF or PNG
cli-card-language = Language of the fixed words on the card
cli-card-second-language = Second language on the front
cli-passphrase-about = Choose a new passphrase
cli-new-passphrase-file = File with the new passphrase on one line
cli-recover-about = Open your plan with the recovery code, and choose a new passphrase
cli-recovery-file-read = File that holds the recovery code
cli-info-about = Show where your plan is, and how it is doing
cli-completions-about = Make completions for your shell
cli-man-about = Make the manual page
cli-help-about = Show this help, or that of a command

## What you put behind it

cli-arg-field = Name of the field, such as c.first
cli-arg-field-or-section = Name of a field or a section, such as c.first or c
cli-arg-value = Your answer; each part is a line in fields with lines
cli-arg-person = Name or number of somebody in your list
cli-arg-person-name = Name
cli-arg-file-in = File to read; - reads the input
cli-arg-file-out = File to write; - writes to the screen
cli-arg-card-out = File for the card, ending in .pdf or .png
cli-arg-shell = Your shell

## Questions

cli-prompt-passphrase = Passphrase
cli-prompt-new-passphrase = Choose a passphrase
cli-prompt-passphrase-again = Once more
cli-prompt-passphrase-hint = Take a few words that only you would put together.
cli-prompt-recovery-code = Recovery code
cli-prompt-last-group = Type the last group of your code
cli-prompt-value = Your answer
cli-prompt-line = Line { $number } (empty is done)
cli-confirm-remove-person = Remove { $name }, with everything written about them?

## The recovery code

cli-recovery-heading = This is your recovery code
cli-recovery-explained = Copy it onto paper. Keep it apart from your phone. It opens your plan if you lose your passphrase.
cli-recovery-only-now = We show the code only once.
cli-recovery-in-file = The recovery code is in { $file }. Print it, then remove the file.
cli-old-copies-open = An old copy of your plan still opens with your old passphrase.

## Done

cli-done-init = Your plan was made in { $folder }.
cli-done-init-next = Start with one sentence: landvast write c.first
cli-done-written = Saved: { $field }
cli-done-cleared = Cleared: { $field }
cli-done-person-added = Added: { $name }
cli-done-person-edited = Saved: { $name }
cli-done-person-removed = Removed: { $name }
cli-done-undo = The last change was taken back.
cli-done-import = { $count ->
    [one] 1 answer taken over.
   *[other] { $count } answers taken over.
}
cli-done-import-people = { $count ->
    [one] 1 person taken over.
   *[other] { $count } people taken over.
}
cli-done-export = Your plan is in { $file }. Please note: anybody can read this file.
cli-done-card = Your card is in { $file }.
cli-done-card-stamp = Version { $version }, check code { $code }.
cli-done-card-print = Print at 100 %, and measure the line.
cli-done-passphrase = You have a new passphrase.
cli-done-recover = Your plan is open again. Your recovery code stays the same.

## Busy

cli-busy-opening = Opening the plan
cli-busy-creating = Making the plan
cli-busy-card = Making the card
cli-busy-importing = Reading in
cli-busy-keys = Working out the key

## Overviews

cli-head-kind = Kind
cli-head-question = Question
cli-head-choices = Choices
cli-head-columns = Columns
cli-head-who-sees = Who reads this
cli-nothing-written = Nothing here yet. Write it with: landvast write { $field }
cli-plan-empty = Your plan is still empty. Start with: landvast write c.first
cli-people-empty = There is nobody in your list yet.
cli-history-empty = There are no earlier versions.
cli-history-cleared = cleared
cli-card-text-is = On the card: { $text }
cli-info-folder = Folder: { $folder }
cli-info-answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
cli-info-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
cli-info-actions = { $count ->
    [one] 1 change stored
   *[other] { $count } changes stored
}
cli-info-language = Language: { $language }
cli-info-state = Your plan { $state }.
cli-info-card = Latest card: version { $version }, { $date }
cli-info-no-card = No card was made yet.
cli-info-old-vault = This seems to be an older copy of your plan. What was written later is missing here.
cli-info-mended = We mended a small fault in the storage. Nothing was lost.

## How help is laid out

cli-usage = Use
cli-usage-options = options
cli-heading-commands = Commands
cli-heading-arguments = What you put behind it
cli-heading-options = Options
cli-heading-everywhere = Options that work everywhere
cli-heading-examples = For instance
cli-heading-exits = How the command ends (exit code)
cli-name-field = FIELD
cli-name-section = SECTION
cli-name-value = VALUE
cli-name-text = TEXT
cli-name-who = WHO
cli-name-name = NAME
cli-name-file = FILE
cli-name-folder = DIR
cli-name-language = nl|en
cli-name-json = JSON
cli-name-shell = SHELL
cli-name-command = COMMAND
cli-exit-done = It is done
cli-exit-internal = A fault in Landvast itself
cli-exit-usage = The command was not understood
cli-exit-wrong-secret = Wrong passphrase or code
cli-exit-wait = Wait before the next try
cli-exit-not-found = There is no such plan, person, answer or file
cli-exit-in-use = The plan is open somewhere else
cli-exit-damaged = A part of the stored plan is damaged
cli-exit-newer-format = Made by a newer version
cli-exit-storage-full = The storage is full
cli-exit-invalid = What was given does not fit
cli-exit-already-there = It is there already
cli-exit-refused = Reading or writing was refused
cli-exit-interrupted = You stopped
cli-man-name = NAME
cli-man-synopsis = SYNOPSIS
cli-man-description = DESCRIPTION

## More options

cli-option-words = Language of the words: nl or en
cli-help-long = More about a command: landvast help write
cli-help-quick = Landvast asks for your passphrase and never shows it.
cli-arg-command = The command you want to know more about
cli-write-input = A single - reads your answer from the input. Put -- before an answer that begins with a dash.
cli-write-asked = With only --audience or --card-text your answer stays as it is.
cli-write-audience = Who may read this: me, next-of-kin, professionals, anyone, or a name. default takes your choice back.
cli-read-person = Read what is written about this person
cli-history-person = The person this answer is about
cli-person-add-long = Every option takes what its field asks for. Rows are JSON.
cli-person-edit-long = An option with "" clears that answer.
cli-person-remove-yes = Do not ask first
cli-check-all = Show every hint
cli-export-replace = Replace the file if it is there
cli-export-long = Anybody who has the file can read it. Keep it safe, or throw it away after use.
cli-import-long = All of it is taken over, or nothing. See the shape with: landvast schema
cli-init-long = You choose a passphrase and get a recovery code. Nothing is made before you have given back the last group of that code.
cli-card-long = A card can always be made, from whatever there is. Print it at 100 %.
cli-fields-of = Only this field or section

## More questions

cli-prompt-hint-secret = What you type stays hidden.
cli-prompt-hint-choose = Arrow keys to move, Enter to choose, Esc to stop
cli-prompt-hint-several = Space to mark, Enter when done, Esc to stop
cli-prompt-hint-line = Enter when done, Esc to stop
cli-prompt-skip = skip
cli-prompt-agreed = What did they say?
cli-prompt-agreed-on = On which day?
cli-prompt-another-row = Add another row?
cli-prompt-yes-no = { $question } ({ $yes }/{ $no })
cli-answer-now = You wrote: { $text }
cli-unchanged = Nothing was changed.
cli-try-again = Please try again.

## More done

cli-done-init-code = Your recovery code opens it if you lose your passphrase.
cli-done-import-next = See what could be better: landvast check
cli-done-undo-count = { $count ->
    [one] 1 thing is as it was before.
   *[other] { $count } things are as they were before.
}
cli-check-fine = Nothing stands out. Your card can be made.
cli-check-matters = This matters on your card
cli-check-paper = This comes out otherwise on paper
cli-check-hints = This may help you on
cli-check-more = { $count ->
    [one] 1 more hint: landvast check --all
   *[other] { $count } more hints: landvast check --all
}
cli-read-not-yet = Not written yet: { $fields }
cli-read-who = Who reads this: { $who }
cli-info-size = Size: { $count } kB
cli-info-format = Format: { $count }
cli-info-snapshot = The spare copy of your plan was damaged. Your plan itself is whole.
cli-head-example = Example
