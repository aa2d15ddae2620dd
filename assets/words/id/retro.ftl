# Retro: kartu, titik, dan tindakannya.

phrase-meeting-card-added = { $who } menulis kartu
phrase-meeting-card-struck = { $who } mencoret kartu
phrase-meeting-revealed = { $n ->
    [0] { $who } membuang kartu tersembunyi: sejak kini kartu bernama
   *[other] { $who } membuka { $n } kartu tersembunyi
}
phrase-meeting-grouped = { $n ->
    [one] { $who } menggabungkan kartu dengan yang lain
   *[other] { $who } menggabungkan { $n } kartu
}
phrase-meeting-ungrouped = { $who } memisahkan kartu
phrase-meeting-named = { $who } menamai kartu-kartu "{ $name }"
phrase-meeting-counted = { $n ->
   *[other] { $who } menghitung titik dari { $n } orang
}
phrase-meeting-acted = { $who } menjadikan { $thing } tindakan retro
phrase-meeting-swap-offered = { $who } menawari { $whom } menjadi fasilitator pertemuan sejenis berikutnya
phrase-meeting-swap-accepted = { $who } bertukar, dan menjadi fasilitator pertemuan sejenis berikutnya

refused-not-next-chair = hanya fasilitator berikutnya yang bisa menawarkan tukar
refused-no-swap = tidak ada yang menawarimu bertukar
refused-not-a-retro = hanya retro yang punya kartu
refused-columns-unfit = retro punya 1 sampai { $columns } kolom, masing-masing bernama pendek (paling banyak { $letters } huruf)
refused-no-column = { $columns ->
    [0] retro memerlukan kolom
   *[other] kolomnya { $columns }
}
refused-no-card = kartu itu tidak ada, atau sudah dicoret
refused-cards-hidden = kartu tersembunyi sampai semuanya dibuka sekaligus
refused-cards-shown = kartu sudah dibuka
refused-nobody-voted = belum ada yang menaruh titik
refused-example-columns = suka, kurang, belajar
refused-example-card = kita menguji sejak awal

hidden-card-hint = setara retro card 1 "kita menguji sejak awal"
hidden-named-hint = setara retro card 1 "kita menguji sejak awal"
hidden-too-few = { $n ->
    [0] belum ada yang siap: pada sesedikit itu, kartu memberi tahu siapa penulisnya; tunggu, atau kumpulkan dengan nama
   *[other] baru { $n } yang siap: pada sesedikit itu, kartu memberi tahu siapa penulisnya; tunggu, atau kumpulkan dengan nama
}
hidden-too-few-hint = setara retro named
hidden-counted = titik sudah dihitung
hidden-counted-hint = setara retro next
hidden-voted = kamu sudah menaruh titik di meja lain, dan hanya meja itu yang bisa mengubahnya
hidden-voted-hint = setara retro
hidden-dots = masing-masing punya { $each } titik, paling banyak { $most } pada satu topik
hidden-dots-hint = setara retro vote 1 2
hidden-several = beberapa mesin atau pengguna menulis ke papan ini, dan tulisan mereka bertanda: kartu tersembunyi ditulis bergiliran pada satu papan ketik
hidden-several-hint = setara retro named
hidden-not-yet = pertemuan belum sampai di situ
hidden-not-yet-hint = setara retro next
hidden-no-file = tidak ada yang bisa disembunyikan di samping papan yang bukan berkas
hidden-written = tertulis, dan tersembunyi sampai semua kartu dibuka
hidden-taken-back = ditarik kembali
hidden-ready = kamu siap
hidden-not-ready = kamu menulis lagi
hidden-round-over = papan ketik sudah berkeliling
hidden-dots-on = { $n ->
    [0] tidak ada titikmu di situ
   *[other] { $n } titikmu di situ
}

