# The screens that are opened over the panes.

act-me = me
act-me-doc = your own page: what you lead, help with and hold
act-next-beside = beside
act-next-beside-doc = on a page, to what stands beside or below
act-beside-before = beside, back
act-beside-before-doc = on a page, back to what stood before
