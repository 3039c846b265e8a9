# The words of the sheet, the whole plan, the wishes, the agreements and the blank forms.

## On every page

page-number = page { $page } of { $pages }
# What a screen reader says of a line in the contents.
page-lead = { $title }, page { $page }
page-contents = Contents
page-sign-name = Name
page-sign-here = Signature
page-sign-day = Date
page-code-about = Read the check code to me. If mine is the same, our papers are the same.
page-for = For { $name }
page-for-me = For myself
page-for-you = For you
# Whose paper it is, and for whom.
page-of-for = By { $owner }, for { $reader }
page-of-and-for = By and for { $name }
page-danger = Is anybody in danger?
page-suicide = Are you thinking of suicide?
# The last column of a table with many columns.
page-further = Further
# A cell with its name: "Where: in the blue folder".
page-labelled = { $label }: { $words }

## The whole plan

plan-title = My { $crisis } plan
plan-title-of = The plan of { $name }
plan-about = This plan says what I want when I am not doing well.
plan-signatures = Signatures
plan-sign-about = Everybody signs only for what they agreed to. You may always change your mind.
plan-sign-own = This plan is mine. This is how I want it.
plan-sign-who = Who
plan-sign-what = What for
# What somebody without an agreement of their own signs for.
plan-sign-knows = I know this plan.
plan-wrap-notice = This part follows the steps of WRAP. WRAP is a trademark of AHP. Landvast is not affiliated.

## The page of wishes

wishes-title = My wishes for my care
wishes-about = Lay this page on the table when we talk about my care. Ask me what I mean.
wishes-list = This is what I ask

## The blank forms

blank-how = Write with a pen. Skip what you do not want to say. One word is fine too.
blank-foot = blank form
blank-name = This belongs to
blank-sheet = Sheet for next of kin
blank-person = Person { $number }
blank-person-more = Are there more people? Print this page again.

## Cards of every size

# Whom to call first, with and without the name behind it.
card-call-first-name = Call first: { $name }
card-call-first-not-asked = Call first (not asked yet)
card-call-first-not-asked-name = Call first (not asked yet): { $name }
card-version-and-code = Version { $version } · Check code { $code }
# A day with its word before it: "Review by 2 Nov 2027".
card-labelled-day = { $label } { $date }
# Two short things on one line.
card-two = { $one } · { $other }
# Which number it is: "Evening and night:".
card-which-number = { $which }:

## The card of four panels

mini-open-here = unfold and turn over
mini-step-fold = 4 Fold once, with “Read this first” in front.
mini-alt-folding = Drawing in four steps: cut, fold to the back, glue, fold once.

## The card on the lock screen

lockscreen-found = Found this phone? Call { $name }.

## The next-of-kin sheet
# For somebody frightened at three in the night: first what to do, then whom to call, then the rest.
# $name is who made the plan, $kin is who gets the sheet.

kin-title = When { $name } is not doing well
kin-for = This sheet is for { $kin }.
kin-for-you = This sheet is for you.
kin-start = Start at the top. You do not have to do this alone.
kin-owner = the maker of this plan
# Whoever reads the sheet is "you" here, not "Ana".
kin-you = you
kin-your-name = Do you read { $kin } anywhere? That is you.

kin-danger-dare = Dare to call, also when in doubt.
kin-danger-safe = See that you and whoever is with you are safe first.
kin-danger = Is anybody in danger?
kin-suicide = Is { $name } thinking of suicide?
kin-suicide-about = Day and night. You may also call for yourself.

kin-first = Do this first
kin-first-empty = Stay calm. Ask: what helps you now?

kin-call = Whom do you call?
kin-call-order = Call from the top down. No answer? Call the next one.
kin-call-nobody = Call the GP. In the evening or at the weekend, call the out-of-hours GP.
# Two lists, if not everybody answers at night.
kin-call-night = At night, or if nobody answers
kin-call-night-nobody = Call the out-of-hours GP. They answer all night.
kin-call-day = By day and in the evening