retro-no-last = Tidak ada yang diputuskan waktu itu.
retro-ask-check-in = { $name }: bagaimana kamu datang ke sini?
retro-check-in = Satu kata masing-masing. Diucapkan, dan tidak disimpan di mana pun.
retro-hidden-note = Nama, waktu, dan urutan tidak disimpan. Gaya tulisanmu bisa memberi tahu.
retro-named-note = Namamu tertera di situ.
retro-several-note = Beberapa mesin atau pengguna menulis ke papan ini: kartu tersembunyi ditulis bergiliran pada satu papan ketik.
retro-round-note = Tersembunyi selagi kamu mengetik, dan terlupakan di sini bila kamu serahkan. Enter tanpa kata untuk lanjut.
retro-ready = Aku sudah menulis semuanya
retro-not-ready = Aku menulis lagi
retro-round = { $n ->
    [0] Papan ketik berkeliling
   *[other] Papan ketik berkeliling: { $n } sudah menulis
}
retro-reveal = Buka semua kartu sekaligus
retro-named = Kumpulkan dengan nama saja
retro-ready-are = Siap: { $names }
retro-still-hidden = Kartu masih tersembunyi: kembali ke pengumpulan, lalu buka.
retro-no-cards = Tidak ada kartu.
retro-nothing-to-talk = Tidak ada lagi yang dibicarakan.
retro-dots-left = { $n ->
    [0] Titik habis; Enter pada topik yang penuh menariknya kembali
   *[other] sisa { $n } titik, paling banyak { $most } pada satu topik
}
retro-counted = { $n ->
   *[other] Titik dari { $n } orang sudah dihitung
}
retro-count = { $n ->
    [0] Hitung titik
   *[other] Hitung titik: { $n } sudah memilih
}
retro-voted = Sudah memilih: { $names }
retro-has-dots = { $n ->
   *[other] { $n } titik
}
retro-suggested = { $minutes }  { $topic }
retro-new-action = Kita berbuat sesuatu
retro-actions = Yang kita lakukan
retro-topics = Yang kita bicarakan
retro-no-thanks = Belum ada ucapan terima kasih.
retro-thank = Beri terima kasih
retro-thanked = { $who } berterima kasih kepada { $whom }: { $text }
retro-signed = { $text }  ({ $who })

act-retro = retro
act-retro-doc = masuk ke retro, atau mulai yang baru
act-retro-new = tulis
act-retro-new-doc = dalam retro: kartu selagi dikumpulkan, tindakan selagi dibicarakan
act-retro-write = tulis
act-retro-take-back = tarik kembali
act-retro-card = gabung, namai, coret
act-retro-do = lakukan
act-retro-dot = titik
act-retro-action = tindakan baru
act-retro-ask-column = Di kolom mana?
act-retro-ask-card = Kartu: { $column }
act-retro-ask-turn = Siapa menulis sekarang?
act-retro-round-over = Sudah berkeliling
act-retro-ask-round = { $who }: { $column }
act-retro-ask-named = { $n ->
    [0] Kartu tersembunyi dibuang, dan sejak itu kartu bernama
   *[other] Kartu tersembunyi dibuang, dan sejak itu kartu bernama; { $n } sudah siap
}
act-retro-keep-hidden = Biarkan tersembunyi
act-retro-throw-away = Buang
act-retro-forgotten = buang yang tersembunyi
act-retro-forgotten-doc = buang kartu atau titik tersembunyi yang tidak pernah ditunjukkan retro dan sudah ditinggalkan
act-retro-ask-forgotten = Kartu atau titik tersembunyi sejak { $when } tidak pernah ditunjukkan
hidden-discarded = Tidak ada lagi yang tersembunyi: yang tidak pernah ditunjukkan sudah dibuang
hidden-no-longer = Itu sudah ditunjukkan atau dibuang sementara ini
act-retro-ask-card-does = { $title }
act-retro-put-to = Gabung ke: { $title }
act-retro-call = Beri nama …
act-retro-apart = Pisahkan semuanya
act-retro-strike = Coret …
act-retro-ask-name = Apa namanya?
act-retro-ask-why = Mengapa dicoret?
act-retro-ask-action = Apa yang kita lakukan?
act-retro-ask-action-hint = Ini menjadi tugas, dan dilihat paling awal lain kali.
act-retro-ask-who = Siapa mengambilnya?
act-retro-nobody-yet = Belum ada
act-retro-ask-yes = { $who }, kamu mengambilnya?
act-retro-yes = { $who }: ya
act-retro-no = Nanti saja
act-retro-ask-how = Dengan kolom apa?
act-retro-with-names = kartu bernama
act-retro-hidden = kartu tersembunyi, untuk empat orang atau lebih
act-meeting-goes-on = { $kind ->
    [retro] Masuk ke retro
   *[other] Masuk ke stand-up
}
act-meeting-begin = { $kind ->
    [retro] Mulai retro
   *[other] Mulai stand-up
}
act-meeting-was = { $kind ->
    [retro] { $when }, retro
   *[other] { $when }
}

