# Wat het plan of de kaart beter zou maken. Alleen de eigenaar leest dit.
# Elke zin zegt wat er is en wat je kunt doen. Geen oordeel, geen cijfer.

## Dit merkt de lezer van je kaart

finding-no-one-to-call = Er staat nog niemand om te bellen op je kaart. Wie zou je willen vragen?
finding-no-call-name = Op je kaart staat nog geen naam. Hoe wil je genoemd worden?
finding-no-first = Voorop je kaart is nog plek voor één zin. Wat moet iemand als eerste doen?
finding-no-where = Je kaart zegt nog niet waar je hele plan ligt. Wie heeft een kopie?
finding-not-asked = { $name } heeft nog geen ja of nee gezegd. Vraag het, dan mag de kaart { $name } noemen.
finding-number-not-on-card = { $name } doet mee. Vraag nog of het nummer op de kaart mag.
finding-no-number = Bij { $name } staat nog geen telefoonnummer. Schrijf het erbij als je het hebt.
finding-person-without-name = Bij je mensen staat iemand zonder naam. Schrijf de naam erbij.
finding-phone-unreadable = Niemand kan het nummer ‘{ $phone }’ bij { $who } bellen. Kijk het nog eens na.
finding-review-soon = Je kaart is bijna een jaar oud. Kies een rustig moment om hem na te lezen.
finding-review-due = Je kaart is een jaar oud. Lees hem nog eens: klopt alles nog?
finding-review-overdue = Je kaart is ruim een jaar oud. Lees hem na, en maak een nieuwe als dat nodig is.
finding-review-outdated = Je kaart is anderhalf jaar oud. Lezers vertrouwen hem misschien niet meer. Maak een nieuwe als het kan.
finding-same-name = Er staan meer mensen in je lijst die { $name } heten. Zet er iets bij, zodat niemand ze verwisselt.
finding-copy-older = { $name } heeft een oudere versie: { $paper }. Geef de nieuwe, of vraag de oude terug.
finding-person-gone = ‘{ $field }’ noemt iemand die niet meer in je lijst staat. Kies iemand anders, of haal de naam weg.
finding-left-out = ‘{ $field }’ staat niet in dit papier. Je kunt het er voor één keer bij zetten.
finding-said-no = { $name } zei nee toen je het vroeg. Geef dit alleen als het nu anders is.

## Dit staat anders op papier dan je het schreef

finding-too-long-for-card = ‘{ $field }’ is { $count ->
    [one] 1 teken
   *[other] { $count } tekens
} te lang voor de kaart. Schrijf een kortere tekst voor de kaart, of laat de rest in je plan.
finding-too-many-for-card = ‘{ $field }’ heeft { $count ->
    [one] 1 regel meer dan op de kaart past
   *[other] { $count } regels meer dan op de kaart passen
}. Zet het belangrijkste bovenaan.
finding-moved-to-plan = ‘{ $field }’ paste niet op de kaart: { $count ->
    [one] 1 teken
   *[other] { $count } tekens
} te veel. Daar staat nu ‘meer in mijn plan’.
finding-moved-to-plan-panel = Niet alles paste onder ‘{ $panel }’. Daar staat nu ‘meer in mijn plan’.
finding-card-text-older = Je veranderde ‘{ $field }’ na de kortere tekst voor de kaart. Klopt die tekst nog?
finding-minor-has-tasks = { $name } is jonger dan 18. Op dat blad komen geen taken: helpen is werk voor volwassenen.
finding-minor-not-on-card = { $name } is jonger dan 18 en staat niet op je kaart. Vreemden bellen geen kind. Wil je het toch? Vraag { $name } om een ja, ook voor het nummer. Deel de naam dan met iedereen.
finding-missing-characters = ‘{ $field }’ heeft tekens die wij niet kunnen printen: { $characters }. Schrijf ze liever in letters.
finding-invisible-characters = { $count ->
    [one] ‘{ $field }’ heeft 1 onzichtbaar teken. Op papier laten we het weg.
   *[other] ‘{ $field }’ heeft { $count } onzichtbare tekens. Op papier laten we ze weg.
}

## Vragen die je plan persoonlijker maken

finding-not-on-card = ‘{ $field }’ staat nog niet op je kaart. Wil je dat wel? Deel het dan met iedereen.
finding-nothing-helps = Wat hielp jou ooit echt? Eén ding is al genoeg.
finding-no-what-worked = Wat hielp je een vorige keer? Eén voorbeeld is genoeg.
finding-no-what-failed = Wat hielp je een vorige keer juist niet? Dan hoeft niemand dat nog eens te proberen.
finding-no-wish = Wat wil je graag als je zorg nodig hebt? Schrijf één wens op.
finding-nobody-has-a-copy = Niemand anders heeft je plan. Aan wie wil je een kopie geven?
finding-involvement-differs = { $name } wil meer of minder meedoen dan jij dacht. Praat er samen eens over.
finding-nothing-to-avoid = Is er iets wat iemand beter niet kan doen? Zet het erbij.
finding-no-signs = Waaraan zien anderen dat het niet goed met je gaat? Schrijf twee tekens op.
finding-one-sign-only = Je noemt één teken. Is er nog iets wat anderen aan je zien?
finding-refusal-without-alternative = Je noemt een medicijn dat je niet wilt. Wat mag dan wel?
finding-nothing-instead = Bij ‘{ $field }’ staat wat je liever niet wilt. Wat mag dan wel?
finding-meds-unchecked = Laat je medicijnen eens nakijken door een arts of je apotheek. Zet dan de dag erbij.
finding-meds-check-old = Je medicijnen zijn langer dan een half jaar niet nagekeken. Vraag het je apotheek.
finding-no-out-of-hours = Wie is er te bellen in de avond, nacht en het weekend? Zoek het nummer van je huisartsenpost.
finding-no-stop-signs = Waaraan zien anderen dat het weer goed gaat? Dan kan je plan weer uit.
finding-dependants-unanswered = Zorg je voor kinderen, dieren of anderen? Schrijf het op, of schrijf: geen.

## Om de bevindingen heen

# Een veld van iemand: "Telefoon bij Ana".
finding-field-of = { $field } bij { $name }
findings-none = Er valt nu niets te verbeteren. Mooi.
findings-heading-matters = Dit merkt de lezer van je kaart
findings-heading-paper = Dit staat anders op papier
findings-heading-hints = Vragen die verder helpen
findings-more = { $count ->
    [one] En nog 1 vraag voor later.
   *[other] En nog { $count } vragen voor later.
}
