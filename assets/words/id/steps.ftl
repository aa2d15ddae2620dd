# Langkah-langkah daftar periksa: yang terjadi padanya, kenapa tidak bisa, dan tombol-tombolnya.

phrase-step-added = { $who } menambah langkah pada { $task }
phrase-step-ticked = { $who } mencentang satu langkah { $task }
phrase-step-opened = { $who } membuka lagi satu langkah { $task }
phrase-step-renamed = { $who } mengubah satu langkah { $task }
phrase-step-removed = { $who } menghapus satu langkah { $task }

refused-no-such-step = { $task } tidak punya lagi langkah yang berbunyi: { $text }
refused-notes-twice = catatan { $task } ditulis dua kali: putuskan dulu mana yang berlaku
refused-example-notes = yang berlaku

act-tick = centang
act-tick-doc = pada langkah daftar periksa: centang, atau buka lagi
act-step-add = langkah
act-step-add-doc = tambah langkah pada daftar periksa tugas, di bawah yang terpilih
act-step-rename = ubah langkah
act-step-rename-doc = pada langkah daftar periksa: katakan dengan kata lain
act-step-remove = hapus langkah
act-step-remove-doc = pada langkah daftar periksa: keluarkan dari daftar

steps-ask-add = Langkah
steps-ask-add-hint = satu baris; Enter menambahkannya
steps-ask-rename = Langkah
steps-needed = perlu langkah daftar periksa
steps-title = Daftar periksa
steps-ticked = { $ticked } dari { $all } dicentang
