# What something on the board is, where a list says it of each.

kind-finding = finding
kind-thanks = thanks
kind-board = board
