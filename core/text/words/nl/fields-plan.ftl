# De vragen van het plan: wat het veld heet, wat we de eigenaar vragen, en hoe het op de kaart heet.
# Hier: de onderdelen, en de velden over mij, mijn crisis, zo help je mij en de regels.
# Een bericht per veld: 'field-' en de naam van het veld, met '-' op de plaats van '.'.
#   (eigen tekst) het label · .question de vraag · .example een verzonnen antwoord
#   .card de kop op de kaart · .help een regel uitleg · .public wat een vreemde leest
#   .said hoe een kolom in een zin staat als hij niet voor zichzelf spreekt

## Onderdelen

section-a = Over mij
    .about = Wie je bent, en hoe mensen goed met je praten.
section-b = Mijn { $crisis }
    .about = Hoe je bent als het goed gaat, en wat anderen zien als het misgaat.
section-c = Zo help je mij
    .about = Wat iemand die bij je is het beste kan doen.
section-d = Mijn mensen
    .about = Wie er voor je is, en wat jullie met elkaar afspreken.
section-e = Hulpverleners en afspraken
    .about = Wie je helpt in de zorg, en wat jullie hebben afgesproken.
section-f = Lichaam en medicijnen
    .about = Wat een arts moet weten om veilig te helpen.
section-g = Zorg en opname
    .about = Welke zorg bij je past, en welke liever niet.
section-h = Thuis en praktisch
    .about = Wie zorgt voor de mensen, dieren en dingen die je lief zijn.
section-i = Regels van mijn plan
    .about = Wanneer je plan begint en stopt, en waar het ligt.
section-w = Mijn Goed-plan
    .about = Wat je doet om je goed te voelen. Dit blijft van jou, tenzij je iets deelt.

## A. Over mij

field-a-call_name = Zo noem je mij
    .question = Hoe wil je genoemd worden?
    .example = Noor
    .card = Ik heet
    .help = Je roepnaam is genoeg. Een bekende naam maakt rustig.
field-a-full_name = Voor- en achternaam
    .question = Wat is je hele naam?
    .example = Noor Verhagen
    .card = Mijn naam
    .help = Zorgverleners vinden zo je gegevens. Op de kaart staat hij alleen als jij dat wilt.
field-a-birth_date = Geboortedatum
    .question = Wanneer ben je geboren?
    .card = Geboren
    .help = Samen met je naam vindt de zorg hiermee je dossier.
field-a-phone = Mijn telefoonnummer
    .question = Op welk nummer ben je zelf te bereiken?
    .example = 06 12345678
field-a-address = Adres
    .question = Waar woon je?
    .example = Lindestraat 12, Utrecht
    .help = Je adres staat nooit op de kaart. Een kaart kan kwijtraken.
field-a-languages = Mijn taal
    .question = Welke taal spreek je het liefst? Heb je een tolk nodig?
    .example = Nederlands. Als ik moe ben liever Turks, graag met een tolk.
    .card = Mijn taal
field-a-communication = Dit helpt als je met mij praat
    .question = Wat helpt jou als iemand met je praat of je iets laat lezen?
    .example = Korte zinnen. Wacht even op mijn antwoord.
    .card = Zo praat je met mij
field-a-faith_culture = Geloof, cultuur, gewoontes
    .question = Waar wil je dat mensen rekening mee houden?
    .example = Ik eet halal. Ik word liever door een vrouw geholpen.
    .card = Houd rekening met
field-a-insurer = Zorgverzekeraar en polisnummer
    .question = Bij welke zorgverzekeraar zit je, en wat is je polisnummer?
    .example = Zorgverzekeraar De Dijk, polis 1234567
    .help = Vul hier nooit je burgerservicenummer (bsn) in.
field-a-talents = Dit kan ik goed, dit wil ik nog
    .question = Waar ben je goed in, en waar droom je van?
    .example = Ik kan goed luisteren en taarten bakken. Ooit wil ik naar IJsland.
field-a-own_word = Mijn woord
    .question = Welk woord gebruik jij zelf voor een crisis?
    .example = storm
    .help = Wij gebruiken daarna overal jouw woord. Laat leeg als crisis voor jou goed is.

## B. Mijn crisis

field-b-well = Zo ben ik als het goed gaat
    .question = Hoe ben je als het goed gaat? Waaraan merken anderen dat?
    .example = Ik maak grapjes, ik fiets veel en ik bel mijn zus.
