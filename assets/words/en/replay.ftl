# Looking at the board as it was.

replay-no-change = nothing can be changed in the past
replay-no-change-hint = come back to now first: Esc on the screen, no --at in a command
replay-beginning = nothing happened before this: here the board begins
