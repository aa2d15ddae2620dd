# What holds from now on, once a setting was changed.

chosen-language-auto = Setara speaks the language of your system
chosen-language-en = Setara speaks English
chosen-language-id = Setara speaks Indonesian
chosen-theme-auto = The colours follow your terminal
# $theme (String) - a theme's name
chosen-theme = The colours are those of { $theme }
chosen-marks-auto = Signs are drawn as your locale allows
chosen-marks-unicode = Signs are drawn in Unicode
chosen-marks-ascii = Signs are drawn in plain ASCII
chosen-mouse-on = The mouse works on the screen
chosen-mouse-off = The mouse is left to your terminal
chosen-clipboard-on = y and Y copy to the clipboard
chosen-clipboard-off = Nothing is copied to the clipboard
chosen-links-auto = Links can be opened where your terminal is known to do it
chosen-links-on = Links can be opened in your terminal
chosen-links-off = Links are plain text
chosen-panes = The panes have the sizes that you gave them
chosen-group-state = Tasks are grouped by state
chosen-group-goal = Tasks are grouped by goal
chosen-group-role = Tasks are grouped by role
chosen-group-lead = Tasks are grouped by who leads them
chosen-group-none = Tasks are not grouped
chosen-order-pull = Tasks stand in pull order
chosen-order-due = Tasks stand by due day, the first on top
chosen-order-age = Tasks stand by age, the oldest on top
chosen-columns-on = Tasks stand side by side in columns
chosen-columns-off = Tasks stand in one list
chosen-hints-on = The status line says what could be done
chosen-hints-off = The status line gives no hints
# $action (String) - the name of an action
# $keys (String) - its keys
chosen-keys = Keys for { $action }: { $keys }
