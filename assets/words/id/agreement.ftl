phrase-the-agreement = kesepakatan { $agreement }
phrase-agreement-drafted = { $who } menulis rancangan { $agreement }
phrase-agreement-amended = { $who } mengubah { $agreement }
phrase-agreement-agreed = { $who } menyepakati { $agreement }
phrase-agreement-left = { $who } keluar dari { $agreement } pada { $date }
phrase-agreement-withdrawn = { $who } ingin { $agreement } berakhir
phrase-agreement-reviewed = { $who } memperbarui { $agreement } sampai { $date }

agreement-state = { $state ->
    [proposed] diusulkan
    [in_force] berlaku
    [ended] berakhir
    [withdrawn] ditarik
   *[other] { $state }
}
agreement-kind = { $kind ->
    [working] cara kerja kita
    [charter] piagam kemitraan
    [governance] cara kita memutuskan
   *[other] { $kind }
}
agreement-way = { $way ->
    [consent] persetujuan
    [consensus] mufakat
    [advice] nasihat
    [vote] pemungutan suara
   *[other] { $way }
}

refused-agreement-over = { $agreement } sudah berakhir
refused-agreement-no-party = kamu bukan pihak dalam { $agreement }
refused-agreed-already = kamu sudah menyepakati { $agreement }
refused-amended-since = versi { $agreement } itu sudah diubah: baca yang baru
refused-amended-apart = { $agreement } diubah secara terpisah: satukan dulu versi-versinya
refused-leaves-already = kamu sudah menyatakan keluar dari { $agreement }
refused-leaves-too-soon = { $agreement } paling awal bisa ditinggalkan pada { $date }
refused-theirs-to-withdraw = { $who } yang mengusulkan { $agreement } dan boleh menariknya; kamu bisa keluar
refused-withdrawn-already = kamu sudah menyatakan bahwa { $agreement } sebaiknya berakhir
refused-not-in-force = belum semua menyepakati { $agreement }
refused-wrote-not-adopted = { $decision } tidak berlaku sebagai keputusan: tidak ada yang berlaku karenanya
refused-wrote-other = { $decision } berbunyi lain: kesepakatan yang ditulisnya berbunyi sama
refused-wrote-of-others = { $decision } diputuskan orang lain: salah satu dari mereka yang menuliskannya
refused-agrees-alone = perlu dua orang untuk bersepakat
refused-way-of-none = hanya kesepakatan tentang cara memutuskan yang punya cara, kuorum, dan arti diam
refused-quorum-of-nobody = kuorum tanpa seorang pun tidak mendengar siapa pun
refused-example-title = tentang apa
refused-example-text = yang kita sepakati

cmd-agree = Sepakati sesuatu, atau tuliskan apa yang bisa disepakati bersama
cmd-agree-what = Sebutan kesepakatan yang kamu sepakati; dengan --text: judul yang baru
cmd-agree-text = Isi kesepakatan; "-" membacanya dari masukan standar
cmd-agree-kind = Tentang apa: cara kerja kita, piagam antarmitra, atau cara kita memutuskan
cmd-agree-with = Siapa pihaknya selain kamu; jika kosong, semua
cmd-agree-about = Tentang apa, satu dua kata, agar "setara may" menemukannya; sekali untuk tiap hal
cmd-agree-way = Bagaimana hal itu diputuskan
cmd-agree-quorum = Berapa orang yang harus didengar
cmd-agree-silence = Apakah yang diam sampai hari penutupan dihitung
cmd-agree-criteria = Dari apa terlihat bahwa ini berhasil
cmd-agree-duties = Siapa melakukan apa untuk yang lain
cmd-agree-share = Bagaimana untung dan rugi dibagi
cmd-agree-exit = Berapa hari sebelumnya orang menyatakan keluar
cmd-agree-dispute = Apa yang dilakukan jika dua orang berbeda pandangan
cmd-agree-review = Kapan ditinjau lagi
cmd-agree-amend = Ubah: yang berlaku tetap mengikat sampai semua menyepakati versi baru
cmd-agree-title = Judul baru
cmd-agree-decision = Keputusan yang menulisnya: bunyinya sama, dan berlaku selama keputusan itu berlaku
cmd-agree-leave = Keluar darinya
cmd-agree-on = Hari mulai kamu keluar
cmd-agree-withdraw = Katakan mengapa sebaiknya berakhir; berakhir jika semua yang terikat menyatakannya
cmd-agree-renew = Sudah pas: tinjau lagi pada hari itu
cmd-agreements = Tampilkan apa yang disepakati, oleh siapa, dan apa yang menunggu persetujuan
cmd-agreements-over = Juga yang sudah berakhir
out-no-agreements = Belum ada yang disepakati: setara agree "tentang apa" --text "yang kita sepakati"
out-hint-agreement = berikutnya: yang lain mengetik setara agree { $handle }
head-agreement = Kesepakatan
head-kind = Tentang
head-way = Cara
head-agreed = Disepakati
head-waits-for = Menunggu
head-review = Ditinjau lagi

