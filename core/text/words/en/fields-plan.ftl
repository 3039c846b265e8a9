# The questions of the plan: what a field is called, what the owner is asked, its heading on the card.
# Here: the sections, and the fields about me, my crisis, how to help me and the rules.
# A message a field: 'field-' and the field's id, with '-' where it has '.'.
#   (own text) the label · .question the question · .example an invented answer
#   .card the heading on the card · .help a line of explanation · .public what a stranger reads
#   .said how a column stands in a sentence where it does not speak for itself

## Sections

section-a = About me
    .about = Who you are, and how people can talk with you.
section-b = My { $crisis }
    .about = How you are when well, and what others see when you are not.
section-c = How to help me
    .about = What somebody who is with you can best do.
section-d = My people
    .about = Who is there for you, and what you agree with each other.
section-e = Professionals and agreements
    .about = Who helps you in care, and what you agreed with them.
section-f = Body and medicines
    .about = What a doctor needs to know to help you safely.
section-g = Care and admission
    .about = Which care suits you, and which you would rather not have.
section-h = Home and practical matters
    .about = Who looks after the ones you love and the things you care for.
section-i = Rules of my plan
    .about = When your plan starts and stops, and where it is kept.
section-w = My wellness plan
    .about = What you do to feel well. It stays yours, unless you share something.

## A. About me

field-a-call_name = What to call me
    .question = What would you like to be called?
    .example = Noor
    .card = I am
    .help = Your first name is enough. Hearing your own name is calming.
field-a-full_name = Full name
    .question = What is your full name?
    .example = Noor Verhagen
    .card = My name
    .help = Care staff find your details by it. It is on the card only if you want.
field-a-birth_date = Date of birth
    .question = When were you born?
    .card = Born
    .help = With your name, this is how care staff find your file.
field-a-phone = My phone number
    .question = On which number can you be reached yourself?
    .example = 06 12345678
field-a-address = Address
    .question = Where do you live?
    .example = Lindestraat 12, Utrecht
    .help = Your address is never on the card. A card can get lost.
field-a-languages = My language
    .question = Which language do you like best? Do you need an interpreter?
    .example = Dutch. When I am tired rather Turkish, with an interpreter please.
    .card = My language
field-a-communication = What helps when you talk with me
    .question = What helps you when people talk with you or give you something to read?
    .example = Short sentences. Give me a moment to answer.
    .card = How to talk with me
field-a-faith_culture = Faith, culture, customs
    .question = What would you like people to keep in mind?
    .example = I eat halal. I would rather be helped by a woman.
    .card = Please respect
field-a-insurer = Health insurer and policy number
    .question = Who is your health insurer, and what is your policy number?
    .example = De Dijk health insurance, policy 1234567
    .help = Never fill in your citizen service number here.
field-a-talents = What I am good at, what I dream of
    .question = What are you good at, and what do you dream of?
    .example = I am a good listener and I bake cakes. One day I want to see Iceland.
field-a-own_word = My own word
    .question = Which word do you use yourself for a crisis?
    .example = storm
    .help = From then on we use your word everywhere. Leave it empty if crisis is fine.

## B. My crisis

field-b-well = What I am like when I am well
    .question = What are you like when you are well? How do others notice?
    .example = I make jokes, I cycle a lot and I ring my sister.
field-b-seen = What you see or hear
    .question = What do others see or hear in you, and what does it mean?
    .example = I talk loud and fast. That is fear, not anger.
    .card = What you see, and what it means
    .help = A stranger will understand you much sooner.
field-b-felt = What it is like for me
    .question = What is it like for you, inside?
    .example = I hear voices and think that nobody can be trusted.
    .card = What it is like for me
field-b-phases = How it builds up
    .question = How does it build up for you? What shows, what do you do, and what do others do?
    .example = Amber: I sleep little and keep the curtains closed. Come and have tea with me then.
    .help = Filling in one colour is fine too.
field-b-triggers = So it does not get worse
    .question = What makes it worse for you? It is best written as a request.
    .example = No siren please, and not too many people at once.
    .card = My request
field-b-take_over = When I want help deciding
    .question = When do you want somebody to decide together with you?
    .example = When I have not slept for three nights and no longer trust my sister.
    .card = Help me decide when
field-b-duration = How long it usually lasts
    .question = How long does it usually last for you?
    .example = A few hours. With rest and tea it often passes by itself.
    .card = How long it lasts
field-b-earlier = What helped before, and what did not
    .card = Last time
    .question = Think of an earlier time. What helped then, what did not, and why?
    .example = Walking with Ana helped: I did not have to talk.
    .help = You do not have to look back if you would rather not now.
field-b-not_this = Looks like it, but is something else
    .question = Do you have anything else that can look like this, such as low sugar?
    .example = Diabetes: if I sweat and shake, measure my sugar first.
    .card = It may also be this
field-b-diagnosis = Diagnosis
    .question = Is there a diagnosis you want to mention? It may always stay empty.
    .example = Bipolar disorder
    .card = Diagnosis

## C. How to help me