kin-script = You can say it like this
kin-script-quote = “{ $words }”
kin-script-read = You may simply read this out.
kin-script-about = I am calling about { $name }.
kin-script-me = { $kind ->
    [partner] I am { $kin }, the partner of { $name }.
    [parent] I am { $kin }, a parent of { $name }.
    [child] I am { $kin }, a child of { $name }.
    [sibling] I am { $kin }, family of { $name }.
    [friend] I am { $kin }, a good friend of { $name }.
    [neighbour] I am { $kin }, a neighbour of { $name }.
    [colleague] I am { $kin }, a colleague of { $name }.
   *[other] I am { $kin }. I help { $name }.
}
kin-script-me-own = I am { $kin } ({ $kind }), calling for { $name }.
kin-script-me-plain = I am { $kin }. I help { $name }.
kin-script-me-nameless = I am somebody close to { $name }.
kin-script-see = I see …, since …
kin-script-danger = There is danger, because … Or: there is no danger now.
kin-script-plan = There is a plan. It says what helps.
kin-script-ask = I ask for an assessment today.
kin-script-name = Ask who you are speaking to, and write the name down.
kin-told = They may ask you this

kin-refuse = If { $name } refuses help
kin-refuse-leave = You do not have to convince { $name }.
kin-refuse-you = Is your own name here? Then call the next one on the list.
kin-refuse-doctor = Call the GP or the out-of-hours GP, and say what you see.
kin-refuse-doctor-above = Call the GP or the out-of-hours GP. Numbers that are known are above.
kin-refuse-worry = No hurry, but worried? Call the { $line }: { $phone }
kin-refuse-danger = Is anybody in danger? Call { $phone }

kin-tasks = Your tasks
kin-tasks-none = You have no tasks. Being there is enough.
kin-limits = You do not have to do this
kin-limits-always = You do not have to solve it.

kin-helps = How to help { $name }
kin-later = To read later, in peace
kin-agreed = What we agreed
kin-helps-more = More that helps
kin-signs = How you notice it
kin-know = What you may know and pass on
kin-know-always = Care staff may always listen to you. They may also always give general information.
kin-know-even-so = Even if they may not say anything about { $name }.
kin-home = Children, animals and home

kin-yourself = For yourself
kin-yourself-about = Look after yourself too. Ask yourself four questions.
kin-ask-sleep = Do I sleep enough?
kin-ask-eat = Do I eat as usual?
kin-ask-talk = Do I talk about it with somebody?
kin-ask-joy = Do I still do something that I enjoy?
kin-ask-two = Twice no? Then ask for help for yourself.
kin-support = Where you can turn for yourself
# A help line with its number, and when it answers.
kin-line = { $line }: { $phone }
kin-line-when = { $line }: { $phone }, { $when }
kin-support-near = Ask your GP or your municipality for support as well. Often there is a group for relatives.
kin-stop = You may always do less, or stop. You do not have to say why. Tell { $name }.

kin-message = From { $name } to you
kin-about = About this sheet
kin-give-back = Then please give this sheet back.

## The sheet for a child or young person

minor-title = For { $kin }
minor-title-nameless = For you
minor-sometimes = Sometimes { $name } is not doing well.
minor-fault = It is not your fault.
minor-fault-about = It is not because of something you said or did. Not even if you were angry.
minor-job = It is not your job.
minor-job-about = You do not have to make { $name } better. Adults do that. You may just play, learn and laugh.
minor-call = Call an adult
minor-call-about = Are you scared, angry or alone? Then call. You always may, also at night.
minor-call-danger = Is there danger now?
minor-call-danger-about = A child may call this number too.
minor-line = Talk to somebody you do not know
minor-line-about = Calling is free. You do not have to say your name.
minor-line-when = You can call { $when }.
minor-line-look-up = Ask an adult to look up the number for you.
minor-message = { $name } wants to tell you this

## The agreements page

agreements-title = Our agreements
agreements-about = This page belongs to { $name } and to everybody on it.
agreements-about-change = Do you want something else? You may always change your mind.
agreements-me = Me
agreements-mine = Me, and what we agree
agreements-people = My people
agreements-professionals = My professionals
agreements-none = There are no agreements yet. Write them down here together.
agreements-limits = No need to
agreements-sign = Signing
agreements-sign-about = Sign in your own box, only for your own agreement.
agreements-sign-for = { $count ->
    [one] Agreement { $numbers }
   *[other] Agreements { $numbers }
}
agreements-sign-mine = All agreements
