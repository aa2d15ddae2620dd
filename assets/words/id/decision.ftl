phrase-the-decision = usulan { $decision }
phrase-drafted = { $who } menyusun { $decision }
phrase-amended = { $who } mengubah { $decision }
phrase-decision-moved = { $who } memindahkan { $decision } ke “{ $phase }”
phrase-decision-parked = { $who } memarkir { $decision }
phrase-decision-scheduled = { $who } menetapkan hari lain untuk { $decision }
phrase-decision-asked = { $who } bertanya tentang { $decision }
phrase-decision-answered = { $who } menjawab pertanyaan tentang { $decision }
phrase-stance = { $stance ->
    [objection] { $who } berkeberatan atas { $decision }
    [concern] { $who } punya kekhawatiran tentang { $decision }
    [stand_aside] { $who } menepi dari { $decision }
    [no] { $who } memilih tidak pada { $decision }
    [abstain] { $who } abstain pada { $decision }
    [advice] { $who } memberi nasihat tentang { $decision }
    [yes] { $who } memilih ya pada { $decision }
   *[consent] { $who } menyetujui { $decision }
}
phrase-nominated = { $who } mencalonkan { $member } untuk { $decision }
phrase-spoke = { $who } sudah bersuara tentang { $decision }
phrase-tested = { $who } menimbang apa yang dikatakan tentang { $decision }
phrase-decision-joined = { $who } ikut memutuskan { $decision }
phrase-stepped-out = { $who } tidak ikut memutuskan { $decision } lagi
phrase-adopted = { $who } mencatat bahwa { $decision } disepakati
phrase-shown = { $who } memperlihatkan semua suara tentang { $decision }
phrase-decision-withdrawn = { $who } tidak mengusulkan { $decision } lagi
phrase-carried = { $who } melanjutkan { $decision }
phrase-judged = { $verdict ->
    [keep] { $who } menilai percobaan { $decision }: teruskan
    [stop] { $who } menilai percobaan { $decision }: hentikan
   *[change] { $who } menilai percobaan { $decision }: ubah
}
phrase-decision-renewed = { $who } memperpanjang { $decision }
phrase-replaced = { $into } menggantikan { $decision }

decision-stance = { $stance ->
    [objection] keberatan
    [concern] kekhawatiran
    [stand_aside] menepi
    [no] tidak
    [abstain] abstain
    [advice] nasihat
    [nominate] mencalonkan
    [yes] ya
   *[consent] setuju
}
decision-kind = { $kind ->
    [consent] persetujuan
    [experiment] percobaan
    [selection] pemilihan
    [consensus] mufakat
    [vote] pemungutan suara
   *[advice] nasihat
}
decision-state = { $state ->
    [draft] rancangan
    [clarify] memperjelas
    [react] menanggapi
    [objections] keberatan
    [parked] diparkir
    [adopted] disepakati
    [contested] dipersoalkan
    [withdrawn] dilepas
   *[replaced] diganti
}
decision-question = { $question ->
    [harm] Apa yang akan salah, untuk maksud kita yang mana?
    [cause] Akibat usulan ini, atau sudah begitu tanpa usulan ini?
    [time] Sekarang juga, atau masih sempat terlihat dan diubah kembali?
   *[change] Apa yang harus berubah?
}

decision-elsewhere = { $state } di papan asalnya; { $heard } dari { $asked } terdengar di sana
decision-said = { $who } ({ $stance })

