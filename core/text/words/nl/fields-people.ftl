# De vragen over mijn mensen: een antwoord per persoon. Hoe een bericht is opgebouwd: fields-plan.ftl.

## D. Mijn mensen

field-d-name = Naam
    .question = Hoe heet deze persoon?
    .example = Ana
    .card = Bel
field-d-phones = Telefoon
    .question = Op welke nummers is deze persoon te bereiken?
    .example = 06 12345678
    .card = Telefoon
field-d-kind = Wie is dit voor mij?
    .question = Wie is deze persoon voor jou?
    .card = Dit is mijn
field-d-circle = Naaste, hulpverlener of iemand anders
    .question = Hoort deze persoon bij je naasten, bij de zorg, of is het iemand anders?
    .help = Iemand anders is bijvoorbeeld een buur, een lotgenoot of een geestelijk verzorger.
field-d-call_order = Bel als nummer
    .question = Als hoeveelste mag iemand deze persoon bellen?
    .help = Nummer 1 staat voor op je kaart.
field-d-hours = Bereikbaar
    .question = Wanneer is deze persoon te bereiken?
    .example = ma-vr 9-17
    .card = Bereikbaar
field-d-involvement = Zo veel doe je mee
    .card = Zo veel doe je mee
    .question = Hoeveel wil je dat deze persoon meedoet?
field-d-involvement_theirs = Zo veel wil die persoon zelf
    .card = Zo veel wil jij zelf
    .question = Hoeveel wil deze persoon zelf meedoen?
field-d-formal_role = Officiële rol
    .question = Heeft deze persoon een officiële rol?
    .help = Meestal niet, en dat is gewoon goed. Een bewindvoerder beslist alleen over geld.
field-d-tasks = Dit doe jij
    .question = Wat spreken jullie af dat deze persoon doet?
    .example = Bij mij langskomen en de kat eten geven
field-d-limits = Dit hoef jij niet
    .question = Wat hoeft deze persoon niet te doen van jou?
    .example = Je hoeft niet over mijn medicijnen te praten. Blijf gewoon mijn zus.
field-d-may_know = Dit mag je weten
    .question = Welke onderdelen van je plan mag deze persoon lezen?
field-d-may_tell = Dit mag je aan anderen vertellen
    .question = Wat mag deze persoon aan anderen vertellen, en aan wie?
    .example = Tegen mijn werk mag je zeggen dat ik ziek ben. Meer niet.
field-d-info_from_care = Dit mag de zorg met jou delen
    .question = Wat mogen hulpverleners aan deze persoon vertellen?
    .example = Waar ik ben en hoe het gaat. Niet wat ik in gesprekken zeg.
field-d-number_on_card = Nummer op de kaart
    .question = Mag het nummer van deze persoon op je kaart staan?
    .help = Vreemden kunnen de kaart ook lezen. Vraag het dus eerst.
field-d-asked = Gevraagd op
    .question = Wanneer heb je deze persoon gevraagd?
field-d-agreed = Akkoord
    .question = Wat was het antwoord, en op welke dag?
    .help = Pas na een ja noemt je kaart iemand om te bellen.
field-d-copy = Heeft mijn plan
    .help = Welke versie deze persoon heeft, en sinds wanneer.
field-d-overload = Hoe gaat het met jou?
    .question = Wat heeft deze persoon zelf nodig?
    .example = Iemand om mee te praten na een zware nacht.
field-d-minor = Jonger dan 18
    .question = Is deze persoon jonger dan 18 jaar?
    .help = Een kind of jongere krijgt geen taken.
field-d-own_message = Persoonlijk bericht
    .question = Wat wil je tegen deze persoon zeggen?
    .example = Dank je dat je er bent. Je hoeft het niet op te lossen.
field-d-not_call = Deze mensen liever niet
    .question = Zijn er mensen die er liever niet bij komen? Een reden mag, het hoeft niet.
    .example = Mijn vorige huisgenoot

## Kolommen van velden met rijen

column-d-tasks-task = Wat
column-d-tasks-how = Hoe
column-d-tasks-when = Wanneer
column-d-tasks-kind = Soort taak
    .said = { "" }
column-d-tasks-days = Na hoeveel stille dagen
    .said = { $cell ->
        [one] na 1 stille dag
       *[other] na { $cell } stille dagen
    }
column-d-not_call-name = Naam
column-d-not_call-reason = Reden

## Keuzes, zoals ze op papier staan

choice-d-kind-partner = partner
choice-d-kind-parent = ouder
choice-d-kind-child = kind
choice-d-kind-sibling = broer of zus
choice-d-kind-friend = vriend
choice-d-kind-neighbour = buur
choice-d-kind-colleague = collega
choice-d-kind-peer = lotgenoot
choice-d-kind-family_expert = familie-ervaringsdeskundige
choice-d-kind-other = bekende
choice-d-circle-next_of_kin = naaste
choice-d-circle-professional = hulpverlener
choice-d-circle-fourth = iemand anders
choice-d-formal_role-none = geen
choice-d-formal_role-authorised = schriftelijk gemachtigde
choice-d-formal_role-mentor = mentor
choice-d-formal_role-administrator = bewindvoerder, alleen over geld
choice-d-formal_role-guardian = curator
choice-d-formal_role-wvggz_contact = contactpersoon Wvggz
choice-d-number_on_card-yes = ja, het nummer mag op de kaart
choice-d-number_on_card-no = nee, liever niet
choice-d-minor-yes = ja, jonger dan 18
choice-d-minor-no = nee
choice-d-tasks-kind-check_in = contact zoeken als ik stil ben
choice-d-tasks-kind-keep = iets bewaren
choice-d-tasks-kind-fetch = iets of iemand halen
choice-d-tasks-kind-call = bellen
choice-d-tasks-kind-stay = bij mij blijven
choice-d-tasks-kind-other = iets anders

## Trappen

degree-d-involvement-1 = Je hoeft niets te weten
degree-d-involvement-2 = Je mag het weten
degree-d-involvement-3 = Je helpt mee
degree-d-involvement-4 = Je denkt mee en we overleggen
degree-d-involvement_theirs-1 = Ik hoef niets te weten
degree-d-involvement_theirs-2 = Ik wil het weten
degree-d-involvement_theirs-3 = Ik wil meehelpen
degree-d-involvement_theirs-4 = Ik wil meedenken en overleggen
