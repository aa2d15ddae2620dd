# The board's file: what was done to it from outside, its keys, and what can be done about it.

# $path (String) - The file beside the board.
board-not-a-lock = { $path } is a link or a pipe where the board's lock belongs, so nothing here was touched
# $path (String) - The file beside the board.
board-not-a-lock-hint = rm "{ $path }", if you trust this folder
# $path (String) - The board.
board-moved = the board was moved, deleted or replaced while it was open, so nothing was written: { $path }
board-moved-hint = leave and open it again; a backup is brought in with setara restore FILE
# $path (String) - The board.
board-elsewhere = the board was moved or replaced at this very moment, so what you did is not on the board that is now at { $path }
board-elsewhere-hint = open it again, look, and say it once more
# $path (String) - The board.
board-copied-over = a backup was copied over { $path } while the log of the old board still lies beside it
# $path (String) - The board.
board-copied-over-hint = setara --board "{ $path }" restore FILE, where FILE is the backup; "{ $path }" itself will do
board-no-home = there is no home folder to keep your key in, and without it nothing can be written in your name
board-no-home-hint = HOME=/path/of/your/home setara …
# $table (String) - A table.
board-not-written = the board did not take what was written ({ $table }), so nothing was done
board-not-written-hint = setara doctor
# $name (String) - A trigger.
board-foreign = the board holds "{ $name }", which is not Setara's and may keep it from writing
board-foreign-hint = setara doctor --repair
# $handle (String) - A handle.
board-damaged-subject = a record of { $handle } is damaged, so nothing can be built on its history
board-damaged-subject-hint = setara doctor --repair

# What the doctor says.
# $replica (String) - the beginning of its id
doctor-own = you write as replica { $replica }; the key lies in your home
doctor-no-key = you have no key for this file: your next change writes as a new replica
doctor-copy = this file lacks what you wrote last, so it is a copy or an older backup: your next change writes as a new replica
# $count (Number) - of records
doctor-sealed-as-found = nobody vouches for the first { $count } records: they were there before boards were sealed
# $row (String) - its number in the journal
doctor-line-damaged = record { $row } is damaged: it does not have its hash, or cannot be read
# $row (String) - its number in the journal
doctor-line-forged = record { $row } is forged: its replica's chain leads past it
# $row (String) - its number in the journal
doctor-line-unsealed = record { $row } has no seal: nobody vouches that its replica wrote it
# $row (String) - its number in the journal
doctor-columns = record { $row } is kept under what its line does not say
# $replica (String) - the beginning of its id
# $first (String) - the first number
# $last (String) - the last number
doctor-missing = records { $first } to { $last } of replica { $replica } are missing
# $replica (String) - the beginning of its id
# $last (String) - a number
doctor-unvouched = since one above them is missing, nobody vouches for the records of replica { $replica } up to { $last }
# $replica (String) - the beginning of its id
doctor-seal = replica { $replica } has no seal that verifies, so nobody vouches for any of its records
# $replica (String) - the beginning of its id
doctor-replica = what is noted of replica { $replica } is not what its seal says
doctor-clock = the board's clock is behind its records
# $tables (String) - with commas
doctor-tables = these tables are not what the journal says: { $tables }
# $names (String) - with commas
doctor-schema = this is not as Setara makes it: { $names }
# $count (Number) - of records
doctor-aside = { $count ->
    [one] { $count } record is set aside, since it does not verify
   *[other] { $count } records are set aside, since they do not verify
}
# $count (Number) - of lines
doctor-left-unreadable = { $count ->
    [one] { $count } line from elsewhere is kept aside, since it is no record
   *[other] { $count } lines from elsewhere are kept aside, since they are no records
}
# $count (Number) - of lines
doctor-left-nested = { $count ->
    [one] { $count } line from elsewhere is kept aside, since it is nested too deep
   *[other] { $count } lines from elsewhere are kept aside, since they are nested too deep
}
# $count (Number) - of lines
doctor-left-foreign = { $count ->
    [one] { $count } line from elsewhere is kept aside, since it is of another board
   *[other] { $count } lines from elsewhere are kept aside, since they are of another board
}
# $count (Number) - of lines
doctor-left-clock = { $count ->
    [one] { $count } line from elsewhere is kept aside, since its clock is too far ahead
   *[other] { $count } lines from elsewhere are kept aside, since their clocks are too far ahead
}
# $count (Number) - of lines
doctor-left-chain = { $count ->
    [one] { $count } line from elsewhere is kept aside, since it does not fit the chain of its replica
   *[other] { $count } lines from elsewhere are kept aside, since they do not fit the chain of their replica
}
# $count (Number) - of lines
doctor-left-seal = { $count ->
    [one] { $count } line from elsewhere is kept aside, since its seal does not verify
   *[other] { $count } lines from elsewhere are kept aside, since their seals do not verify
}
# $count (Number) - of faults
doctor-more = and { $count } more
doctor-quick-well = Nothing is wrong with the file's pages, the newest records and the seals.
# $count (Number) - of records
doctor-put-aside = { $count ->
    [one] { $count } record was set aside, since it does not verify.
   *[other] { $count } records were set aside, since they do not verify.
}
doctor-unsealed = a replica has no seal that verifies, so nothing was made anew
doctor-unsealed-hint = setara doctor --repair
# $file (String) - the board
doctor-unwell = { $file } is not what was written
doctor-unwell-hint = setara doctor --repair, which keeps the file as it is beside the new one
# $file (String) - the board
doctor-cut-back = { $file } has lost what you wrote last
doctor-cut-back-hint = setara restore FILE, if there is a newer backup; what you do next goes on from here
# $file (String) - its path
doctor-kept = The board is kept as it was in { $file }.
# $records (Number) - in the journal
# $mended (Number) - of lines and seals
doctor-repaired = { $records } records are in place, { $mended } of them or their seals mended.
# $file (String) - the board
doctor-left = not all of { $file } could be brought back
doctor-looking-pages = pages
doctor-looking-lines = records
doctor-looking-tables = tables

# Bringing a backup in.
# $file (String) - its path
# $records (Number) - in the journal
restore-done = Restored { $file } with { $records } records; your next change writes as a new replica.
# $file (String) - its path
restore-kept = The board that was there is kept in { $file }.
cmd-restore = Put a backup in the place of the board
cmd-restore-file = The backup
cmd-doctor-quick = Look at the file's pages, the newest records and the seals only
cmd-doctor-repair = Make a new board of what verifies, and keep the old file beside it

# Said once something of the kind is met.
board-sealed-now = this board is sealed from now on, as it stands: whatever changes it behind Setara's back shows in setara doctor
# $count (Number) - of records
board-unread = { $count ->
    [one] { $count } record of the journal cannot be read and was passed over
   *[other] { $count } records of the journal cannot be read and were passed over
}
board-unread-hint = setara doctor
