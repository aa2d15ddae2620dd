# Stand-up dan yang berkaitan dengannya.

meeting-step-of = { $step ->
    [goals] tujuan
    [since] kejadian sejak yang lalu
    [walk] tinjauan papan
    [pull] yang belum ditanggung
    [round] putaran
    [park] parkir
    [reach] jangkauan tujuan
    [last] tindakan yang lalu
    [check_in] sapaan
    [gather] pengumpulan
    [group] pengelompokan
    [dots] titik
    [talk] pembicaraan
    [act] tindakan
    [thanks] terima kasih
   *[other] langkah lain
}
meeting-place = { $step }: { $thing }

meeting-sort = { $sort ->
    [done] Selesai
    [added] Baru
    [blocked] Terhambat
    [cleared] Tidak lagi terhambat
    [claimed] Diklaim
    [handed_over] Diserahterimakan
   *[other] Lainnya
}
minutes-title = { $kind ->
    [standup] Stand-up, { $date }
    [retro] Retro, { $date }
   *[other] Pertemuan, { $date }
}
minutes-topics = Diparkir
minutes-present = Hadir: { $names }
minutes-absent = Tidak hadir: { $names }
minutes-took = Berlangsung { $minutes } menit
minutes-next = Fasilitator berikutnya: { $name }

meeting-kind = { $kind ->
    [standup] Stand-up
    [retro] Retro
   *[other] Pertemuan
}
meeting-step = { $step ->
    [goals] tujuan
    [since] sejak
    [walk] tinjauan
    [pull] ambil
    [round] putaran
    [park] parkir
    [reach] jangkauan
    [last] lalu
    [check_in] sapaan
    [gather] kumpul
    [group] kelompok
    [dots] titik
    [talk] bahas
    [act] tindak
    [thanks] syukur
   *[other] …
}
meeting-far = { $n } dari { $all }
meeting-ask = { $step ->
    [goals] Apakah tujuan-tujuan ini masih berlaku?
    [walk] Apa yang menyelesaikannya?
    [pull] Belum ada yang menanggung. Siapa mengambil?
    [round] Siapa yang belum bicara?
    [park] Siapa mengambil topik mana, dan kapan?
    [reach] Apakah tujuan masih dalam jangkauan?
    [last] Bagaimana nasib yang kita putuskan waktu itu?
    [check_in] Siapa yang belum menyapa?
    [gather] Apa yang kamu lihat? Tulis dalam diam, satu pikiran satu kartu.
    [group] Mana yang sama maksudnya?
    [dots] Apa yang ingin kamu bicarakan?
    [talk] Apa di baliknya, dan apa yang akan membantu?
    [act] Apa yang kita lakukan, dan siapa mengambilnya?
    [thanks] Siapa yang ingin kamu beri terima kasih?
   *[other] Lanjut?
}
meeting-ask-since = Kejadian sejak { $day }
meeting-ask-round = { $name }: apa yang kamu perlukan, dan di mana kamu bisa membantu?
meeting-no-goals = Belum ada tujuan.
meeting-nothing-happened = Tidak ada yang berubah di papan.
meeting-nothing-to-walk = Tidak ada yang dikerjakan dan tidak ada yang terhambat.
meeting-nothing-free = Semuanya sudah ada penanggung jawabnya.
meeting-all-heard = Semua sudah bicara.
meeting-in-hand-nothing = Tidak ada yang sedang dipegang.
meeting-nothing-parked = Tidak ada yang diparkir.
meeting-drawer = Dari pertemuan sebelumnya
meeting-then = Lalu
meeting-here = Tim
meeting-you = kamu
meeting-facilitates = fasilitator
meeting-how = { $how ->
    [passed] lewat
    [absent] tidak hadir
    [later] nanti
   *[other] …
}
meeting-next = Berikutnya
meeting-next-end = selesai
meeting-clock = { $time } dari { $whole }
meeting-over = lewat { $time }
meeting-rests = jeda, sisa { $time }

