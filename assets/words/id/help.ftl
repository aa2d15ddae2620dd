# Bantuan dan daftar perintah.

help-with = Dengan { $what }
help-find = cari

## What an action would need.

help-needs = perlu { $kind } yang dipilih
help-needs-home = di panel
help-needs-page = di halaman
help-not-now = tidak di sini

## The keys of questions.

help-key-letters = huruf
help-prompt-enter = memakai yang diketik
help-picker-letters = menyaring daftar, urutan bebas dan boleh berjarak
help-picker-words = mencari lewat sebutan, nama, atau kata dalam judulnya
help-picker-arrows = ke yang di atas dan di bawah
help-picker-enter = memakai yang ditandai
help-confirm = ya atau tidak; yang lain tidak berbuat apa-apa
help-form-tab = ke isian berikut; Shift-Tab ke yang sebelumnya
help-form-enter = ke isian berikut; di yang terakhir menyimpan; dalam catatan baris baru
help-form-choice = dalam pilihan membuka daftarnya; Backspace mengosongkan
help-form-send = menyimpan dari isian mana pun
help-form-editor = catatan dan daftar di editormu sendiri
help-form-alike = ke yang mirip di papan, kalau ada
help-line-cut = memotong semua sebelum kursor
help-line-back = mengembalikan yang dipotong
help-line-undo = membatalkan yang terakhir diketik
help-leave = membatalkan, dan tidak ada yang terjadi
help-filter-letters = setiap huruf menyaring daftar
help-filter-tab = yang boleh ada di situ
help-filter-arrows = memilih yang diusulkan, atau bergerak dalam daftar
help-filter-enter = mempertahankan saringan
help-filter-esc = menampilkan semua lagi