refused-old-version = { $decision } sudah diubah: baca dulu versi barunya
refused-decision-apart = { $decision } diubah terpisah: satukan dulu versi-versinya
refused-say-why = “{ $stance }” pada { $decision } tidak berarti tanpa alasan
refused-stance-unfit = “{ $stance }” tidak bisa dikatakan pada { $decision }: yang bisa { $fit }
refused-no-option = { $decision } punya { $count } pilihan: sebut nomor yang kamu pilih
refused-join-first = kamu belum ikut memutuskan { $decision }
refused-is-party = kamu sudah ikut memutuskan { $decision }
refused-objects = { $decision } masih ada keberatan: { $who }
refused-owed = { $who } berkeberatan atas { $decision } sebelumnya, dan belum bersuara pada versi ini
refused-unheard = { $heard } dari { $of } sudah terdengar pada { $decision }; belum: { $who }
refused-no-nominee = belum ada yang dicalonkan dalam { $decision }
refused-nominee-yes = { $who } belum berkata ya pada { $decision }
refused-no-trial = { $decision } belum menyebut apa yang dicoba, bagaimana dinilai, kapan dihentikan, dan kapan berakhir
refused-not-carried = { $yes } mendukung { $decision }, { $no } menolak: tidak lolos
refused-level = tidak ada pilihan { $decision } yang terbanyak sendirian
refused-no-took = belum disebut apa jadinya nasihat tentang { $decision }
refused-not-proposer = yang meminta nasihat tentang { $decision } yang memutuskan
refused-just-asked = { $who } baru saja ditanya, dan punya waktu sampai { $date }
refused-adopted = { $decision } sudah disepakati: usulkan perubahan
refused-not-adopted = { $decision } belum disepakati
refused-given-up = tidak ada yang mengusulkan { $decision } lagi: lanjutkan dulu
refused-held-open = { $who } masih membuka { $decision }: nyatakan keberatan, mundur, atau parkir
refused-proposed = kamu sudah mengusulkan { $decision }
refused-nothing-hidden = semua orang melihat suara tentang { $decision }
refused-no-parties = belum disebut nasihat siapa yang diminta
refused-no-trial-runs = tidak ada percobaan { $decision } yang berjalan
refused-no-objection = tidak ada keberatan seperti itu atas { $decision }
refused-no-question = tidak ada pertanyaan seperti itu tentang { $decision }
refused-counted = kesepakatan atas { $decision } sudah menghitungnya: nyatakan yang baru
refused-unsettles = { $decision } sudah disepakati, dan jadi goyah karena itu: nyatakan yang baru
refused-example-change = apa yang berubah
refused-example-took = apa jadinya nasihat itu
refused-example-question = apa yang belum jelas?

chapter-decide = Memutuskan bersama
cmd-decide = Usulkan sesuatu, katakan pendapatmu, dan catat bahwa itu disepakati
cmd-decide-title = Yang diusulkan
cmd-decide-kind = Cara memutuskannya; seperti yang disepakati jika kosong, atau dengan persetujuan
cmd-decide-why = Yang mendorongnya
cmd-decide-text = Apa persisnya yang diusulkan; "-" membacanya dari masukan standar
cmd-decide-with = Siapa yang ikut memutuskan, dengan nama; semua yang ada jika kosong
cmd-decide-ask = Nasihat siapa yang diminta, dengan nama
cmd-decide-quorum = Berapa orang yang harus terdengar; selain itu sebanyak yang disepakati, atau semua
cmd-decide-hide = Sembunyikan suara orang lain, sampai diri sendiri bersuara (own) atau semua bersuara (all)
cmd-decide-closes = Hari batas semua terdengar; setelah itu tidak ada yang terjadi sendiri
cmd-decide-review = Hari meninjaunya lagi
cmd-decide-role = Peran yang dicarikan pemegang
cmd-decide-nominee = Siapa yang akan memegang peran
cmd-decide-tried = Yang dicoba
cmd-decide-judged = Dengan apa percobaan dinilai
cmd-decide-stop = Kapan percobaan dihentikan sebelum berakhir
cmd-decide-ends = Hari terakhir percobaan
cmd-decide-option = Yang dipilih; sekali untuk tiap pilihan
cmd-decide-replaces = Keputusan yang digantikannya
cmd-decide-anyway = Putuskan dengan cara lain daripada yang disepakati
cmd-decide-amend = Taruh versi lain sebagai pengganti yang berlaku
cmd-decide-new-title = Namanya mulai sekarang
cmd-decide-say = Katakan pendapatmu: consent, concern, objection, abstain; yes, no; stand_aside; nominate; advice
cmd-decide-stance = Yang kamu katakan
cmd-decide-pick = Nomor sebuah pilihan; sekali untuk tiap pilihan
cmd-decide-nominate = Siapa yang kamu calonkan
cmd-decide-ask-question = Tanyakan yang belum jelas
cmd-decide-question = Pertanyaannya
cmd-decide-answer = Jawab sebuah pertanyaan
cmd-decide-number = Nomornya di halaman
cmd-decide-answer-text = Jawabannya
cmd-decide-test = Katakan pendapatmu tentang sebuah keberatan, lewat salah satu dari empat pertanyaan
cmd-decide-test-whose = Keberatan siapa
cmd-decide-test-question = harm: apa yang akan salah; cause: akibat usulan ini?; time: sempatkah diubah kembali?; change: apa yang harus berubah
cmd-decide-view = Pendapatmu
cmd-decide-join = Ikut memutuskan
cmd-decide-step-out = Tidak ikut memutuskan lagi
cmd-decide-move = Katakan apa yang ditanyakan berikutnya; tidak menghalangi siapa pun
cmd-decide-phase = draft, clarify, react, atau objections
cmd-decide-park = Istirahatkan, sampai suatu hari dan dengan alasan
cmd-decide-days = Tetapkan hari lain; "none" menghapusnya
cmd-decide-adopt = Catat bahwa itu disepakati, begitu syaratnya terpenuhi
cmd-decide-took = Apa jadinya nasihat itu
cmd-decide-reveal = Perlihatkan semua suara
cmd-decide-withdraw = Tidak mengusulkannya lagi
cmd-decide-carry-on = Usulkan mulai sekarang apa yang tidak diusulkan siapa pun lagi
cmd-decide-judge = Katakan apa jadinya sebuah percobaan
cmd-decide-verdict = keep, change, atau stop
cmd-decide-renew = Biarkan berlaku sampai hari lain
cmd-decide-show = Tampilkan halaman sebuah keputusan
cmd-decide-which = Sebutan keputusan
cmd-decide-until = Hari sampai kapan ini diistirahatkan
out-trial-part = percobaan menyebut apa yang dicoba, dengan apa dinilai, kapan dihentikan, dan kapan berakhir
out-trial-hint = --tried "apa" --judged "dengan apa" --stop "kapan" --ends +4w
cmd-decisions = Tampilkan yang akan diputuskan, dan yang sudah
cmd-decisions-all = Juga yang dilepas atau diganti
out-no-decisions = Tidak ada yang akan diputuskan: setara decide "yang diusulkan"
out-hint-drafted = berikutnya: setara decide say { $handle } consent; disepakati dengan setara decide adopt { $handle }
head-decision = usulan
head-heard = terdengar
head-by-day = hari