field-b-seen = Dit zie of hoor je aan mij
    .question = Wat zien of horen anderen aan jou, en wat betekent dat?
    .example = Ik praat hard en snel. Dat is angst, geen boosheid.
    .card = Dit zie je, en dit betekent het
    .help = Een vreemde begrijpt je zo veel sneller.
field-b-felt = Dit maak ik zelf mee
    .question = Hoe is het voor jou, van binnen?
    .example = Ik hoor stemmen en denk dat niemand te vertrouwen is.
    .card = Dit maak ik mee
field-b-phases = Zo bouwt het op
    .question = Hoe bouwt het op bij jou? Wat zie je, wat doe jij dan, en wat doen anderen?
    .example = Oranje: ik slaap kort en houd de gordijnen dicht. Kom dan thee bij me drinken.
    .help = Eén kleur invullen is ook goed.
field-b-triggers = Zo wordt het niet erger
    .question = Wat maakt het voor jou erger? Schrijf het liefst op als een verzoek.
    .example = Liever geen sirene en niet te veel mensen tegelijk.
    .card = Mijn verzoek
field-b-take_over = Dan wil ik hulp bij beslissen
    .question = Wanneer wil je dat iemand met je meebeslist?
    .example = Als ik drie nachten niet slaap en mijn zus niet meer vertrouw.
    .card = Help mij beslissen als
field-b-duration = Zo lang duurt het meestal
    .question = Hoe lang duurt het meestal bij jou?
    .example = Een paar uur. Met rust en thee zakt het vaak vanzelf.
    .card = Zo lang duurt het
field-b-earlier = Wat hielp eerder, en wat niet
    .card = Vorige keer
    .question = Denk aan een eerdere keer. Wat hielp toen, wat niet, en waarom?
    .example = Wandelen met Ana hielp: ik hoefde niets te zeggen.
    .help = Je hoeft niet terug te kijken als je dat nu niet wilt.
field-b-not_this = Lijkt erop, maar is iets anders
    .question = Heb je iets anders dat hierop kan lijken, zoals een lage suiker?
    .example = Suikerziekte: zweet en tril ik, meet dan eerst mijn suiker.
    .card = Het kan ook dit zijn
field-b-diagnosis = Diagnose
    .question = Is er een diagnose die je wilt noemen? Leeg laten mag altijd.
    .example = Bipolaire stoornis
    .card = Diagnose

## C. Zo help je mij

field-c-first = Doe eerst dit
    .question = Wat moet iemand als allereerste doen? Schrijf één zin.
    .example = Ga rustig naast me zitten en zeg mijn naam.
    .card = Doe eerst dit
    .help = Deze zin staat voor op je kaart.
field-c-do = Dit helpt
    .question = Wat helpt jou echt? Noem ten hoogste vijf dingen, het beste eerst.
    .example = Praat zacht en langzaam
    .card = Dit helpt
field-c-dont = Doe dit niet
    .question = Wat moet iemand juist niet doen? Noem ten hoogste vijf dingen.
    .example = Pak me niet vast
    .card = Doe dit niet
field-c-touch = Aanraken
    .question = Mag iemand je aanraken?
    .card = Aanraken
field-c-place = Een rustige plek voor mij
    .question = Waar word jij rustig?
    .example = Buiten op een bankje, of in een kamer met het licht uit.
    .card = Hier word ik rustig
field-c-tools = Dit kalmeert mij
    .question = Welke dingen maken jou rustig, en waar zijn ze?
    .example = In mijn rode tas zitten een koptelefoon en pepermunt.
    .card = Dit kalmeert mij
field-c-sentence = Zeg dit tegen mij
    .question = Welke zin wil jij dan horen?
    .example = Je bent veilig, ik blijf bij je.
    .card = Zeg dit
field-c-police = Voor politie en ambulance
    .question = Wat vraag je aan politie en ambulance?
    .example = Sirene uit graag. Eén iemand praat, en zegt vooraf wat er gebeurt.
    .card = Mijn vraag aan jullie
field-c-refuse = Als ik hulp weiger
    .question = Wat mogen mensen doen als je op dat moment hulp weigert?
    .example = Vraag het een uur later nog eens. Bel daarna mijn zus.
field-c-danger = Als er gevaar is
    .question = Wat moet er gebeuren als er gevaar is voor jou of iemand anders?
    .example = Bel 112. Haal de autosleutel weg en blijf in de buurt.
field-c-suicide = Als ik dood wil
    .question = Wat helpt jou door dat moment heen? Je hoeft geen middel te noemen.
    .example = Mijn kat en mijn neefje houden mij hier.
    .help = Dit staat nooit op de kaart. Praten kan altijd: bel 113, dag en nacht.

