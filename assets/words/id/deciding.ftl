decision-label-title = judul
decision-label-replaces = menggantikan
decision-label-given-up = dilepas
decision-label-you-said = katamu
decision-asks = { $question ->
    [agree] Apakah kamu setuju?
    [vote] Apakah kamu mendukungnya?
    [pick] Mana pilihanmu?
    [nominate] Siapa calonmu?
    [advice] Apa nasihatmu?
   *[safe] Aman untuk dicoba?
}
decision-not-yet = Belum, karena …
decision-asks-join = Kamu belum ikut memutuskan.
decision-asks-carry = Tidak ada lagi yang mengusulkannya.
decision-asks-adopt = Tidak ada yang menghalangi.
decision-asks-change = { $key } mengusulkan perubahan
decision-line = { $decision } ({ $state })
decisions-under = Diputuskan menurut kesepakatan ini
decision-asks-judge = { $key } menilai hasil percobaan
decision-hidden = { $hide ->
    [all] Yang lain melihatnya setelah semua bersuara. Siapa pun yang membuka berkasnya dapat membacanya.
   *[own] Yang lain melihatnya setelah mereka bersuara. Siapa pun yang membuka berkasnya dapat membacanya.
}
decision-still = belum: { $names }
decision-until = { $state } sampai { $date }
decision-contested-mend = { $say } bersuara lain, { $amend } mengubah usulan; lalu { $adopt } menyepakatinya lagi
decision-contested-mend-others = { $amend } mengubah usulan; lalu { $adopt } menyepakatinya lagi
decision-changed = Yang berubah sejak kamu bersuara
decision-changed-from = versi { $before } ke { $now }
decision-was = tadinya: { $text }
decision-now = kini: { $text }
decision-version-number = versi { $number }
decision-apart = Diubah terpisah
decision-apart-mend = { $key } mengambil salah satu, atau keduanya setelah disunting
decision-meets = menjawab keberatan { $who }

decisions-title = Keputusan
decisions-fact = { $awaited ->
    [0] { $open } terbuka, { $adopted } disepakati
   *[other] { $awaited } menunggu suaramu, { $open } terbuka, { $adopted } disepakati
}
decisions-empty = Tidak ada yang perlu diputuskan. { $key } mengusulkan sesuatu.
decision-your-voice = suaramu
decisions-await = { $count } keputusan menunggu suaramu: { $key }
decisions-await-short = suaramu: { $key }
page-label-your-voice = suaramu
out-awaits-voice = Menunggu suaramu

act-propose = usulkan
act-propose-doc = usulkan sesuatu untuk diputuskan bersama
act-decisions = keputusan
act-decisions-doc = apa yang akan diputuskan, dan apa yang sudah
act-decisions-all = yang dilepas
act-decisions-all-doc = di daftar keputusan: juga yang dilepas atau diganti, atau tidak lagi
act-say = bersuara
act-say-doc = katakan pendapatmu tentang usulan ini
act-object = belum
act-object-doc = ajukan keberatan atas usulan ini: mengapa belum aman dicoba
act-adopt = sepakati
act-adopt-doc = catat bahwa ini disepakati, bila tidak ada yang menghalangi
act-amend = ubah usulan
act-amend-doc = ganti usulan ini dengan versi lain
act-ask-about = tanya
act-ask-about-doc = tanyakan apa yang belum jelas dari usulan ini
act-answer = jawab
act-answer-doc = jawab pertanyaan tentang usulan ini
act-test = timbang keberatan
act-test-doc = timbang sebuah keberatan atas usulan ini dengan empat pertanyaan
act-move-on = berikutnya
act-move-on-doc = katakan apa yang ditanyakan berikutnya: pertanyaan, tanggapan, atau keberatan
act-park-it = parkir
act-park-it-doc = biarkan usulan ini beristirahat, sampai suatu hari dan dengan alasannya
act-days = hari
act-days-doc = katakan sampai kapan semua didengar, dan kapan ditinjau lagi
act-join-it = ikut
act-join-it-doc = ikut memutuskan ini
act-step-out = mundur
act-step-out-doc = tidak ikut memutuskan ini lagi
act-reveal = perlihatkan semua
act-reveal-doc = perlihatkan kepada semua apa yang dikatakan tentang usulan ini
act-judge = nilai percobaan
act-judge-doc = katakan hasil percobaan: teruskan, ubah, atau hentikan
act-give-up = lepaskan
act-give-up-doc = tidak mengusulkan ini lagi, dengan alasannya
act-carry-on = lanjutkan
act-carry-on-doc = mulai kini usulkan apa yang diusulkan orang lain
act-change = usulkan perubahan
act-change-doc = usulkan keputusan yang menggantikan yang ini, mulai dari isinya
act-write-agreement = jadikan kesepakatan
act-write-agreement-doc = tulis hasil keputusan ini sebagai kesepakatan, bagi yang memutuskannya
act-agreement-change-doc = usulkan isi lain dari kesepakatan ini sebagai keputusan, mulai dari isinya

