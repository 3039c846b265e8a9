# The words of the command 'landvast'.

cli-about = Write your plan, and make a card from it.
cli-about-long = Landvast keeps your plan encrypted on this device. There is no account and no network. From your plan you make a card for your wallet.
cli-after-help = Start with: landvast init

## Options that work everywhere

cli-option-vault = Folder that holds your plan
cli-option-vault-usual = Without --vault your plan is in { $folder }
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
cli-write-session = Without a field we ask question after question, and you type your passphrase once.
cli-write-long = For lines or rows give as many as you like. Without an answer you are asked for it.
cli-write-card-text = Shorter text for the card
cli-write-row = Add one row: column=value; column=value. Columns: landvast fields f.meds
cli-write-person = The person this answer is about, by name or number
cli-write-lang = Language of this answer, if it is another one: ar, nl, tr
cli-write-clear = Clear this answer
cli-read-about = Read your plan, a section or one answer
cli-person-about = Your people: add, edit, list, remove
cli-person-add-about = Add somebody
cli-person-edit-about = Change what is written about somebody
cli-person-list-about = List your people in the order to call them
cli-person-remove-about = Remove somebody
cli-undo-about = Take back the last change
cli-redo-about = Put back what you just took back
cli-history-about = Show earlier versions of an answer
cli-check-about = Show what would make your plan or card better
cli-import-about = Read answers from a file
cli-export-about = Write your whole plan to a file, not encrypted
cli-schema-about = Show what a file to read in looks like
cli-card-about = Make your card
cli-card-layout = Layout: fold (fold-out card), mini (small card) or screen
cli-card-second-language = Second language on the front
cli-sheet-about = Make a sheet for one next of kin
cli-sheet-long = The sheet holds what this person may know and can do. It is made to be read at night too.
cli-sheet-for = Who the sheet is for, by name or number
cli-plan-about = Put your full plan on paper
cli-plan-long = The plan is for you, or for one professional who is named in it.
cli-wishes-about = Make a page with your wishes about care
cli-wishes-long = Take it along to a talk about your care.
cli-agreements-about = Make a page with who does what and when
cli-agreements-long = Everybody signs only what they agreed to themselves.
cli-paper-language = Language of the fixed words on paper
cli-paper-for = Who it is for, by name or number; otherwise for you
cli-paper-with = Put this field on it too; may be repeated
cli-paper-with-long = What only you see never comes on it by itself. Add it field by field with --with.
cli-blank-about = Make an empty form to fill in by hand
cli-blank-long = Without --what it is the card: one sheet that you can use today.
cli-blank-what = What: card, mini, sheet, plan, wishes or agreements
cli-copies-about = Keep track of who has which paper
cli-copies-long = Without anything else this shows who has what. So you can ask an old version back.
cli-copies-add-about = Write down that you gave something
cli-copies-add-long = It is about the newest version of that paper.
cli-copies-for = Who got it, by name or number
cli-copies-what = What: card, sheet, plan, wishes or agreements
cli-copies-form = How: paper or digital
cli-copies-back-about = Write down that somebody gave something back
cli-copies-back-what = Only this paper; otherwise everything
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
cli-arg-paper-out = File, ending in .pdf or .png
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
cli-done-copy = Written down. { $copy }
cli-done-cleared = Cleared: { $field }
cli-done-person-added = Added: { $name }
cli-done-person-edited = Saved: { $name }
cli-done-person-removed = Removed: { $name }
cli-done-undo = The last change was taken back:
cli-done-undo-next = Changed your mind? Put it back before you write anything else: landvast redo
cli-done-redo = Your change is there again:
cli-done-import = { $count ->
    [one] 1 answer taken over.
   *[other] { $count } answers taken over.
}
cli-done-import-people = { $count ->
    [one] 1 person taken over.
   *[other] { $count } people taken over.
}
cli-done-export = Your plan is in { $file }. Please note: anybody can read this file.
cli-done-replaced = The old lines were replaced. You can get them back with: landvast undo
cli-done-paper = Your { $paper } is in { $file }.
cli-done-paper-pages = Your { $paper } is in { $count } files, from { $first } to { $last }.
cli-done-paper-stamp = Version { $version }, check code { $code }.
cli-done-paper-print = Print at 100 %, and measure the line.
cli-done-paper-screen = Put the picture on your lock screen if you want to. Anybody can read it then.
cli-done-paper-give = Read it through together. Given? Write it down: landvast copies add --help
cli-done-paper-read = Read it through before you give it. Given? Write it down: landvast copies add --help
cli-done-paper-sign = Sign with a pen. Everybody signs only what they agreed to themselves.
cli-blank-form = blank form
cli-done-blank = Print it at 100 %, and write with a pen. Later you can type it in with: landvast write
cli-done-passphrase = You have a new passphrase.
cli-done-recover = Your plan is open again. Your recovery code stays the same.

