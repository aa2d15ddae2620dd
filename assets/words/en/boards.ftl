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
