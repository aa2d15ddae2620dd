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
