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
finding-phone-unreadable = Het nummer ‘{ $phone }’ bij { $who } kan niemand bellen. Kijk het nog eens na.
finding-review-due = Je kaart is een jaar oud. Lees hem nog eens: klopt alles nog?

## Dit staat anders op papier dan je het schreef

finding-too-long-for-card = ‘{ $field }’ is { $count ->
    [one] 1 teken
   *[other] { $count } tekens
} te lang voor de kaart. Schrijf een kortere tekst voor de kaart, of laat de rest in je plan.
finding-too-many-for-card = ‘{ $field }’ heeft { $count ->
    [one] 1 regel
   *[other] { $count } regels
} meer dan op de kaart past. Zet het belangrijkste bovenaan.
finding-moved-to-plan = ‘{ $field }’ paste niet op de kaart: { $count ->
    [one] 1 teken
   *[other] { $count } tekens
} te veel. Daar staat nu ‘meer in mijn plan’.
finding-moved-to-plan-panel = Niet alles paste onder ‘{ $panel }’. Daar staat nu ‘meer in mijn plan’.
finding-missing-characters = ‘{ $field }’ heeft tekens die wij niet kunnen drukken: { $characters }. Schrijf ze liever in letters.
finding-invisible-characters = { $count ->
    [one] ‘{ $field }’ heeft 1 onzichtbaar teken. Op papier laten we het weg.
   *[other] ‘{ $field }’ heeft { $count } onzichtbare tekens. Op papier laten we ze weg.
}

## Vragen die je plan persoonlijker maken

finding-nothing-helps = Wat hielp jou ooit echt? Eén ding is al genoeg.
finding-nothing-to-avoid = Is er iets wat iemand beter niet kan doen? Zet het erbij.
finding-one-sign-only = Je noemt één teken. Is er nog iets wat anderen aan je zien?
finding-refusal-without-alternative = Je noemt een medicijn dat je niet wilt. Wat mag dan wel?
finding-meds-unchecked = Laat je medicijnen eens nakijken door arts of apotheek. Zet dan de dag erbij.
finding-meds-check-old = Je medicijnen zijn langer dan een half jaar niet nagekeken. Vraag het je apotheek.
finding-no-out-of-hours = Wie belt iemand in de avond, nacht of het weekend? Zoek het nummer van je huisartsenpost.
finding-no-stop-signs = Waaraan zien anderen dat het weer gaat? Dan kan je plan weer uit.
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
finding-not-on-card = ‘{ $field }’ staat nog niet op je kaart. Wil je dat wel? Deel het dan met iedereen.
