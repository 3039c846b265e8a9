# The questions about my people: one answer a person. How a message is built: fields-plan.ftl.

## D. My people

field-d-name = Name
    .question = What is this person's name?
    .example = Ana
    .card = Call
field-d-phones = Phone
    .question = On which numbers can this person be reached?
    .example = 06 12345678
    .card = Phone
field-d-kind = Who is this to me?
    .question = Who is this person to you?
    .card = This is my
field-d-circle = Next of kin, professional or somebody else
    .question = Is this person close to you, from care, or somebody else?
    .help = Somebody else is, for example, a neighbour, a peer or a chaplain.
field-d-call_order = Call as number
    .question = Is this the first person to ring, the second, or later?
    .help = Number 1 is on the front of your card.
field-d-hours = Can be reached
    .question = When can this person be reached?
    .example = mo-fr 9-17
    .card = Can be reached
field-d-involvement = How much you join in
    .card = How much you take part
    .question = How much do you want this person to join in?
field-d-involvement_theirs = How much they want to
    .card = How much you want to do
    .question = How much does this person want to join in?
field-d-formal_role = Formal role
    .question = Does this person have a formal role?
    .help = Usually not, and that is fine. An administrator decides about money only.
field-d-tasks = What you do
    .question = What do you agree that this person does?
    .example = Come by and feed the cat
field-d-limits = What you need not do
    .question = What does this person not have to do for you?
    .example = You need not talk about my medicines. Simply stay my sister.
field-d-may_know = What you may know
    .question = Which sections of your plan may this person read?
field-d-may_tell = What you may tell others
    .question = What may this person tell others, and whom?
    .example = You may tell my work that I am ill. Nothing more.
field-d-info_from_care = What care staff may share with you
    .question = What may professionals tell this person?
    .example = Where I am and how I am. Not what I say in talks.
field-d-number_on_card = Number on the card
    .question = May this person's number be on your card?
    .help = Strangers can read the card too. So please ask first.
field-d-asked = Asked on
    .question = When did you ask this person?
field-d-agreed = Agreed
    .question = What was the answer, and on which day?
    .help = Only after a yes does the card name somebody to ring.
field-d-copy = Has my plan
    .help = Which version this person has, and since when.
field-d-overload = How are you?
    .question = What does this person need themselves?
    .example = Somebody to talk to after a hard night.
field-d-minor = Under 18
    .question = Is this person younger than 18?
    .help = A child or young person gets no tasks.
field-d-own_message = Personal note
    .question = What would you like to say to this person?
    .example = Thank you for being there. You do not have to solve it.
field-d-not_call = Rather not these people
    .question = Are there people you would rather not involve? You need not say why.
    .example = My former housemate

## Columns of fields with rows

column-d-tasks-task = What
column-d-tasks-how = How
column-d-tasks-when = When
column-d-tasks-kind = Kind of task
    .said = { "" }
column-d-tasks-days = After how many silent days
    .said = { $cell ->
        [one] after 1 silent day
       *[other] after { $cell } silent days
    }
column-d-not_call-name = Name
column-d-not_call-reason = Reason

## Choices, as they stand on paper

choice-d-kind-partner = partner
choice-d-kind-parent = parent
choice-d-kind-child = child
choice-d-kind-sibling = brother or sister
choice-d-kind-friend = friend
choice-d-kind-neighbour = neighbour
choice-d-kind-colleague = colleague
choice-d-kind-peer = peer
choice-d-kind-family_expert = family expert by experience
choice-d-kind-other = somebody I know
choice-d-circle-next_of_kin = next of kin
choice-d-circle-professional = professional
choice-d-circle-fourth = somebody else
choice-d-formal_role-none = none
choice-d-formal_role-authorised = authorised in writing
choice-d-formal_role-mentor = mentor
choice-d-formal_role-administrator = administrator, money only
choice-d-formal_role-guardian = guardian
choice-d-formal_role-wvggz_contact = contact person (Wvggz)
choice-d-number_on_card-yes = yes, the number may be on the card
choice-d-number_on_card-no = no, rather not
choice-d-minor-yes = yes, under 18
choice-d-minor-no = no
choice-d-tasks-kind-check_in = check in when I am silent
choice-d-tasks-kind-keep = keep something
choice-d-tasks-kind-fetch = fetch something or somebody
choice-d-tasks-kind-call = ring somebody
choice-d-tasks-kind-stay = stay with me
choice-d-tasks-kind-other = something else

## Degrees

degree-d-involvement-1 = You need not know anything
degree-d-involvement-2 = You may know
degree-d-involvement-3 = You help
degree-d-involvement-4 = You help me think, and we talk things over
degree-d-involvement_theirs-1 = I need not know anything
degree-d-involvement_theirs-2 = I want to know
degree-d-involvement_theirs-3 = I want to help
degree-d-involvement_theirs-4 = I want to help think, and talk things over
