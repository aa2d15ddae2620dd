# The settings: their file, their command, their screen.

set-language-doc = The language of all texts; auto is that of the system.
set-theme-doc = The colours; auto looks at the terminal's own ground.
set-marks-doc = The signs on the screen; auto looks at the locale.
set-mouse-doc = Whether the mouse works: click, double click, wheel, borders to drag. In most terminals Shift-drag selects text all the same.

# The first lines of the file.
set-file = Settings of Setara. Take a # away and change the value; setara settings shows what holds.
set-file-keys = Other keys for actions, by their names: see setara settings keys. An empty list takes the keys away.
set-file-filters = Saved filters by their names: see * on the screen.

# $said (String) - what is wrong
set-no-toml = this cannot be read: { $said }
# $name (String) - what was written
set-unknown = there is no setting "{ $name }"
# $name (String) - a setting
# $value (String) - what was written
set-not-taken = { $name } does not take { $value }
# $values (String) - with commas
set-takes = one of: { $values }
# $name (String) - the setting or action that was probably meant
set-near = perhaps { $name }
# $action (String) - an action's name
set-no-keys = the keys of { $action } are no list
# $action (String) - an action's name
set-keys-hint = as in "{ $action }" = ["c", "F2"]
# $name (String) - keys or filters
set-no-table = { $name } is no table
# $name (String) - keys or filters
set-no-table-hint = as in [{ $name }], and the entries below it
# $name (String) - the name of a saved filter
set-no-filter = the filter { $name } is no text
set-no-filter-hint = as in week = "lead:me due:week"
# $name (String) - what was written
set-no-action = there is no action "{ $name }"
set-no-action-hint = setara settings keys
# $name (String) - what was written
set-no-key = "{ $name }" is no key
set-no-key-hint = as in c, C, Ctrl-R, Alt-x, F5, Space, Enter, Shift-Tab, PgDn, Up
# $key (String) - a key
# $action (String) - the action that has it
# $wants (String) - the action that wants it
set-clash = { $key } is the key of { $action }, so { $wants } keeps its own
# $key (String) - a key
# $label (String) - what the action is called that has it
# $action (String) - the name of that action
set-taken = { $key } is the key of "{ $label }" already ({ $action })
# $count (Number) - how many other things are wrong
set-more = and { $count } more: setara settings
# $key (String) - a key
# $wants (String) - the action that wants it
set-reserved = { $key } always does the same, so { $wants } keeps its own
# $name (String) - a theme's name
set-no-theme = there is no theme "{ $name }"
# $file (String) - a file
# $line (Number) - a line of it
# $message (String) - what is wrong there
set-at = { $file }:{ $line }: { $message }
# $file (String) - a file
# $message (String) - what is wrong with it
set-in = { $file }: { $message }

act-settings = settings
act-settings-doc = the language, the theme, the keys of every action

# $theme (String) - a theme's name
# $why (String) - what is wrong
theme-unread = the theme { $theme } cannot be read: { $why }
# $theme (String) - a theme's name
# $role (String) - what a style is for
theme-no-role = the theme { $theme } has no style for { $role }
# $theme (String) - a theme's name
# $role (String) - what a style is for
# $text (String) - what was written
theme-no-style = the theme { $theme } has no style "{ $text }" for { $role }
theme-no-style-hint = as in "231 on 25 bold", "#ffaf00" or "dim"

set-title = Settings
set-heading-you = Yours
set-heading-you-note = on this machine
set-heading-keys = Your keys
set-default = default
set-no-keys-yet = none
# $action (String) - an action's name
set-keys-own = { $action } has its own keys again
# $action (String) - an action's name
set-keys-taken = { $action } has no key any more
# $action (String) - what an action is called
set-ask-keys = Which keys for { $action }?
# $own (String) - the keys that it has from the beginning
set-ask-keys-hint = by name, with blanks between: c Ctrl-R F5. Its own: { $own }

cmd-settings = Show or change your settings
cmd-settings-name = A setting, such as theme, or an action, such as task.claim; "keys" lists every action's keys, "edit" opens the file
cmd-settings-value = Its new value, or its keys ("none" takes them away); "default" takes it back

set-in-order = the settings are in order
# $editor (String) - what VISUAL or EDITOR says
set-no-editor = the editor "{ $editor }" did not end well; nothing was changed by Setara
set-no-editor-hint = EDITOR=nano setara settings edit