decision-label-kind = diputuskan
decision-label-by = oleh
decision-label-stands = status
decision-label-why = pendorong
decision-label-text = usulan
decision-label-under = menurut
decision-label-nominee = calon
decision-label-tried = dicoba
decision-label-judged = ukuran
decision-label-stop = berhenti
decision-label-ends = berakhir
decision-label-closes = ditutup
decision-label-review = ditinjau
decision-label-heard = terdengar
decision-label-lack = kurang
decision-label-took = nasihat
decision-label-excused = berhalangan
decision-label-result = terpilih
decision-label-replaced = diganti
decision-label-written = ditulis di
decision-label-outcome = asalnya
decision-label-judgement = penilaian
decision-label-contested = sengketa
decision-heard = { $heard } dari { $of }
decision-heard-not = { $heard }; belum { $names }
decision-state-by = { $state }, { $who }, { $date }
decision-parked = { $state } sampai { $date }: { $why }
decision-can-be-adopted = tidak ada: siapa pun boleh mencatat bahwa ini disepakati
decision-voices = Yang dikatakan
decision-questions = Pertanyaan
decision-versions = Versi
decision-options = Pilihan
decision-spoke-hidden = sudah bersuara
decision-not-spoken = belum
decision-owed = { $stance }, atas versi sebelumnya
decision-later = terdengar kemudian: { $stance }
decision-version = versi { $number }: { $title }
decision-version-by = { $version }, { $who }, { $date }
decision-picks = { $count } suara
decision-contested-objects = { $names } berkeberatan sebelum tahu bahwa ini disepakati
decision-contested-amended = { $names } mengubahnya sebelum tahu bahwa ini disepakati
decision-contested-unknown = versi yang disepakati belum sampai di sini
decision-contested-hidden = ada yang bersuara sebelum tahu bahwa ini disepakati
decision-contested-lacks = sempat disepakati, lalu: { $why }
decision-new-version = ada versi baru sejak kamu bersuara
decision-excused = { $who } ({ $absence })
decision-absence = { $absence ->
    [left] keluar
   *[away] pergi
}
decision-verdict = { $verdict ->
    [keep] teruskan
    [stop] hentikan
   *[change] ubah
}

agenda-decision-unheard = { $decision } ({ $title }): terdengar { $heard }, belum { $names }
agenda-decision-objection = { $decision } ({ $title }): ada keberatan, { $names }
agenda-decision-contested = { $decision } ({ $title }) dipersoalkan: { $why }
agenda-decision-heard = { $decision } ({ $title }): semua sudah terdengar; apakah disepakati?
agenda-decision-rested = { $decision } ({ $title }) sudah cukup diistirahatkan: diangkat lagi?
agenda-decision-nobodys = { $decision } ({ $title }): tidak ada yang mengusulkannya lagi. Ada yang melanjutkan?
decision-other-way = cara kita memutuskan ({ $agreement }) menyebut { $agreed } di sini, bukan { $said }
