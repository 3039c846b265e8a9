# What can go wrong. Every message has three parts:
#   (own text) what happened · .kept how your plan is · .next what you can do now

## Errors

error-wrong-secret = This passphrase or code does not open your plan.
    .kept = Your plan is still there, nothing was changed.
    .next = Please try again calmly. Mind capitals and spaces. Your recovery code works too.
    .again = Please try again calmly. Mind capitals and spaces. Your recovery code does not go here. It works with: landvast recover
    .thrice = This passphrase does not open your plan. This was the third time.
    .recover = Take a break. Your recovery code lets you in too: landvast recover
error-wait = { $seconds ->
    [one] One moment please: 1 more second.
   *[other] One moment please: { $seconds } more seconds.
}
    .kept = Your plan is still there. Nothing is ever deleted because you made a mistake.
    .next = Try again after that. With your recovery code you need not wait.
error-locked = Your plan is locked.
    .kept = Everything you wrote is stored.
    .next = Open it with your passphrase.
error-in-use = Your plan is already open somewhere else.
    .kept = Nothing was changed.
    .next = Close it there, and try again here.
error-damaged = A part of your stored plan is damaged: { $part }.
    .kept = We deleted nothing. What can still be read stays where it is.
    .next = Throw nothing away. Make a copy of the whole folder first.
    .salvage = Get back what there is: landvast salvage
    .restore = Put a backup back in another folder: landvast --vault FOLDER restore FILE
error-newer-format = This plan was stored by a newer version of Landvast.
    .kept = Nothing was changed.
    .next = Update Landvast, and open your plan again.
error-storage-full = The storage is full. Your last change may not be stored.
    .kept = Everything that was stored before is still there.
    .before = The storage is full. So nothing was stored or made now.
    .again = Free at least { $room } MB, and try again.
    .next = Free at least { $room } MB. Then open your plan again, and see whether your last change is there.
error-not-found = There is no plan here.
    .kept = Nothing was changed.
    .next = See whether this is the right place, or start a new plan.
    .in = We looked in { $folder }.
    .vault = Is your plan somewhere else? Name that folder with: --vault DIR
error-already-there = Something is here already.
    .kept = It was not touched.
    .next = Open that plan, or choose another place for a new one.
error-not-writable = Nothing can be saved in this place.
    .kept = Your plan itself is stored safely.
    .next = Choose another folder or another name.
error-not-readable = This file cannot be read.
    .kept = Nothing was changed.
    .next = See whether the file exists and whether you may open it.
error-unknown-ending = A paper becomes a PDF or a PNG.
    .kept = Your plan was not changed.
    .next = Let the name end in .pdf or .png.
error-invalid = { $count ->
    [one] Something does not fit. There is 1 thing to correct:
   *[other] Something does not fit. There are { $count } things to correct:
}
    .kept = Nothing was changed.
    .next = Please correct it, and try again.
error-no-such-thing = What you are looking for is not here.
    .kept = Nothing was changed.
    .next = Look at your list first, and try again.
error-refused = This device will not read or write here. Your last change may not be stored.
    .kept = Everything that was stored before is still there.
    .next = See whether you may write here, then open your plan again.
error-interrupted = You stopped.
    .kept = Everything that was stored before is still there.
    .code = Your old recovery code still works. The new one is worth nothing.
    .next = You can simply go on later.
error-interrupted-init = You stopped.
    .kept = There is no plan yet. If a recovery code was shown, it is worth nothing any more.
    .next = Begin again whenever you like. You will get a new code.
error-nothing-to-undo = There is nothing to undo.
    .kept = Your plan was not changed.
    .next = If you are looking for something, see the earlier versions of an answer.
error-nothing-to-redo = There is nothing to put back.
    .next = You can only put something back if you changed nothing else since.
error-passphrase-differs = The two passphrases are not the same.
    .kept = Nothing was changed.
    .next = Please type it twice again.
error-passphrase-weak = This passphrase is too short. It needs at least { $count } characters.
    .kept = Nothing was changed.
    .next = Take a few words that only you would put together.
error-wrong-reader = Your { $paper } is not for this person.
    .kept = Nothing was made and nothing was changed.
    .next-plan = This is a professional. Make the full plan for a professional.
    .next-sheet = This is no professional. Make a sheet for a next of kin.
error-no-paper-yet = No version of this paper was made yet.
    .kept = Nothing was written down.
    .next = Make the paper first. Then write down who got it.
error-code-group-differs = This is not the last group of your recovery code.
    .kept = Nothing was made yet.
    .next = Look at your paper, and type the last group again.
error-words-wrong = These words do not open this backup.
    .kept = Nothing was changed.
    .next = Look at the paper that belongs to this backup. Each backup has six words of its own.
error-word-unknown = Word { $position } is not in our list.
    .near = Word { $position } is not in our list. Do you mean { $nearest }?
    .kept = Nothing was changed.
    .next = Copy the six words from your paper once more.
error-word-count = A backup has six words. These are { $count }.
    .kept = Nothing was changed.
    .next = Copy the six words from your paper once more.