agreement-title = Kesepakatan
agreement-fact = { $asked ->
    [0] { $force } berlaku
   *[other] { $force } berlaku, { $asked } menunggu kamu
}
agreement-empty = Belum ada yang disepakati. { $key } menuliskan sesuatu yang bisa disepakati bersama.
agreement-label-stands = status
agreement-label-kind = tentang
agreement-label-parties = pihak
agreement-label-about = ditemukan
agreement-label-way = diputuskan
agreement-label-criteria = ukuran
agreement-label-duties = kewajiban
agreement-label-share = bagi hasil
agreement-label-exit = tenggang
agreement-label-dispute = sengketa
agreement-label-review = tinjauan
agreement-label-by = ditulis
agreement-label-agreed = sepakat
agreement-label-decision = diputuskan di
agreement-label-bound = mengikat
agreement-label-owed = menunggu
agreement-label-left = keluar
agreement-label-ending = berakhir?
agreement-label-proposed = diusulkan
agreement-label-text = isi
agreement-label-title = judul
agreement-decision-off = { $decision }, yang tidak berlaku
agreement-by = { $who }, { $date }
agreement-count = { $agreed } dari { $all }
agreement-agreed = { $count }: { $who }
agreement-leaves = { $who }, pada { $date }
agreement-wants-end = { $who }: { $why }
agreement-exit = { $days } hari
agreement-way-quorum = { $way }, { $quorum } didengar
agreement-way-silence = { $way }; diam dihitung
agreement-version = versi { $number }, { $who }, { $date }
agreement-apart = ditulis terpisah: belum ada yang menjadi satu-satunya, sampai sebuah perubahan menyatukannya
agreement-proposed-too = { $state }; { $asked ->
    [1] ada usulan perubahan
   *[other] diubah secara terpisah
}

agenda-agreement-asked = { $agreement } menunggu persetujuan { $who }: { $title }
agenda-agreement-apart = { $agreement } diubah secara terpisah: versi yang mana, atau keduanya dalam satu? ({ $title })
agenda-agreement-without = { $agreement }: masih pas tanpa { $who }? ({ $title })
agenda-agreement-newcomer = { $who } datang setelah { $agreement } disepakati: berlaku juga untuknya? ({ $title })

import-agreements = { $count } kesepakatan, sebagai rancangan: di sini belum ada yang menyepakatinya

act-agreements = kesepakatan
act-agreements-doc = apa yang disepakati, oleh siapa, dan apa yang menunggu persetujuan
act-agreement-agree = sepakati
act-agreement-agree-doc = sepakati kesepakatan ini, atau usulan perubahannya
act-agreement-renew = perbarui
act-agreement-renew-doc = kesepakatan ini sudah pas, sampai ditinjau lagi
act-agreement-leave = keluar
act-agreement-leave-doc = keluar dari kesepakatan ini, dengan tenggang yang disebutnya
act-agreement-withdraw = akhiri
act-agreement-withdraw-doc = katakan mengapa kesepakatan ini sebaiknya berakhir; berakhir jika semua yang terikat menyatakannya
agreement-says-already = { $agreement } sudah berisi apa yang diputuskan { $decision }
form-agreement = Kesepakatan
form-agreement-draft = tulis
form-agreement-amend = Ubah kesepakatan
form-agreement-amends = ubah
form-field-agreement-title = Judul
form-field-agreement-text = Yang kita sepakati
form-field-agreement-kind = Tentang
form-field-agreement-about = Ditemukan dengan
form-field-agreement-about-hint = frasa dengan koma, misalnya: mengeluarkan uang, membeli
form-field-agreement-way = Diputuskan dengan
form-field-quorum = Minimal didengar
form-field-parties = Pihak
form-field-agreement-review = Ditinjau lagi
form-field-exit = Hari tenggang
form-field-criteria = Terlihat berhasil dari
form-field-duties = Siapa melakukan apa
form-field-share = Bagi hasil
form-field-dispute = Jika kita berbeda
form-no-whole = itu bilangan bulat, paling besar { $most }
scr-ask-agreement-leave = Mulai hari apa kamu keluar?
scr-ask-agreement-leave-hint = hari paling awal, jika kosong
scr-ask-agreement-renew = Kapan ditinjau lagi?
scr-ask-agreement-withdraw = Mengapa sebaiknya berakhir?
agreement-asks = Apakah kamu menyepakatinya?
agreement-asks-version = Apakah kamu menyepakati versi { $number }?
agreement-asks-in-force = Apakah yang sedang berlaku mengikatmu juga?
agreement-mend = { $amend } mengubahnya, { $renew } memperbaruinya, { $change } mengusulkan perubahan
agreement-mend-proposed = { $amend } mengubahnya
agreement-detail = { $said } · menunggu { $who }
