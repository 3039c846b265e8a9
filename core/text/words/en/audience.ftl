# Who may see an answer, in words for the owner.

audience-only-me = only you
audience-anyone = anyone who has your card
audience-anyone-on-card = anyone, once you put it on your card
audience-professionals = your professionals
audience-next-of-kin = your next of kin who may know this part
audience-next-of-kin-in-role = your next of kin with this formal role
audience-that-person = this person
audience-if-on-card = anyone, if this person is on your card
audience-parties = whoever the agreement names
# A row among your people: "sister, said yes on 3 March 2026".
person-agreed = said { $answer }
person-not-asked = not asked yet
person-asked = asked on { $day }, no answer yet
person-on-card = on the card