field-c-first = Do this first
    .question = What should somebody do first of all? Write one sentence.
    .example = Sit down quietly beside me and say my name.
    .card = Do this first
    .help = This sentence is on the front of your card.
field-c-do = This helps
    .question = What really helps you? Name five things at most, the best one first.
    .example = Talk softly and slowly
    .card = This helps
field-c-dont = Please do not
    .question = What should nobody do? Name five things at most.
    .example = Do not hold on to me
    .card = Please do not
field-c-touch = Touch
    .question = May people touch you?
    .card = Touch
field-c-place = A calm place for me
    .question = Where do you calm down?
    .example = Outside on a bench, or in a room with the light off.
    .card = Where I calm down
field-c-tools = Things that calm me
    .question = Which things calm you, and where are they?
    .example = My red bag holds headphones and peppermints.
    .card = These calm me
field-c-sentence = Say this to me
    .question = Which sentence do you want to hear then?
    .example = You are safe, I am staying with you.
    .card = Say this
field-c-police = For police and ambulance
    .question = What do you ask of police and ambulance?
    .example = Siren off please. One person talks, and says first what will happen.
    .card = What I ask of you
field-c-refuse = If I refuse help
    .question = What may people do if you refuse help at that moment?
    .example = Ask again an hour later. Then ring my sister.
field-c-danger = If there is danger
    .question = What should happen if you or somebody else is in danger?
    .example = Ring 112. Take away the car key and stay near.
field-c-suicide = If I want to die
    .question = What helps you through that moment? You need not name any means.
    .example = My cat and my nephew keep me here.
    .help = This is never on the card. You can always talk: ring 113, day and night.

## I. Rules of my plan

field-i-start = The plan starts when
    .question = When does your plan start?
    .example = When I have not slept for two nights and no longer answer the phone.
field-i-who_starts = Who may say that it starts
    .card = Who says so
    .question = Who may say that your plan starts now?
    .example = Myself, my sister Ana, or Marit of Team East.
    .help = This opens your data to nobody. You keep all your rights.
field-i-disagree = If my people disagree
    .card = If you disagree
    .question = To whom do we listen first if your people disagree?
    .example = Listen to my sister Ana first.
    .help = This gives nobody power. If you want that, arrange a written authorisation.
field-i-stop = The plan stops when
    .question = How do we see that your plan may stop? Who talks about that with you?
    .example = When I sleep again and cook for myself. Marit talks it over with me.
field-i-version = Version
    .card = Version
    .help = Counts every card on which something changed.
field-i-date = Made on
    .card = Made on
    .help = The day on which this version was made.
field-i-review_by = Review by
    .card = Review by
    .help = One year after the day on which this version was made.
field-i-replaces = Replaces older versions
    .card = Mind the date
    .help = A newer date replaces all older cards.
field-i-where = Where my full plan is
    .question = Where is your full plan kept, and who has a copy?
    .example = At home in the blue folder. Ana has a copy.
    .card = Where my full plan is
field-i-sign_owner = My signature
    .question = On which day do you sign?
field-i-sign_others = Other signatures
    .question = Who else signs, and when? Everybody signs for their own agreement only.
    .example = Ana, 3 March 2026
field-i-consultant = Made with
    .question = With whom did you make this plan? Making it on your own is fine too.
    .example = Made by myself, together with my sister.
    .card = How it was made
field-i-register = Also known at
    .question = Where else is your plan known, such as your GP or the police?
    .example = De Linde practice
field-i-legal_note = These are my wishes
    .card = My wishes
    .help = A fixed line that says how a reader may take this plan.

## Columns of fields with rows

column-b-seen-sign = What you see or hear
column-b-seen-meaning = What it means
column-b-phases-phase = Colour
column-b-phases-signs = What you see
column-b-phases-i_do = What I do
    .said = I: { $cell }
column-b-phases-you_do = What you do
    .said = you: { $cell }
column-b-earlier-what = What
column-b-earlier-worked = Did it help
column-b-earlier-why = Because
column-c-suicide-keeps_me = What keeps me here
column-c-suicide-distraction = What distracts me
column-c-suicide-who = Whom I ring or visit
column-c-suicide-safer = How I make the place safer
column-i-sign_others-who = Who
column-i-sign_others-name = Name
column-i-sign_others-on = On
    .said = on { $cell }
column-i-register-where = Where
column-i-register-since = Since
    .said = since { $cell }

## Choices, as they stand on paper

choice-b-phases-phase-green = green – going well
choice-b-phases-phase-orange = amber – going less well
choice-b-phases-phase-red = red – going wrong
choice-b-earlier-worked-yes = that helped
choice-b-earlier-worked-partly = that helped a little
choice-b-earlier-worked-no = that did not help
choice-c-touch-yes = You may touch me
choice-c-touch-ask = Please ask first
choice-c-touch-no = Please do not touch me

## Fixed lines, which nobody writes

derived-i-replaces = This replaces all older versions.
derived-i-legal_note = These are my wishes, please take them into account. A written refusal or self-binding declaration can be legally valid: see my papers.