## Busy

cli-busy-opening = Opening the plan
cli-busy-creating = Making the plan
cli-busy-card = Making the card
cli-busy-paper = Making the paper
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
cli-info-papers = { $count ->
    [one] 1 other paper made
   *[other] { $count } other papers made
}
cli-info-old-vault = This seems to be an older copy of your plan. What was written later is missing here.
cli-info-old-header = The lock of your plan is from before you changed your passphrase or recovery code. Somebody may have put it back. Then an old passphrase may open your plan again. Lock everything anew: landvast renew
cli-info-old-since = Since { $date } you have gone on with an older copy of your plan. What stood in the newer one is missing here. Do you know this already? Tell us with: landvast info --known
cli-info-old-known = All right. We no longer say that this is an older copy.
cli-info-known = You know that this is an older copy: stop saying so
cli-info-mended = We mended a small fault in the storage. Nothing was lost.
cli-info-not-mended = The lock of your plan is stored twice, and one of the two is damaged. It could not be mended now. Everything is still there. See whether there is room, and make a backup to be safe: landvast backup

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
cli-name-row = ROW
cli-name-shell = SHELL
cli-name-command = COMMAND
cli-name-layout = LAYOUT
cli-name-paper = WHAT
cli-name-form = HOW
cli-name-tag = LANG
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
cli-person-add-long = Every option takes what its field asks for. A row is column=value; column=value, or JSON.
cli-person-edit-long = An option with "" clears that answer.
cli-person-remove-yes = Do not ask first
cli-check-all = Show every hint
cli-export-replace = Replace the file if it is there
cli-export-long = Anybody who has the file can read it. Keep it safe, or throw it away after use.
cli-import-long = All of it is taken over, or nothing. See the shape with: landvast schema
cli-init-long = You choose a passphrase and get a recovery code. Your plan is made once you have typed the last group of that code.
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
cli-undo-many = { $count ->
    [one] You take back 1 thing:
   *[other] You take back { $count } things:
}
cli-undo-before = This does not take back forgetting or renewing. It takes back your change of { $date }. Then this happens:
cli-confirm-undo = Go on? You can put it back afterwards.
cli-undo-yes = Ask nothing, even if much is taken back
cli-check-fine = Nothing stands out. Your card can be made.
cli-check-matters = This matters on your card
cli-check-paper = This looks different on paper
cli-check-hints = This may help you further
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

## What you can choose, in plain words

cli-choose-fold = fold-out card
cli-choose-mini = small card
cli-choose-screen = screen
cli-choose-card = card
cli-choose-sheet = sheet
cli-choose-plan = plan
cli-choose-wishes = wishes
cli-choose-agreements = agreements
cli-choose-paper = paper
cli-choose-digital = digital

## Who has which paper

cli-copies-empty = You have not written down yet who has a paper of yours.
cli-copies-older = There is a newer version. Ask for this one back, or give the new one.

## Question after question

cli-enough = enough for today
# Whoever types one of these stops; told apart by " | ".
cli-enough-said = enough for today | enough | stop | done | quit
cli-session-hello = We calmly ask one thing at a time. What you wrote before is not asked again.
cli-session-how = Enter without an answer skips. Had enough? Type: stop. Everything you wrote is kept.
cli-session-now = Go on with this now?
cli-session-care = The next question may weigh on you. You do not have to answer it.
cli-session-who = Who should be in your plan? Type a name (empty goes on)
cli-session-about = Write something about { $name } now?
cli-session-saved = Saved.
cli-session-card = You can make a first card already: landvast card card.pdf
cli-session-stored = { $count ->
    [0] Nothing new was saved.
    [one] 1 answer was saved.
   *[other] { $count } answers were saved.
}
cli-session-next = You can always go on: landvast write
cli-prompt-hint-session = Enter when done, empty skips. To stop: stop, enough or done

