# $who (String) - names
# $day (String) - tomorrow, Tue 24 Nov
may-take-part-until = Take part in what is open, proposed by { $who }; it closes { $day }
# $who (String) - names
may-take-part = Take part in what is open, proposed by { $who }
may-take-part-own = It is open, and you propose it: ask for what is still missing
# $age (String) - 3 w
may-propose-change = Propose it first: it was decided { $age } ago
may-way-ask-open = ask about what is open
may-way-propose-change = propose another decision in its place
may-way-say = say what you think of it, or concern, objection and why
# "May I just do this?"
may-go = Do it
may-go-own = Do it: it is yours
may-go-free = Do it: nobody leads it yet
may-go-dropped = Do it, once you know why it was dropped before
may-go-harmless = Do it: it changes nothing
# $who (String) - names
may-go-tell = Do it, and tell { $who }
# $who (String) - names
may-ask = Ask { $who } first
# $role (String) - a role
may-propose = Propose it first: nobody holds { $role }
# $name (String) - a member
may-away = { $name } (away)
may-nobody = nobody
# $what (String) - task, domain, accountability, role, agreement, done, dropped, near, knows
may-label = { $what ->
    [task] task
    [domain] domain
    [accountability] does
    [role] role
    [agreement] agreed
    [done] done
    [dropped] dropped
    [open] open
    [decided] decided
    [near] near
   *[knows] knows it
}
# $who (String) - names
may-way-ask = write the question to { $who }
may-way-propose = propose it to everybody
# $role (String) - a role
may-way-take = take { $role }
may-way-claim = nobody leads it: claim it
may-way-settle = two roles say the same: settle which one it is
may-way-add = write it down, and lead it
# $question (String) - what somebody wants to do
may-remark = Is it all right with you if I do this: { $question }?
may-block = Is that all right with you?
# $task (String) - a task's handle
may-asked-already = that is asked already, in { $task }
may-nobody-to-ask = there is nobody who has to be asked
may-nothing = that names nothing that could be done
may-nothing-hint = setara may "change the price list"
# $question (String) - what somebody wants to do
may-asks = May I … { $question }?
# $answer (String) - what to do
may-no-reason = { $answer }. The board has nothing about it.
may-prompt = May I …
may-prompt-does = ask
may-prompt-hint = what you want to do, such as: change the price list
act-may = may I?
act-may-doc = ask the board whether you may just do something: whom to ask, what is near, who knows
act-may-write = write to them
act-may-write-doc = write the question to those who are to be asked
cmd-may = Whether you may just do something: whom to ask, what is near, who knows
cmd-may-question = What you want to do, such as "change the price list"
cmd-may-ask = Write the question to those who are to be asked
# $title (String) - an agreement's title
# $way (String) - as agreement-way says it
may-propose-agreed = Propose it first: { $title } is decided by { $way }
# $title (String) - an agreement's title
# $way (String) - as agreement-way says it
may-propose-if-so-much = Propose it first, if it is so much: { $title } is decided by { $way }
# $way (String) - as agreement-way says it
may-if-so-much = { $way }, if it is so much
may-way-read = read what is agreed on
