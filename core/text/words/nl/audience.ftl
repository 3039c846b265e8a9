# Wie een antwoord mag zien, in woorden voor de eigenaar.

audience-only-me = alleen jij
audience-anyone = iedereen die je kaart heeft
audience-anyone-on-card = iedereen, zodra jij het op je kaart zet
audience-professionals = je hulpverleners
audience-next-of-kin = je naasten die dit deel mogen weten
audience-next-of-kin-in-role = je naaste met deze officiële rol
audience-that-person = deze persoon zelf
audience-if-on-card = iedereen, als deze persoon op je kaart staat
audience-parties = wie in de afspraak genoemd wordt
# Een rij bij je mensen: "zus, zei ja op 3 maart 2026".
person-agreed = zei { $answer }
person-not-asked = nog niet gevraagd
person-asked = gevraagd op { $day }, nog geen antwoord
person-on-card = staat op de kaart
