# Apa sesuatu di papan itu, di daftar yang menyebutnya untuk tiap baris.

kind-finding = temuan
kind-board = papan
