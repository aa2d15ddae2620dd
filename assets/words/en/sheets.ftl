# What the pages of tasks, goals, roles and members say besides.

# $n (Number) - how many letters are not shown
pages-more-letters = { $n ->
    [one] one more letter
   *[other] { $n } more letters
}
pages-unfold = show all
pages-fold = show less
pages-blockers-before = Blockers before
pages-change = change
pages-doings = Lately
pages-thanks = Thanks
# $what (String) - a part of a role: purpose
# $how (String) - missing, vacant 12 d
pages-lacks = { $what }: { $how }
pages-write = write
# $open (String) - a key
# $table (String) - a key
pages-mend-role = { $open } on a line writes it, { $table } shows all roles
