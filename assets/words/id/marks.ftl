# Menandai tugas, untuk tombol yang berlaku bagi beberapa tugas.

act-mark = tandai
act-mark-doc = tandai tugas ini, atau lepas tandanya, lalu maju: tombol lalu berlaku bagi semua yang ditandai
act-mark-to = tandai sampai sini
act-mark-to-doc = tandai semua dari yang terakhir ditandai sampai yang ini
act-mark-all = tandai semua
act-mark-all-doc = tandai semua yang ditampilkan daftar, paling banyak 200
act-tag = beri tag
act-tag-doc = beri tag; dengan minus di depannya, cabut tag itu
mark-ask-tag = Tag apa?
mark-ask-tag-hint = misalnya "legal"; "-legal" mencabutnya
mark-count = { $count } ditandai
mark-in-words = { $row }, ditandai
mark-held = { $count } tugas yang ditandai: { $tasks }
mark-asks = { $question } · { $count } tugas yang ditandai
mark-release = lepas { $count } tanda
mark-one-at-a-time = { $count } ditandai, padahal ini untuk satu tugas; { $key } melepas semua tanda
mark-most = lebih dari { $most } tidak ditandai sekaligus
mark-lost = { $count } tanda lepas: tugasnya tidak ada lagi di daftar ini
mark-named = { $count } ditandai: tanpa nama ini berlaku bagi yang ditandai; { $back } melepas semua tanda
