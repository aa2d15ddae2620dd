# What is said of each kind of subject. A kind is told by its word of the wire.

# What something on the board is.
# $kind (String) - task, goal
kind = { $kind ->
    [board] board
    [member] member
    [role] role
    [goal] goal
    [task] task
    [tension] tension
    [decision] decision
    [agreement] agreement
    [meeting] meeting
    [thanks] thanks
    [pairing] pairing
    [finding] finding
   *[other] something
}

# Nothing of a kind is called so; of several kinds in the last line.
# $kind (String) - task, goal
# $word (String) - what was typed
none-called = { $kind ->
    [member] nobody here is called "{ $word }"
    [role] no role matches "{ $word }"
    [goal] no goal matches "{ $word }"
    [task] no task matches "{ $word }"
    [tension] no tension matches "{ $word }"
    [decision] no decision matches "{ $word }"
    [agreement] no agreement matches "{ $word }"
   *[other] nothing is called "{ $word }"
}
# $kind (String) - task, goal
# $word (String) - what was typed
none-called-hint = { $kind ->
    [member] setara who
    [role] setara roles, or setara role add "{ $word }"
    [goal] setara goals, or setara goal add "{ $word }"
    [tension] setara tensions
    [decision] setara decisions
    [agreement] setara agreements, or setara agree "{ $word }" --text "what we agree on"
   *[other] setara search "{ $word }"
}
