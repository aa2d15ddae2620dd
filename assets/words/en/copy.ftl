# The clipboard and links.

act-copy = copy the handle
act-copy-doc = put the handle of what is selected on the clipboard
act-copy-link = copy a link
act-copy-link-doc = put its link on the clipboard; where it has none, its handle and title
# $text (String) - what was copied
copy-done = Copied: { $text }
# $text (String) - what would have been copied
# $key (String) - the key of the settings
copy-off = { $text } (not copied: the clipboard is off, { $key } turns it on)

set-clipboard-doc = Whether y and Y copy. In tmux this takes "set -s set-clipboard on".
set-links-doc = Whether links in notes and remarks can be opened in the terminal; auto looks at which it is.
