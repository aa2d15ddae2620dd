# The mouse, and the sizes of the panes.

act-wider = wider
act-wider-doc = make the pane wider; dragging its border does it too
act-narrower = narrower
act-narrower-doc = make the pane narrower
act-higher = higher
act-higher-doc = make the pane higher
act-lower = lower
act-lower-doc = make the pane lower
act-sizes = sizes back
act-sizes-doc = give all panes their own sizes again
set-group-doc = In which groups the tasks stand, as chosen last.
set-order-doc = In which order they stand there: pull order, what is due first, or what stands longest.
set-columns-doc = Whether the tasks stand side by side in columns where they are alone on the screen, as chosen last.
set-panes-doc = The sizes of the panes, as borders were moved; auto is as the board needs them.
# $key (String) - the key that puts them back
mouse-panes-kept = The panes keep these sizes; { $key } puts them back
mouse-panes-reset = The panes have their own sizes again
