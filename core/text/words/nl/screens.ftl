# Woorden op de schermen.

screen-save = Bewaar
screen-saving = Even bewaren
screen-saved = Bewaard
screen-saved-at = Bewaard om { $time }
screen-not-saved = Nog niet bewaard
screen-undo = Zet terug
screen-undone = Teruggezet
screen-hide = Verberg
screen-show = Laat zien
screen-hide-section = Verberg dit onderdeel
screen-lock = Op slot
screen-close = Sluit
screen-back = Terug
screen-cancel = Toch niet
screen-done = Klaar
screen-enough-for-today = Genoeg voor vandaag
screen-skip = Sla over
screen-next = Verder

## Velden

screen-answer-empty = Nog leeg. Dat mag.
screen-example = Bijvoorbeeld: { $example }
screen-example-use = Voorbeeld
screen-add-line = Nog een regel
screen-add-row = Nog een rij
screen-add-number = Nog een nummer
screen-add-person = Nog iemand
screen-remove-line = Haal deze regel weg
screen-remove-row = Haal deze rij weg
screen-move-up = Omhoog
screen-move-down = Omlaag
screen-choose = Kies
screen-choose-day = Kies een dag
screen-clear-answer = Maak leeg
screen-card-text = Kortere tekst voor de kaart
screen-characters-left = { $count ->
    [one] Nog 1 teken op de kaart
   *[other] Nog { $count } tekens op de kaart
}
screen-characters-over = { $count ->
    [one] 1 teken te lang voor de kaart
   *[other] { $count } tekens te lang voor de kaart
}
screen-number-unreadable = Niemand kan dit nummer bellen. Klopt het?
screen-check-this-number = Kijk dit nummer na voor je belt.
screen-field-position = Vraag { $number } van { $count }

## Wie dit leest

screen-who-sees = Wie mag dit lezen?
screen-who-only-me = Alleen ik
screen-who-people = { $names }
screen-who-next-of-kin = Mijn naasten
screen-who-professionals = Mijn hulpverleners
screen-who-anyone = Iedereen die de kaart vindt
screen-who-default = Zoals gewoonlijk
screen-who-default-explained = Zoals gewoonlijk: { $who }
screen-on-card = Staat op de kaart
screen-not-on-card = Staat niet op de kaart
screen-preview = Kijk wat die persoon ziet
screen-exactly-this = Precies dit ziet die persoon, meer niet.

## Als het nu niet goed gaat

screen-not-well-now = Gaat het nu niet goed?
screen-not-well-now-call = Bel { $phone }. Praten kan altijd, dag en nacht.
screen-show-card = Laat mijn kaart zien

## Een dag en een tijd invullen

screen-day = Dag
screen-month = Maand
screen-year = Jaar
screen-no-such-day = Deze dag bestaat niet. Kijk het nog eens na.
screen-not-whole = Nog niet af. Zodra het af is, wordt het bewaard.
screen-hours-some = Op vaste tijden
screen-from = Van
screen-until = Tot
screen-add-hours = Nog een tijd
screen-remove-hours = Haal deze tijd weg
screen-read-by = Wie dit leest
screen-needs-care = Deze vraag kan moeilijk zijn. Je hoeft hem nu niet te lezen.