act-group-meet = Pertemuan
act-standup = pertemuan
act-standup-doc = masuk ke pertemuan yang berlangsung, mulai stand-up atau retro, atau lihat yang sudah lewat
act-standup-next = { $name } fasilitator berikutnya
act-standup-was = { $topics ->
    [0] { $present } hadir
   *[other] { $present } hadir, { $topics } topik tersisa
}
act-meeting-next = lanjut
act-meeting-next-doc = dalam pertemuan: ke berikutnya; yang ditanya sudah bicara
act-meeting-back = mundur
act-meeting-back-doc = dalam pertemuan: kembali ke sebelumnya; tidak ada yang hilang
act-meeting-passed = lewat
act-meeting-passed-doc = dalam putaran: tidak menyampaikan apa-apa
act-meeting-absent = tidak hadir
act-meeting-absent-doc = dalam putaran: tidak hadir
act-meeting-later = nanti
act-meeting-later-doc = dalam putaran: tanya lagi sesudah yang lain
act-meeting-park = parkir topik
act-meeting-park-doc = dalam pertemuan: simpan topik untuk nanti
act-meeting-ask-park = Apa yang disimpan untuk nanti?
act-meeting-step = ke langkah
act-meeting-step-doc = dalam pertemuan: ke langkah lain; yang sudah selesai berlanjut di situ
act-meeting-ask-step = Ke langkah mana?
act-meeting-minute = tambah semenit
act-meeting-minute-doc = dalam pertemuan: tambah waktunya satu menit
act-meeting-pause = jeda
act-meeting-pause-doc = dalam pertemuan: hentikan jamnya, atau jalankan lagi
act-meeting-end = akhiri
act-meeting-end-doc = akhiri pertemuan; pindah ke suatu langkah membukanya lagi
act-meeting-chair = jadi fasilitator
act-meeting-chair-doc = dalam pertemuan: ambil tanda fasilitator
act-meeting-leave = tinggalkan
act-meeting-leave-doc = nyatakan kamu tidak lagi ikut dalam pertemuan
act-meeting-copy = salin
act-meeting-copy-doc = dari pertemuan yang selesai: salin hasilnya ke papan klip
act-meeting-take-next = fasilitator berikutnya
act-meeting-take-next-doc = dari pertemuan yang selesai: menjadi fasilitator berikutnya
act-meeting-pass-next = tidak
act-meeting-pass-next-doc = dari pertemuan yang selesai: tidak menjadi fasilitator berikutnya

meeting-needed = perlu pertemuan di layar

chapter-meet = Pertemuan
cmd-standup = Adakan stand-up: mulai, lanjutkan, lihat hasil yang terakhir
cmd-standup-last = cetak hasil yang terakhir sebagai Markdown
cmd-standup-start = Mulai stand-up
cmd-standup-join = Nyatakan kamu ikut, atau seseorang ikut
cmd-standup-leave = Nyatakan kamu tidak lagi ikut, atau seseorang tidak
cmd-standup-step = nama langkah, seperti dalam deretan langkah
cmd-standup-whom = seorang anggota; tanpa ini kamu sendiri
cmd-standup-topic = yang disimpan untuk nanti
cmd-standup-with = siapa yang diperlukan; boleh beberapa kali
out-standup-next = berikutnya: { $place }
out-standup-waiting = belum bicara: { $names }

act-meeting-take-up = keluarkan
act-meeting-ask-take-up = Menjadi apa?
act-meeting-becomes-task = Tugas, untuk siapa pun yang mengambil
act-meeting-let-go = Sudah dibicarakan, atau dilepaskan
cmd-standup-topics = Daftar topik yang belum dikeluarkan siapa pun
cmd-standup-take = Keluarkan topik: sudah dibicarakan, menjadi sesuatu, atau dilepaskan
cmd-standup-number = nomornya dalam daftar topik
cmd-standup-becomes = menjadi apa: tugas, peran, atau tujuan
out-standup-no-topic = tidak ada topik { $number }, dari { $count }

meeting-goes-on = { $kind ->
    [retro] retro: { $key }
   *[other] stand-up: { $key }
}

meeting-quiet = Senyap

meeting-two = Ada satu lagi yang berlangsung: { $who } memulainya { $age } lalu. { $key } menjadikannya satu.
act-standup-forgotten = { $kind ->
    [retro] Retro { $when } belum diakhiri
   *[other] Stand-up { $when } belum diakhiri
}
act-standup-anew = Akhiri, lalu mulai yang baru
act-standup-go-in = Lanjutkan yang itu
act-standup-over = Akhiri
act-meeting-join = jadikan satu
act-meeting-join-doc = kalau dua berlangsung sekaligus: yang belakangan berlanjut dalam yang lebih dulu
cmd-standup-merge = Kalau dua berlangsung sekaligus, yang belakangan berlanjut dalam yang lebih dulu

