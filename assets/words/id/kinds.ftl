# Apa sesuatu di papan itu, di daftar yang menyebutnya untuk tiap baris.

kind-finding = temuan
kind-thanks = terima kasih
kind-board = papan
