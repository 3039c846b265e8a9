# De woorden op de kaart en op het vel eromheen.
# De kaart spreekt als de eigenaar ("ik", "mij") tegen wie hem leest ("je").

## Voorkant

card-cover-line = Gaat het niet goed met mij?
card-cover-read = Lees dit eerst.
card-open-here = open hier
card-i-am = Ik ben { $name }
card-call-first = Bel eerst
card-this-is-my-card = Dit is mijn kaart

## Koppen van de acht vlakken

card-panel-l1 = Lees dit eerst
card-panel-l2 = Zo help je mij
card-panel-l3 = Let hierop
card-panel-l4 = Voor politie, ambulance en arts
card-panel-r1 = Bel deze mensen
card-panel-r2 = Is er gevaar?
card-panel-r3 = Medicijnen en lichaam
card-panel-r4 = Thuis en mijn wensen

## Bellen

card-call-in-order = Bel in deze volgorde. Geen gehoor? Bel de volgende.
card-not-asked = nog niet gevraagd
# Iemand met wie de eigenaar iets is: "Ana (zus)".
card-person = { $name } ({ $kind })
card-call = Bel { $name }
card-at-night = Avond en nacht: { $phone }
card-by-day = Overdag: { $phone }
card-nobody-to-call = Bel de huisarts of { $phone }.
card-found = Gevonden? Bel { $name }: { $phone }
card-found-nobody = Kaart gevonden? Lever hem in bij de politie of de gemeente.

## Gevaar

card-danger = Gevaar? Bel { $phone }.
card-danger-about = Bij levensgevaar, dag en nacht.
card-suicide = Zelfdoding? Bel { $phone }.
card-suicide-about = Gratis, ook voor jou.

## Wat niet past

card-see-plan = meer in mijn plan
card-see-plan-more = { $count ->
    [one] nog 1: zie mijn plan
   *[other] nog { $count }: zie mijn plan
}
card-panel-empty = Ruimte om zelf iets bij te schrijven

## Stempel van vertrouwen

card-made-on = Gemaakt op { $date }
card-review-by = Nakijken vóór { $date }
card-version = Versie { $version }
card-check-code = Controlecode { $code }
card-check-code-about = Lees mij de code voor. Heb ik dezelfde, dan zijn onze kaarten gelijk.
card-agreed-with = Afgesproken met { $names }
card-agreed-with-many = { $count ->
    [one] Afgesproken met 1 persoon
   *[other] Afgesproken met { $count } mensen
}
card-possibly-outdated = Mogelijk verouderd. Vraag of dit nog klopt.
card-stamp = Versie { $version }, gemaakt op { $date }

## Het vel om de kaart: knippen, vouwen, plakken

sheet-title = Mijn kaart om uit te knippen
sheet-print-at-full-size = Print op 100 %, niet passend maken.
sheet-measure-ruler = Meet deze lijn: 50 mm.
sheet-ruler-wrong = Is de lijn korter of langer? Print dan opnieuw op 100 %.
sheet-step-cut = 1 Knip langs de lijn.
sheet-step-fold-back = 2 Vouw de rechterkant naar achteren.
sheet-step-glue = 3 Plak de twee helften op elkaar.
sheet-step-zigzag = 4 Vouw zigzag, met ‘Lees dit eerst’ voorop.
sheet-glue-here = plak dan rug aan rug
sheet-fold = vouw
sheet-fold-away = vouw naar achteren
sheet-fold-towards = vouw naar voren
sheet-cut = knip
sheet-keep-with-you = Draag de kaart bij je. Geef een kopie aan wie erop staat.
sheet-old-copies = Gooi oude kaarten weg.
sheet-made-with = Gemaakt met Landvast. Dit is geen officieel document.

## Woorden voor wie de tekeningen niet ziet

alt-folding = Tekening in vier stappen: knippen, naar achteren vouwen, plakken, zigzag vouwen.
alt-ruler = Een lijn van 50 millimeter.
alt-cut-line = Kniplijn om de kaart.
alt-open-arrow = Pijl naar beneden: de kaart gaat hier open.
alt-phone = Telefoon
alt-call-link = Bel { $name } op { $phone }
alt-panel = Vlak { $number } van { $count }: { $heading }

## De eigenschappen van het bestand

pdf-title = Mijn kaart – { $name }
pdf-title-nameless = Mijn kaart
pdf-subject = Lees dit als het niet goed gaat met { $name }.
pdf-subject-nameless = Lees dit als het niet goed gaat met mij.
