# The journal on the screen.

journal-title = Jurnal
journal-fact = terbaru dulu
journal-ask = Apa yang ditampilkan jurnal?
journal-ask-hint = by:ayu about:bakul since:senin until:jumat, dan kata dari yang dicari
journal-key-by = siapa yang melakukannya
journal-key-about = pada apa: tugas, peran, tujuan, orang
journal-key-since = mulai hari itu
journal-key-until = sampai hari itu
journal-not-negated = jurnal tidak menyisihkan apa pun
journal-cmd-query = Yang dicari: kata, dan kunci seperti by:ayu about:bakul since:senin

act-journal = jurnal
act-journal-doc = semua yang terjadi, terbaru dulu
act-sift = persempit
act-sift-doc = di jurnal: hanya yang dilakukan seseorang, yang terjadi pada sesuatu, atau dalam suatu masa
journal-too-many = lebih dari { $most } hal memuat kata-kata ini
journal-too-many-hint = satu kata lagi, seperti: kontrak pembayaran
