# What touches oneself of what happened since one was here.

cmd-since = Show what touches you since you looked last
# $when (String) - a moment
out-since = Since { $when }
# $when (String) - a moment
out-since-nothing = Nothing that touches you since { $when }.
out-since-begins = From now on this says what touches you.
# $name (String) - a member
out-since-unknown = When { $name } looked last is not known here.
out-since-more = what is older than that was not looked at: setara log
# $sentence (String) - what happened
# $count (Number) - how much else of the same action
since-also = { $sentence }, and { $count } more like it
