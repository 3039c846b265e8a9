# Waarom iets niet past. { $field } is de naam van het veld of de plek in een bestand.
# Wat iemand schreef, staat hier nooit in: een fout mag in een verslag terechtkomen.

# Een plek in een veld met rijen, in plaats van alleen het veld.
problem-at-row = { $field } (rij { $row })
problem-at-cell = { $field } (rij { $row }, { $column })
problem-at-column = { $field } ({ $column })

problem-not-json = Dit is geen geldige JSON. Het gaat mis in regel { $line }, bij teken { $column }.
problem-file-too-large = Dit bestand is veel groter dan een plan ooit is.
problem-no-version = Dit bestand zegt niet dat het een plan is. Begin met: "landvast": 1
problem-newer-format = Dit bestand is voor een nieuwere versie van Landvast. Werk Landvast eerst bij.
problem-unknown-language = Deze taal kennen wij nog niet. Kies nl of en.
problem-unknown-key = { $field } kennen wij niet.
    .nearest = { $field } kennen wij niet. Bedoel je { $nearest }?
problem-twice = { $field } staat er twee keer. Laat er één staan.
problem-unknown-field = { $field } is geen veld van het plan.
    .nearest = { $field } is geen veld van het plan. Bedoel je { $nearest }?
problem-derived = { $field } wordt vanzelf ingevuld. Je kunt het niet zelf schrijven.
problem-wrong-kind = { $field } vraagt om iets anders: { $kind }.
problem-too-long = { $field } heeft { $count } tekens. Meer dan { $most } kunnen we niet bewaren.
problem-too-many = { $field } heeft { $count } delen. Meer dan { $most } kunnen we niet bewaren.
problem-unknown-choice = { $field } kent deze keuze niet. Kies uit: { $choices }.
    .nearest = { $field } kent deze keuze niet. Bedoel je { $nearest }? Of kies uit: { $choices }.
problem-unknown-column = { $field } heeft deze kolom niet. Kies uit: { $columns }.
problem-out-of-range = { $field } gaat van 1 tot en met { $most }.
problem-no-such-day = { $field } noemt een dag die niet bestaat. Kijk nog eens op de kalender.
problem-day-far-away = { $field } noemt een dag die meer dan 120 jaar ver weg is.
problem-not-a-day = { $field } vraagt om een dag, zoals 31 maart 2026 of 31-3-2026.
problem-day-two-ways = { $field } heeft een datum die twee dagen kan zijn. Schrijf de maand in letters: 3 april 2026.
problem-not-hours = { $field } vraagt om tijden, zoals ma-vr 9-17.
problem-unknown-person = { $field } noemt iemand die niet in je lijst staat. Voeg die persoon eerst toe.
problem-several-people = { $field } noemt een naam die meer mensen hebben. Gebruik het nummer uit je lijst.
problem-never-for-them = { $field } kan niet naar deze lezers. Kies een kleinere kring.
problem-cannot-tick = { $field } staat er al op, of is niet voor dit papier of deze lezer.