## The steps of a talk

session-step-0 = Getting to know each other
session-step-1 = When things go well
session-step-2 = Looking back at an earlier time
session-step-3 = Signs, and how it builds up
session-step-4 = How to help me
session-step-5 = My people
session-step-6 = Care and medicines
session-step-7 = Home and practical matters
session-step-8 = Rules of my plan
session-step-9 = Asking and agreeing
session-step-10 = Choosing what goes on the card
session-step-11 = Signing and sharing
session-step-12 = Looking it over
session-step-rest = What is left
session-step-well = My wellness plan

## Keeping a plan for life

cli-backup-about = Put your whole plan in one file that opens with six words
cli-backup-long = You get six words for it. The backup is made once you have typed the last two.
cli-backup-opens = The file also opens without Landvast: age -d backup.age
cli-arg-backup-out = New file, such as backup.age
cli-words-file-write = Put the six words in this file
cli-restore-about = Get your plan back from a backup
cli-restore-long = If there is no plan here, it becomes a new one. You choose a passphrase and get a recovery code.
cli-restore-into = If there is a plan, you first see what would change. landvast undo takes it back.
cli-arg-backup-in = The file with the backup
cli-words-file-read = File that holds the six words on one line
cli-restore-merge = Bring the two together; what is newest stays
cli-restore-replace = Your plan becomes what the backup is
cli-restore-yes = Ask nothing, even if your plan is replaced
cli-confirm-replace = Replace your plan with this backup? You can take it back afterwards.
cli-salvage-about = Get back what a damaged plan still holds
cli-salvage-long = What is sure comes back by itself. You are asked about each loose piece. What you leave waits: run it again on another day.
cli-salvage-code = Open it with the recovery code
cli-salvage-take = Take every loose piece, for your eyes only
cli-salvage-leave = Leave every loose piece for another day
cli-salvage-forget = Remove for good what was put aside before
cli-recovery-about = Get a new recovery code
cli-recovery-long = Your old code stops working once you have given back the new one.
cli-recovery-new = Make a new code
cli-renew-about = Lock everything anew, because somebody saw a secret
cli-renew-long = You choose a new passphrase and get a new recovery code. Everything gets a new key.
cli-forget-about = Let earlier versions of an answer go for good
cli-forget-long = What stands there now stays. Everything gets a new key, so you get a new recovery code.
cli-erase-about = Erase your plan for good
cli-erase-long = You are asked to type a sentence. After that nobody can get it back from here.
cli-prompt-words = The six words of this backup
cli-prompt-last-words = Type the last two words
cli-words-heading = These are the six words of this backup
cli-words-explained = Copy them onto paper. Keep that paper apart from the file. Without these words nobody opens it.
cli-words-only-now = We show the words only once.
cli-words-in-file = The six words are in { $file }. Print them, then remove the file.
cli-done-backup = Your backup is in { $file }.
cli-done-backup-apart = Keep it somewhere else: on a stick, or with somebody you trust.
cli-done-backup-not-noted = Your backup is whole. Only its date could not be written in your plan.
cli-busy-backup = Making the backup
cli-busy-restoring = Opening the backup
cli-busy-salvage = Looking for what is left
cli-restore-about-it = This backup was made on { $date }. It holds { $answers ->
    [one] 1 answer
   *[other] { $answers } answers
} and { $people ->
    [one] 1 person
   *[other] { $people } people
}.
cli-restore-older = It is an earlier version of this same plan.
cli-restore-if-merged = If you bring them together:
cli-restore-if-replaced = If you replace your plan:
cli-restore-section = { $section }: { $added } new, { $changed } changed, { $removed } gone
cli-restore-people = People: { $added } new, { $removed } gone
cli-restore-settings = { $count ->
    [one] 1 setting changes, such as the language or the order of people
   *[other] { $count } settings change, such as the language or the order of people
}
cli-restore-same = None of your answers change.
cli-restore-left-out = { $count ->
    [one] 1 answer from the backup does not come along, because you took it away later.
   *[other] { $count } answers from the backup do not come along, because you took them away later.
} If you want everything back as it was then, replace your plan (--replace).
cli-prompt-restore = What would you like?
cli-choose-nothing = leave it as it is
cli-choose-merge = bring them together
cli-choose-replace = replace my plan
cli-done-restore = Your backup was put back.
cli-done-restore-undo = You can take it back with: landvast undo
cli-salvage-whole = All your answers are back as they last were. Read them once more: landvast read
cli-salvage-nothing = No answer came back.
cli-salvage-up-to = Your plan is back as it was on { $date }.
cli-salvage-some = A part of your plan is back. We cannot tell of which day.
cli-salvage-missing = { $count ->
    [0] Of what you wrote after that we found loose pieces only.
    [one] 1 later change could not be found.
   *[other] { $count } later changes could not be found.
}
cli-salvage-no-history = Only earlier versions of your answers are lost.
cli-salvage-pieces = We also found loose pieces. What you take back is for you alone at first.
cli-salvage-section = { $section }: { $count ->
    [one] 1 piece
   *[other] { $count } pieces
}
cli-salvage-taken = { $count ->
    [one] 1 piece was taken back.
   *[other] { $count } pieces were taken back.
}
cli-salvage-left = { $count ->
    [one] 1 piece waits for you. See it again with: landvast salvage
   *[other] { $count } pieces wait for you. See them again with: landvast salvage
}
cli-salvage-aside = What was damaged is put aside. Remove it with: landvast salvage --forget
cli-prompt-piece = Take this back?
cli-choose-take = take it back
cli-choose-leave = leave it for another day
cli-choose-drop = no, and do not ask again
cli-choose-take-rest = take back this and all others
cli-choose-leave-rest = leave this and all others for another day
cli-confirm-forget-damaged = Remove for good what was put aside?
cli-done-forget-damaged = Nothing damaged is left here.
cli-done-recovery = You have a new recovery code. The old one no longer works.
cli-old-copies-open-code = An old copy of your plan still opens with your old code.
cli-done-renew = Everything is locked anew. Only your new passphrase and your new code open it.
cli-confirm-forget = Let all earlier versions of this answer go for good?
cli-done-forget = The earlier versions are gone here. Your new recovery code counts from now on.
cli-erase-explained = This erases your plan here for good. Nobody can get it back, and we cannot either.
cli-erase-sentence = erase my plan for good
cli-prompt-erase = Type to erase: ‘{ $sentence }’
cli-done-erase = Your plan was erased here.
cli-elsewhere = This may still hold what you wrote before:
cli-elsewhere-backup = your backup of { $date }
cli-elsewhere-damaged = damaged parts that were put aside: landvast salvage --forget
cli-elsewhere-papers = papers, pictures and files you made yourself, also those from export
cli-elsewhere-folders = copies of the folder of your plan that you or your device made
cli-info-backup = Latest backup: { $date }
cli-info-no-backup = No backup was made yet. Make one with: landvast backup backup.age
cli-info-damaged = Damaged parts put aside: { $count } kB
cli-info-swap = This device may put memory on its disk for a while. An encrypted disk helps.

## What a change was about

change-person = person
change-order = order in which to call people
change-language = language of your plan
change-state = state of your plan
cli-change-added = new: { $what }
cli-change-changed = changed: { $what }
cli-change-removed = gone: { $what }
cli-undo-added = back again: { $what }
cli-undo-changed = as it was: { $what }
cli-undo-removed = no longer there: { $what }
cli-redo-changed = changed again: { $what }
cli-change-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
cli-import-replaces = { $count ->
    [one] This file takes the place of 1 thing that is in your plan:
   *[other] This file takes the place of { $count } things that are in your plan:
}
cli-confirm-import = Go on? You can take it back afterwards.
cli-import-yes = Do not ask first when something is replaced
cli-done-import-replaced = { $count ->
    [one] 1 thing was changed or removed. Take it all back: landvast undo
   *[other] { $count } things were changed or removed. Take it all back: landvast undo
}
cli-confirm-same-name = Somebody called { $name } is in your list already. Add another one?
cli-person-add-yes = Do not ask, even if the name is in the list already
