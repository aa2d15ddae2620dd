# Melihat papan seperti keadaannya dulu.

replay-no-change = masa lalu tidak dapat diubah
replay-no-change-hint = kembalilah ke sekarang dulu: Esc
replay-beginning = tidak ada kejadian sebelum ini: di sinilah papan dimulai

replay-title = Menengok ke belakang
replay-coming = Menengok ke belakang … masa lalu papan sedang dibaca
replay-on-the-way = di perjalanan …
replay-now = sekarang
replay-nothing = tidak ada kejadian hari itu
replay-events = { $n } kejadian hari itu
replay-many-events = lebih dari { $n } kejadian hari itu
replay-changed = { $n } berubah oleh langkah ini
replay-said = Kamu menengok ke { $when }, { $count }
replay-not-yet = Waktu itu belum ada apa-apa di sini.
replay-left = Kembali ke sekarang
replay-is-now = tidak ada apa-apa setelah sekarang; { $key } mengakhirinya
replay-needs-past = saat menengok ke belakang

act-group-replay = Menengok ke belakang
act-replay = tengok
act-replay-doc = papan seperti dulu; dari jurnal, pada saat kejadiannya
act-day-back = mundur sehari
act-day-back-doc = ke malam hari sebelumnya
act-day-on = maju sehari
act-day-on-doc = ke malam hari berikutnya
act-event-back = kejadian lalu
act-event-back-doc = ke kejadian sebelumnya
act-event-on = kejadian maju
act-event-on-doc = ke kejadian berikutnya
act-beginning = awal
act-beginning-doc = ke hari papan dimulai
act-back-to-now = ke sekarang
act-back-to-now-doc = kembali ke papan yang sekarang
