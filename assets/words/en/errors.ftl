# What a person is told when something is not done: lower case, no full stop, and a hint that can be typed.

error-who = the board does not know who you are
# $name (String) - what was typed
error-act-as-hint = setara who, or setara join "{ $name }"
error-who-hint = setara join "your name"
error-no-home = there is no home folder to keep a board in
error-no-home-hint = setara --board ./board.db start "your team" --name "your name"
# $file (String) - A file.
error-identities = { $file } says who you are on which board, and cannot be read
# $file (String) - A file.
error-identities-hint = mv "{ $file }" "{ $file }.old", and the same again
error-empty-team = a team needs a name
error-empty-team-hint = setara start "Warung Kode" --name Ayu
# $path (String) - The file.
error-board-exists = there is a board at { $path } already
error-board-exists-hint = setara join "your name"
# $key (String) - What was typed.
error-no-finding = no finding has the key "{ $key }" now
error-no-finding-hint = setara findings
# $word (String) - What was typed.
# $candidates (String) - What it may mean, with commas.
error-ambiguous = "{ $word }" may be { $candidates }
# $handle (String) - The first of what it may mean.
error-ambiguous-hint = setara show { $handle }
# $path (String) - The file.
error-not-a-board = { $path } is not a Setara board
error-not-a-board-hint = setara import FILE brings boards of other tools; --board names another file
# $path (String) - The file.
error-no-board = there is no board at { $path }
error-no-board-hint = setara start "your team" --name "your name"
# $path (String) - The file.
# $why (String) - The system's reason.
error-cannot-make = { $path } cannot be made: { $why }
# $path (String) - The file.
# $why (String) - The system's reason.
error-cannot-open = { $path } cannot be opened: { $why }
error-cannot-make-hint = setara --board ./board.db start "your team" --name "your name"
# $path (String) - The file.
error-cannot-look-hint = ls -ld "{ $path }"
# $path (String) - The file.
# $version (Number) - The version of the file's tables.
error-newer = { $path } was written by a newer Setara (its version { NUMBER($version, useGrouping: "false") }), so it can only be read
error-newer-hint = upgrade Setara on this machine
# $path (String) - The file.
error-read-only = { $path } can be read but not written
error-read-only-hint = setara backup ./copy.db, then setara --board ./board.db restore ./copy.db
# $path (String) - The file.
error-backup = { $path } is a backup, so it can only be read
# $path (String) - The file.
error-backup-hint = setara restore "{ $path }" puts it in the place of your board, which is kept
error-full = the disk is full, so nothing was written
error-full-hint = make room, then say it again
error-busy = another program holds the board
error-busy-hint = say it again
# $name (String) - A program.
# $pid (String) - The number of its process.
wait-process = { $name }, process { $pid }
wait-other = another program
# $who (String) - Who writes to the board just now.
wait-word = waiting for { $who }, which writes to the board
# $who (String) - Who makes the tables of the board anew.
# $done (Number) - How much of it is done, in hundredths.
wait-upgrader = waiting for { $who }, which brings the board up to this version: { $done } %
# $done (Number) - How much of it is done, in hundredths.
wait-upgrade = bringing the board up to this version: { $done } %
# $who (String) - Who writes to the board just now.
# $seconds (Number) - Since when.
wait-since = waiting for { $who }, since { $seconds } s: then it is done
wait-since-hint = Esc gives up
# $who (String) - Who writes to the board just now.
wait-second = still waiting for { $who } with what you did before
wait-second-hint = Esc gives that up
# $who (String) - Who writes to the board just now.
wait-leave = still waiting for { $who }: what you did last is not on the board yet
wait-leave-hint = again leaves without it
# $done (Number) - How many subjects are done.
# $all (Number) - How many there are.
underway-undo = undoing: { $done } of { $all }
# $done (Number) - How many subjects are done.
# $all (Number) - How many there are.
underway-redo = doing it again: { $done } of { $all }
# $what (String) - What is under way, and how far it is.
underway-leave = { $what }; none of it is on the board yet
wait-given-up = given up: nothing was changed
# $path (String) - The file.
error-damaged = { $path } is damaged
error-damaged-hint = setara doctor
# $what (String) - What went wrong.
error-bug = something went wrong that should not: { $what }
error-bug-hint = setara doctor

# In place of a file's name, where only one can be meant.
error-the-board = the board
# $most (Number) - as many as are looked for at once
error-many-words = a search takes { $most } different words at most
# $first (String) - the first words of what was typed
error-many-words-hint = setara search { $first }
error-why-not-plain = it is not a plain file
error-why-too-large = it is too large
error-why-held = another Setara holds it
error-why-circle = its links lead in a circle
# $file (String) - A file.
error-unreadable = { $file } cannot be read
# $folder (String) - Where the board is.
# $owner (String) - Whose it is.
error-foreign = { $folder } belongs to { $owner }, and nobody here has trusted it yet
# $folder (String) - Where the board is, as a shell reads it.
error-foreign-hint = setara trust { $folder }
# $folder (String) - Where the board is.
# $owner (String) - Whose it is.
error-foreign-ask = { $folder } belongs to { $owner }: the board in it is theirs, and so is what it says. Trust it? [y/N]
