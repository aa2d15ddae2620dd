# What a person is told when something is not done: lower case, no full stop, and a hint that can be typed.

error-who = papan ini belum tahu siapa kamu
error-who-hint = setara join "namamu"
error-no-home = tidak ada folder home untuk menyimpan papan
error-no-home-hint = setara --board ./board.db start "timmu" --name "namamu"
error-identities = { $file } mencatat siapa kamu di tiap papan, tetapi tidak bisa dibaca
error-identities-hint = mv "{ $file }" "{ $file }.old", lalu ulangi
error-empty-team = tim perlu nama
error-empty-team-hint = setara start "Warung Kode" --name Ayu
error-board-exists = sudah ada papan di { $path }
error-board-exists-hint = setara join "namamu"
error-no-task = tidak ada tugas yang cocok dengan "{ $word }"
error-no-task-hint = setara search "{ $word }"
error-no-member = tidak ada yang bernama "{ $word }" di sini
error-no-member-hint = setara who, atau setara join "{ $word }"
error-no-role = tidak ada peran yang cocok dengan "{ $word }"
error-no-role-hint = setara roles, atau setara role add "{ $word }"
error-no-goal = tidak ada tujuan yang cocok dengan "{ $word }"
error-no-goal-hint = setara goals, atau setara goal add "{ $word }"
error-no-finding = tidak ada temuan dengan kunci "{ $key }" sekarang
error-no-finding-hint = setara findings
error-ambiguous = "{ $word }" bisa berarti { $candidates }
error-ambiguous-hint = lebih banyak huruf, atau salah satunya secara lengkap
error-not-a-board = { $path } bukan papan Setara
error-not-a-board-hint = setara import FILE mengimpor papan dari alat lain; --board menyebut berkas lain
error-no-board = tidak ada papan di { $path }
error-no-board-hint = setara start "timmu" --name "namamu"
error-cannot-make = { $path } tidak bisa dibuat: { $why }
error-cannot-open = { $path } tidak bisa dibuka: { $why }
error-cannot-make-hint = setara --board ./board.db start "timmu" --name "namamu"
error-newer = { $path } ditulis oleh Setara yang lebih baru (versinya { NUMBER($version, useGrouping: "false") }), jadi hanya bisa dibaca
error-newer-hint = perbarui Setara di mesin ini
error-read-only = { $path } bisa dibaca tetapi tidak bisa ditulis
error-read-only-hint = setara backup ./copy.db, lalu setara --board ./copy.db
error-full = disk penuh, jadi tidak ada yang ditulis
error-full-hint = kosongkan tempat, lalu ulangi
error-busy = program lain sedang memegang papan
error-busy-hint = ulangi
error-damaged = { $path } rusak
error-damaged-hint = setara doctor
error-bug = ada yang salah, dan itu seharusnya tidak terjadi: { $what }
error-bug-hint = setara doctor

# In place of a file's name, where only one can be meant.
error-the-board = papan
error-many-words = pencarian menerima paling banyak { $most } kata yang berbeda
error-many-words-hint = setara search { $first }
