# Why something does not fit. { $field } is the name of the field or the place in a file.
# What somebody wrote never stands here: an error may end up in a report.

# A place in a field of rows, instead of the field alone.
problem-at-row = { $field } (row { $row })
problem-at-cell = { $field } (row { $row }, { $column })
problem-at-column = { $field } ({ $column })

problem-not-json = This is not valid JSON. It goes wrong in line { $line }, at character { $column }.
problem-file-too-large = This file is far larger than a plan ever is.
problem-no-version = This file does not say that it is a plan. Begin with: "landvast": 1
problem-newer-format = This file is for a newer version of Landvast. Please update Landvast first.
problem-unknown-language = We do not know this language yet. Choose nl or en.
problem-unknown-key = We do not know { $field }.
    .nearest = We do not know { $field }. Do you mean { $nearest }?
problem-twice = { $field } is there twice. Leave one of them.
problem-unknown-field = { $field } is no field of the plan.
    .nearest = { $field } is no field of the plan. Do you mean { $nearest }?
problem-derived = { $field } fills itself in. You cannot write it yourself.
problem-wrong-kind = { $field } asks for something else: { $kind }.
problem-too-long = { $field } has { $count } characters. We cannot keep more than { $most }.
problem-too-many = { $field } has { $count } parts. We cannot keep more than { $most }.
problem-unknown-choice = { $field } does not have this choice. Choose from: { $choices }.
    .nearest = { $field } does not have this choice. Do you mean { $nearest }? Or choose from: { $choices }.
problem-unknown-column = { $field } does not have this column. Choose from: { $columns }.
problem-out-of-range = { $field } goes from 1 to { $most }.
problem-no-such-day = { $field } names a day that does not exist. Please look at the calendar again.
problem-day-far-away = { $field } names a day that is more than 120 years away.
problem-not-a-day = { $field } asks for a day, such as 31 March 2026 or 2026-03-31.
problem-day-two-ways = { $field } has a date that can be two days. Write the month in letters: 3 April 2026.
problem-not-hours = { $field } asks for times, such as mo-fr 9-17.
problem-unknown-person = { $field } names somebody who is not in your list. Add that person first.
problem-several-people = { $field } has a name that several people share. Use the number from your list.
problem-never-for-them = { $field } cannot go to these readers. Choose a smaller circle.
problem-cannot-tick = { $field } is on it already, or is not for this paper or reader.
