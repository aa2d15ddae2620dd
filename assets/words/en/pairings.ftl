# Who is whose buddy.

# $who (String) - the author
# $whom (String) - a member
phrase-buddy-offered = { $who } offered to be { $whom }'s buddy
# $who (String) - the author
# $whom (String) - a member
# $days (Number) - for so long after the yes
phrase-buddy-offered-days = { $who } offered to be { $whom }'s buddy for { $days ->
    [one] a day
   *[other] { $days } days
}
# $who (String) - the author
# $buddy (String) - a member
phrase-buddy-accepted = { $who } accepted { $buddy } as buddy
# $who (String) - the author
# $buddy (String) - a member
phrase-buddy-declined = { $who } declined { $buddy } as buddy
# $who (String) - the author
# $whom (String) - a member
phrase-buddy-withdrawn = { $who } took back the offer to be { $whom }'s buddy
# $buddy (String) - a member
# $whom (String) - a member
phrase-pairing-ended = the pairing of { $buddy } and { $whom } ended
# $buddy (String) - a member
# $whom (String) - a member
phrase-pairing-goes-on = the pairing of { $buddy } and { $whom } goes on

refused-buddy-oneself = a buddy is somebody else than oneself
# $with (String) - a member
refused-buddy-offered = you have offered to be { $with }'s buddy: it waits for their answer
# $with (String) - a member
refused-buddy-offers = { $with } has offered to be your buddy
# $with (String) - a member
refused-buddy-paired = you and { $with } are paired already
# $with (String) - a member
refused-buddy-theirs = you have offered it yourself: the answer is up to { $with }
# $with (String) - a member
refused-buddy-no-offer = no offer of { $with } waits for your answer
# $with (String) - a member
refused-buddy-not-paired = you and { $with } are not paired

cmd-buddy = Offer yourself as somebody's buddy, answer such an offer, or end it; without a name: who is whose
cmd-buddy-whom = The other of the two
cmd-buddy-yes = Accept them as your buddy
cmd-buddy-no = Decline their offer
cmd-buddy-end = End the pairing, or take back your offer; nobody is told who did
cmd-buddy-until = Offer it until a day
# $days (Number) - how long it lasts else
cmd-buddy-days = Offer it for so many days after the yes, else for { $days }
# $name (String) - who offered it
out-hint-buddy = it begins with their yes; they type: setara buddy { $name } --yes
out-no-pairings = Nobody is anybody's buddy: setara buddy NAME

# $buddy (String) - a member
# $whom (String) - a member
# $date (String) - Tue 24 Nov
pairing-stands = { $buddy } is { $whom }'s buddy until { $date }
# $buddy (String) - a member
# $whom (String) - a member
pairing-offered = { $buddy } has offered to be { $whom }'s buddy
out-label-buddy = buddy

# $said (String) - Ayu has offered to be Citra's buddy
# $yes (String) - a key
# $no (String) - a key
page-buddy-asks = { $said } · { $yes } accepts · { $no } declines
act-buddy = offer to be their buddy
act-buddy-doc = offer yourself as the buddy of a newcomer, who accepts or declines
act-buddy-accept = accept the buddy
act-buddy-accept-doc = say yes to whoever offered to be your buddy
act-buddy-end = end the pairing
act-buddy-end-doc = decline to have them as buddy, take back your offer, or end the pairing; nobody is told who did

out-label-could-learn = can learn
out-label-could-teach = can teach
# $skill (String) - as people wrote it
# $names (String) - who teaches it
skill-from = { $skill } from { $names }
# $skill (String) - as people wrote it
# $names (String) - who wants to learn it
skill-to = { $skill } to { $names }
# $name (String) - who offers it, as a shell reads it
buddy-answer = yes: setara buddy { $name } --yes   no: setara buddy { $name } --no