scr-ask-say = Apa katamu? { $title }
decision-stance-means = { $stance ->
    [objection] belum aman dicoba, karena …
    [concern] cukup aman, dan perlu diingat
    [stand_aside] tidak sependapat, dan tidak menghalangi
    [no] tidak mendukung
    [abstain] tanpa pendapat
    [advice] apa yang perlu diperhatikan
    [nominate] siapa yang sebaiknya, dan mengapa
    [yes] mendukung
   *[consent] cukup aman untuk dicoba
}
scr-ask-stance-why = { $stance ->
    [objection] Belum, karena …
    [concern] Apa yang perlu diingat?
    [stand_aside] Mengapa kamu menepi?
    [advice] Apa nasihatmu?
    [nominate] Mengapa dia?
   *[consent] Mengapa?
}
scr-ask-stance-hint = boleh kosong
scr-ask-pick-option = Mana pilihanmu?
scr-pick-several = beberapa
scr-pick-several-hint = dengan nomornya
scr-ask-pick-several = Yang mana saja?
scr-ask-pick-several-hint = nomornya, misalnya 1 3
scr-no-numbers = sebutkan nomor dari 1 sampai { $count }
scr-ask-nominate = Siapa calonmu?
scr-ask-question = Apa yang belum jelas?
scr-ask-which-question = Pertanyaan yang mana?
scr-ask-answer = Jawabannya
scr-ask-which-objection = Keberatan yang mana?
scr-no-objection = tidak ada keberatan yang kamu lihat
scr-ask-probe = Dengan pertanyaan yang mana?
scr-ask-move-on = Apa yang ditanyakan berikutnya?
decision-phase-asks = { $phase ->
    [draft] masih ditulis
    [clarify] apa yang belum jelas
    [react] apa pendapat masing-masing
    [objections] apakah aman dicoba
   *[parked] tidak ada, sampai suatu hari
}
scr-ask-park-until = Sampai kapan diparkir?
scr-ask-park-why = Mengapa?
scr-ask-renew = Kapan ditinjau lagi?
scr-ask-reveal = Yang dikatakan lalu terlihat oleh semua, juga oleh yang belum bersuara.
scr-ask-judge = Bagaimana hasil percobaan?
scr-ask-judge-why = Mengapa?
scr-ask-give-up = Mengapa tidak diusulkan lagi?
scr-ask-which-version = Versi mana yang diteruskan?
scr-both-edited = keduanya, disunting
scr-ask-other-way = { $why }. Tetap usulkan begini, tanpa kesepakatan?
scr-ask-kind = Bagaimana diputuskan?
decision-kind-means = { $kind ->
    [consent] tidak ada yang melihat alasan mengapa tidak aman dicoba
    [experiment] sama, untuk sementara, dengan cara menilainya
    [selection] siapa yang mengisi sebuah peran
    [consensus] semua setuju
    [vote] lebih banyak yang mendukung, atau suara terbanyak
   *[advice] kamu yang memutuskan, setelah mendengar mereka yang kamu tanya
}

form-propose = Usulkan ({ $kind })
form-change = Usulkan perubahan { $handle }
form-change-of = Perubahan: { $title }
form-amend = Versi lain dari { $handle }
form-adopt = { $handle } disepakati
form-days = Hari
form-field-proposal = Usulan
form-field-decision-why = Pendorongnya
form-field-decision-text = Persisnya
form-field-decision-role = Peran
form-field-nominee = Calon
form-field-tried = Yang dicoba
form-field-judged = Dinilai dengan
form-field-stop = Dihentikan bila
form-field-ends = Hari terakhir
form-field-options = Pilihan
form-field-options-hint = satu per baris; tanpa pilihan: mendukung atau tidak
form-field-deciders = Yang memutuskan
form-field-deciders-hint = nama dengan koma; semua bila kosong
form-field-advisers = Yang kamu tanya
form-field-closes = Didengar sampai
form-field-decision-review = Ditinjau lagi
form-field-hide = Sembunyikan kata
form-field-quorum-hint = { $kind ->
    [vote] yang disepakati, atau lebih dari setengah
   *[consent] yang disepakati, atau semua
}
form-field-replaces = Menggantikan
form-field-under = Sesuai kesepakatan
form-field-under-hint = dicari dari judul bila tidak dipilih
form-field-took = Jadinya nasihat
decision-hides = { $hide ->
    [all] sampai semua bersuara
   *[own] dari yang belum bersuara
}
decision-counted = terdengar { $heard }: { $said }
