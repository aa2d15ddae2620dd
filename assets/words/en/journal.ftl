# The journal on the screen.

journal-title = Journal
journal-fact = the newest first
journal-ask = What shall the journal show?
journal-ask-hint = by:ayu about:bakul since:mon until:fri, and words of what it is about
journal-key-by = who did it
journal-key-about = to what: a task, a role, a goal, a person
journal-key-since = from that day on
journal-key-until = up to that day
journal-not-negated = the journal leaves nothing out
journal-cmd-query = What to look for: words, and keys as in by:ayu about:bakul since:mon

act-journal = journal
act-journal-doc = everything that happened, the newest first
act-sift = narrow
act-sift-doc = in the journal: only what somebody did, what happened to something, or in a time
# $most (Number) - so many are looked through
journal-too-many = more than { $most } things hold these words
journal-too-many-hint = one more word, as in: sign contract
