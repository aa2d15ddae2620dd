# How the list of tasks is put together.

group-key-group = in which groups
group-key-order = in which order
group-by-state = by where it stands
group-by-goal = by what it serves
group-by-role = by whose work it is
group-by-lead = by who leads it
group-by-nothing = all in one
group-order-pull = the order in which people pull
group-order-due = what is due first
group-order-age = what stands longest first
# $key (String) - group or order
group-not-negated = { $key }: cannot be left out
# $key (String) - group or order
group-not-negated-hint = say how instead, as in { $key }:{ $key ->
    [order] due
   *[other] goal
}

## Headings.

# $name (String) - a goal, a role, a member
# $count (Number) - its tasks
group-heading = { $name } { $count }
group-no-goal = no goal
group-no-role = no role
group-nobody = nobody's yet
group-finished = finished
group-all = everything
# $count (Number) - tasks of a group that is folded
group-folded = { $count ->
    [one] { $count } task, folded
   *[other] { $count } tasks, folded
}
# The same, where nobody has counted.
group-folded-some = folded

## Keys.

group-act = groups
group-act-doc = put tasks together by state, goal, role or lead, and sort them
group-fold = fold, unfold
group-fold-doc = make the group one line, or many again
group-fold-all = fold, unfold all
group-fold-all-doc = make every group one line, or all of them many again
columns-act = columns
columns-act-list = list
columns-act-doc = the tasks alone and side by side in columns, or in one list
group-title = How tasks stand together
group-is-so = as now
group-pick-state = group by state
group-pick-goal = group by goal
group-pick-role = group by role
group-pick-lead = group by lead
group-pick-nothing = all in one list
group-pick-pull = sort by pull order
group-pick-due = sort by due day
group-pick-age = sort by age

## The title of the list, where it stands otherwise than by itself.

# $title (String) - what the list is called
# $how (String) - its group, its order, or both
group-title-by = { $title } { $how }
group-title-goal = by goal
group-title-role = by role
group-title-lead = by lead
group-title-nothing = in one
group-title-due = by due day
group-title-age = by age
group-unfold-all = unfold all groups

## Commands.

group-cmd-group = Put together by state, goal, role or lead
group-cmd-order = Sort by pull order, due day or age