error-no-backup = This file is not a backup of a plan.
    .key = This file was locked in another way, not with six words.
    .damaged = This backup is damaged. It cannot be read as a whole.
    .costly = Opening this file asks far too much of your device.
    .long = This file is far longer than any plan.
    .memory = Your device has too little memory free for this.
    .kept = Nothing was changed.
    .next = See whether this is the right file.
    .older = Try another copy of this file, or an older backup.
    .room = Close other programs, and try again.
error-words-differ = These are not the last two words of your backup.
    .kept = No backup was made. These words are worth nothing any more.
    .next = Begin again whenever you like. You will get six new words.
error-words-again = These are not the last two words.
    .kept = Your six words have not changed.
    .next = Your six words stay the same. Look at your paper, and type the last two once more.
error-interrupted-backup = You stopped.
    .kept = No backup was made. These words are worth nothing.
    .next = Begin again whenever you like. You will get six new words.
error-how-to-restore = There is a plan here already.
    .kept = It was not touched.
    .next = Choose --merge to bring the two together, or --replace.
error-keys-in-doubt = This device stopped us while the keys were changed.
    .kept = Your plan is still there. Perhaps the old keys open it, perhaps the new ones.
    .next = Keep both codes, and both passphrases if you chose a new one. Try which of them opens your plan.
error-erase-differs = That is not the sentence.
    .kept = Nothing was erased. Your plan is still there.
    .next = If you want to erase it, type the sentence as it stands there.
error-internal = Something went wrong inside Landvast.
    .kept = What was stored is still there.
    .next = Open your plan again. If it keeps happening, report it. Tell nothing from your plan.

## Which part is damaged

part-header = the beginning with the locks
part-store = the stored answers
part-snapshot = the spare copy of your plan
part-mark = the bookmark in your plan
part-import = the file that you read in

## What a field asks for

kind-text = a text
kind-lines = a few short lines
kind-choice = one of the choices
kind-day = a day, such as 31 March 2026
kind-phones = phone numbers
kind-hours = times, such as mo-fr 9-17
kind-degree = a number
kind-rows = rows with columns, such as column=value; column=value
kind-people = people from your list
kind-agreement = an answer with a day, such as yes 2026-03-31
kind-sections = sections of your plan
kind-derived = nothing, it fills itself in
kind-object = an object with names and values
kind-list = a list
kind-audience = a list of readers: me, next_of_kin, professionals, anyone, or a name

## What only the command can meet

error-usage = This command was not understood.
    .command = We do not know this command.
    .command-nearest = We do not know this command. Do you mean { $nearest }?
    .option = We do not know this option, or there is one word too many.
    .option-nearest = We do not know this option. Do you mean { $nearest }?
    .missing = Something is still missing: { $names }.
    .conflict = These do not go together: { $names }.
    .value = This does not fit { $name }.
    .value-choices = This does not fit { $name }. Choose from: { $choices }.
    .kept = Nothing was changed.
    .next = See how it works: landvast { $command } --help
error-no-terminal = There is no screen here to ask you something.
    .kept = Nothing was changed.
    .passphrase = Give your passphrase with --passphrase-file.
    .new-passphrase = Give the new passphrase with --new-passphrase-file.
    .code = Name a file for the recovery code with --recovery-file.
    .value = Put your answer behind the field.
    .confirm = If you are sure: use --yes.
    .words = Name a file for the six words with --words-file.
    .pieces = Do this at a screen, or say --take-all or --leave-all.
    .erase = Do this at a screen. Nobody erases a plan by accident.
error-file-there = This file is there already.
    .kept = It was not touched.
    .next = Choose another name.
    .replace = Choose another name, or use --replace.
error-is-folder = This is a folder, not a file.
    .kept = Nothing was changed.
    .next = Put the name of a file behind it.
error-no-such-file = There is no such file.
    .kept = Nothing was changed.
    .next = See whether the name and the folder are right.
error-no-room = There is no room for this file.
    .kept = Your plan itself is stored safely.
    .next = Make some room, or choose another place.
error-not-one-line = This file does not hold one line with a passphrase or code.
    .kept = Nothing was changed.
    .next = Put it on one line, and nothing else in the file.
error-passphrase-unusable = We cannot use this passphrase: it is far too long.
    .kept = Nothing was changed.
    .next = Take a few words that only you would put together.
error-code-mistyped = There is a typing slip in this recovery code.
    .kept = Nothing was changed.
    .next = Type it again from your paper. Capitals do not matter.
error-no-folder = We do not know where your plans are kept on this device.
    .kept = Nothing was changed.
    .next = Name a folder with --vault.
error-needs-person = This field is about one person.
    .kept = Nothing was changed.
    .next = Say about whom with --person.
error-no-such-person = There is nobody of this name or number in your list.
    .kept = Nothing was changed.
    .next = See your list: landvast person list
error-nothing-out = None of them has such a paper any more.
    .kept = Nothing was changed.
    .next = See who has what: landvast copies
error-nothing-came = Nothing came in.
    .kept = Your answer was not changed.
    .next = To clear it, use: --clear
error-nothing-given = There is nothing here to change.
    .kept = Nothing was changed.
    .next = Say what you want to change. See the help for the options.

## How somebody types a choice or a reader

typed-ask = ask first
typed-or = or
reader-me = myself
reader-next-of-kin = next of kin
reader-professionals = professionals
reader-anyone = anyone
