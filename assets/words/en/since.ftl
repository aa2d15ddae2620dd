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

## On the screen.

act-since = since you were here
act-since-doc = what touches you of what others did since you looked last
act-since-away = put away
act-since-away-doc = put away the line that says what touches you, as looked at
since-title = Since you were here
# $when (String) - a moment
since-fact = since { $when }
since-not-yours = Only who is at home on this machine is told this, and somebody else acts at this screen now.
# $count (Number) - how many things
# $when (String) - a moment
since-line = { $count ->
    [one] 1 thing touches you
   *[other] { $count } things touch you
} since { $when }
# $count (Number) - how many things
# $when (String) - a moment
since-line-more = { $count } things and perhaps more touch you since { $when }
# $show (String) - a key
# $away (String) - a key
since-line-keys = { $show } shows it, { $away } puts this away
# $count (Number) - how many things
# $when (String) - a moment
# $show (String) - a key
# $away (String) - a key
since-line-short = { $count } since { $when }: { $show }, { $away }
