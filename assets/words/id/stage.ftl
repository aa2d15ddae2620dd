# Yang tampil di panggung: sedikit kata, huruf besar.

stage-address = { $kind ->
    [mail] [surel]
    [page] [tautan]
   *[other] [berkas]
}
stage-step = { $step ->
    [goals] Tujuan
    [since] Sejak yang terakhir
    [walk] Tinjau papan
    [pull] Belum ada yang menanggung
    [round] Putaran: belum bicara
    [park] Parkir
    [reach] Masih dalam jangkauan?
    [last] Tindakan terakhir
    [check_in] Sapaan: satu kata
    [gather] Tulis dalam diam
    [group] Kelompokkan
    [dots] Titik
    [talk] Bicara
    [act] Yang kita lakukan
    [thanks] Terima kasih
   *[other] Pertemuan
}
stage-asks = { $step ->
    [walk] Apa penyelesaiannya? Siapa bantu?
    [round] Perlu apa? Bisa bantu siapa?
    [check_in] Bagaimana rasanya hari ini?
   *[other] Lanjut?
}
stage-part = { $part ->
    [goals] Tujuan
    [owns] Siapa menanggung apa
    [overlaps] Tumpang tindih
    [blockers] Hambatan
   *[free] Belum ada yang menanggung
}
stage-overlap = { $rule ->
    [O1] semua menanggungnya
    [O2] ranah yang sama
    [O3] akuntabilitas yang sama
    [O4] judul yang sama
    [O6] tautan yang sama
   *[other] sangat mirip
}
stage-heard = { $heard } dari { $all } bicara
stage-led-by = ditanggung { $names }
stage-led-by-nobody = belum ada yang menanggung
stage-state = { $state }, { $age }
stage-due = tenggat { $day }
stage-late = terlambat { $days } hari
stage-of = { $current } dari { $target }
stage-waits-on = menunggu { $who }
stage-waits-on-for = menunggu { $who }: { $what }
stage-waits-for = menunggu { $what }
stage-asked = { $days ->
    [0] diminta hari ini
    [1] diminta kemarin
   *[other] diminta { $days } hari lalu
}
stage-not-asked = belum diminta
stage-promised = dijanjikan { $day }
stage-promise-passed = janjinya { $day }
stage-holds-up = menahan { $count } lagi
stage-happened = { $count } { $sort ->
    [done] selesai
    [added] baru
    [blocked] terhambat
    [cleared] lancar lagi
    [claimed] diklaim
    [handed_over] diserahterimakan
    [quiet] menjadi senyap
   *[other] lagi
}: { $what }
stage-did = { $who }, { $what }
stage-many-more = dan banyak lagi
stage-next = lalu
stage-facilitates = fasilitator { $name }
stage-then = sesudah itu { $what }
stage-over = { $kind ->
    [standup] Stand-up selesai
    [retro] Retro selesai
   *[other] Pertemuan selesai
}
stage-left = sisa { $minutes } menit
stage-clock = { $time } dari { $whole }
stage-last-minute = MENIT TERAKHIR
stage-box-over = LEWAT { $time }
stage-rests = jeda, sisa { $time }
stage-held = ditahan
stage-dark = { $key } menampilkannya lagi
stage-too-small = Panggung punya { $rows } baris: perbesar hurufnya sampai sekitar 24

act-stage = panggung
act-stage-doc = tampilkan panggung di terminal ini sampai q: besar, untuk satu ruangan, tanpa yang pribadi
act-stage-dark = gelapkan
act-stage-dark-doc = gelapkan panggung, atau terangkan lagi, di mana pun ia tampil
stage-went-dark = Panggung gelap.
stage-is-lit = Panggung terang lagi.
cmd-stage = Tampilkan panggung: besar, untuk satu ruangan, tanpa yang pribadi

stage-ready = { $ready } dari { $present } siap
stage-reveal = semua kartu sekaligus
stage-cards = { $cards } kartu
stage-voted = { $voted } dari { $present } memberi titik
stage-topics-left = sisa { $topics } topik
stage-topic-in-minutes = { $topic }  { $minutes } menit
stage-no-actions = Belum ada yang diputuskan.
stage-still-hidden = Kartunya masih tersembunyi.