## I. Regels van mijn plan

field-i-start = Plan gaat aan als
    .question = Wanneer begint je plan?
    .example = Als ik twee nachten niet slaap en niemand meer opneem.
field-i-who_starts = Wie mag zeggen dat het plan begint
    .card = Wie dat zegt
    .question = Wie mag zeggen dat je plan nu begint?
    .example = Ikzelf, mijn zus Ana, of Marit van het wijkteam.
    .help = Dit geeft niemand toegang tot je gegevens. Jij houdt al je rechten.
field-i-disagree = Als mijn mensen het niet eens zijn
    .card = Zijn jullie het oneens?
    .question = Naar wie luisteren we eerst als je mensen het niet eens zijn?
    .example = Luister eerst naar mijn zus Ana.
    .help = Dit geeft niemand macht. Wil je dat wel, regel dan een schriftelijke machtiging.
field-i-stop = Plan gaat uit als
    .question = Waaraan zien we dat je plan weer uit mag? Wie bespreekt dat met jou?
    .example = Als ik weer slaap en zelf kook. Marit bespreekt het met mij.
field-i-version = Versie
    .card = Versie
    .help = Telt elke kaart waarop iets is veranderd.
field-i-date = Gemaakt op
    .card = Gemaakt op
    .help = De dag waarop deze versie is gemaakt.
field-i-review_by = Nakijken vóór
    .card = Nakijken vóór
    .help = Een jaar na de dag waarop deze versie is gemaakt.
field-i-replaces = Vervangt oudere versies
    .card = Let op de datum
    .help = Een nieuwere datum vervangt alle oudere kaarten.
field-i-where = Hier ligt mijn hele plan
    .question = Waar ligt je hele plan, en wie heeft een kopie?
    .example = Thuis in de blauwe map. Ana heeft een kopie.
    .card = Hier ligt mijn hele plan
field-i-sign_owner = Mijn handtekening
    .question = Op welke dag zet je jouw handtekening?
field-i-sign_others = Andere handtekeningen
    .question = Wie tekent nog meer, en wanneer? Iedereen tekent alleen voor de eigen afspraak.
    .example = Ana, 3 maart 2026
field-i-consultant = Gemaakt met
    .question = Met wie heb je dit plan gemaakt? Zelf gemaakt is ook goed.
    .example = Zelf gemaakt, samen met mijn zus.
    .card = Zo gemaakt
field-i-register = Ook bekend bij
    .question = Waar is je plan nog meer bekend, zoals bij je huisarts of de politie?
    .example = Huisartsenpraktijk De Linde
field-i-legal_note = Dit zijn mijn wensen
    .card = Mijn wensen
    .help = Een vaste regel die zegt hoe een lezer dit plan mag opvatten.

## Kolommen van velden met rijen

column-b-seen-sign = Dit zie of hoor je
column-b-seen-meaning = Dit betekent het
column-b-phases-phase = Kleur
column-b-phases-signs = Dit zie je
column-b-phases-i_do = Dit doe ik
    .said = ik: { $cell }
column-b-phases-you_do = Dit doe jij
    .said = jij: { $cell }
column-b-earlier-what = Wat
column-b-earlier-worked = Hielp het
column-b-earlier-why = Want
column-c-suicide-keeps_me = Wat mij hier houdt
column-c-suicide-distraction = Wat mij afleidt
column-c-suicide-who = Wie ik bel of opzoek
column-c-suicide-safer = Zo maak ik de plek veiliger
column-i-sign_others-who = Wie
column-i-sign_others-name = Naam
column-i-sign_others-on = Op
    .said = op { $cell }
column-i-register-where = Waar
column-i-register-since = Sinds
    .said = sinds { $cell }

## Keuzes, zoals ze op papier staan

choice-b-phases-phase-green = groen – het gaat goed
choice-b-phases-phase-orange = oranje – het gaat minder
choice-b-phases-phase-red = rood – het gaat mis
choice-b-earlier-worked-yes = dat hielp
choice-b-earlier-worked-partly = dat hielp een beetje
choice-b-earlier-worked-no = dat hielp niet
choice-c-touch-yes = Je mag me aanraken
choice-c-touch-ask = Vraag het eerst
choice-c-touch-no = Raak me niet aan

## Vaste regels, die niemand zelf schrijft

derived-i-replaces = Dit vervangt alle oudere versies.
derived-i-legal_note = Dit zijn mijn wensen, houd er rekening mee. Een schriftelijke weigering of zelfbindingsverklaring kan juridisch gelden: zie mijn papieren.