hidden-dots-put = { $n ->
   *[other] { $n } titik ditaruh, tersembunyi sampai semua dihitung
}
out-meeting-none = { $kind ->
    [retro] tidak ada retro yang berlangsung
   *[other] tidak ada stand-up yang berlangsung
}
out-meeting-hint = setara { $kind } { $verb }
out-meeting-one = hanya satu yang berlangsung
out-meeting-steps = langkahnya { $steps }
cmd-meeting-offer-swap = Tawarkan seseorang menjadi fasilitator berikutnya, kalau giliranmu
cmd-meeting-accept-swap = Jadi fasilitator berikutnya, seperti yang ditawarkan
cmd-meeting-swap-with = seorang anggota
cmd-retro = Adakan retro: mulai, tulis kartu, taruh titik, putuskan tindakan
cmd-retro-start = Mulai retro
cmd-retro-formats = Daftar kolom yang bisa dipakai retro
cmd-retro-format = salah satu dari setara retro formats; tanpa ini yang pertama
cmd-retro-columns = nama kolom, dipisahkan koma
cmd-retro-hidden = sembunyikan siapa menulis apa, dan semuanya sampai dibuka sekaligus
cmd-retro-dots = berapa titik setiap orang
cmd-retro-card = Tulis kartu
cmd-retro-column = kolom, dengan nomor atau awal namanya
cmd-retro-text = yang tertulis di situ
cmd-retro-cards = Daftar kartu dengan nomornya
cmd-retro-ready = Nyatakan kamu sudah menulis semua kartu tersembunyimu
cmd-retro-reveal = Buka semua kartu tersembunyi sekaligus
cmd-retro-named = Buang kartu tersembunyi, dan kumpulkan dengan nama saja
cmd-retro-group = Gabungkan kartu dengan yang sama maksudnya, atau beri nama
cmd-retro-number = nomornya di setara retro cards
cmd-retro-others = kartu yang digabungkan ke situ
cmd-retro-name = nama gabungannya
cmd-retro-apart = Pisahkan semua kartu dalam gabungan
cmd-retro-strike = Coret kartu, dengan alasan
cmd-retro-why = mengapa dicoret
cmd-retro-vote = Taruh semua titikmu; tersembunyi sampai semua dihitung
cmd-retro-votes = satu kartu per titik, dengan nomornya; dua kali untuk dua titik
cmd-retro-count = Hitung titik semua orang
cmd-retro-act = Putuskan suatu tindakan: menjadi tugas
cmd-retro-title = yang dilakukan
cmd-retro-task = tugas yang sudah ada
out-retro-no-format = tidak ada format itu: { $formats }
out-retro-formats-hint = setara retro formats
out-retro-format = { $key }  { $columns }
out-retro-columns = kolomnya { $columns }
out-retro-no-card = tidak ada kartu { $number }, dari { $count }
out-retro-cards-hint = setara retro cards
out-retro-reveal-hint = setara retro reveal
out-retro-card = { $number } { $column }: { $title }{ $cards ->
    [one] {""}
   *[other] {" "}({ $cards } kartu)
}{ $dots ->
    [0] {""}
   *[other] {" "}· { $dots } titik
}

usage-column = KOLOM
usage-names = NAMA-NAMA

retro-facts = Sejak { $day }: { $facts }
retro-fact = { $what ->
    [done] { $n } selesai
    [raised] { $n } terhambat
    [cleared] { $n } tidak lagi terhambat
    [handed_over] { $n } diserahkan
    [given_back] { $n } dikembalikan
    [taken_over] { $n } diambil alih
   *[other] { $n } senyap
}

doctor-hidden-box = di sampingnya ada yang tersembunyi, yang belum dibuka sebuah retro
usage-lesson = PELAJARAN
