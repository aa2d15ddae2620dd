# The tutor's second lesson: to run a stand-up, in three minutes.

tut-standup-begin = { $key } lalu Enter memulai stand-up. Yang lain masuk dengan tombol yang sama.
tut-standup-begin-why = Tidak perlu disiapkan dan tidak ada yang mengatur: siapa pun yang menekan tombol memajukannya.
tut-standup-begin-well = semua melihat ini berlangsung

tut-standup-next = { $key } melanjutkan: melewati tujuan dan yang terjadi sejak itu, ke tugas pertama.
tut-standup-next-why = Yang terhambat lebih dulu, lalu yang paling jauh. Satu pertanyaan: apa yang menyelesaikannya?
tut-standup-next-well = semua ada di tempat yang sama

tut-standup-walk = Semua tombol papan berlaku untuk tugas ini. Tulislah catatan: { $key }.
tut-standup-walk-why = Jadi hambatan, klaim, dan tawaran tertulis selagi dibicarakan.
tut-standup-walk-well = tercatat di tugasnya

tut-standup-back = { $key } kembali.
tut-standup-back-why = Melanjutkan tidak menutup apa pun. Dua orang yang menekan bersamaan tidak melewati siapa pun.
tut-standup-back-well = tidak ada yang hilang

tut-standup-step = { $key } menuju langkah mana pun: pilih putaran.
tut-standup-step-why = Yang ditanya hanya mereka yang belum bicara pada tugasnya sendiri.
tut-standup-step-well = giliran siapa?

tut-standup-passed = Ada yang tidak ingin bicara: { $passed }. Atau tidak hadir: { $absent }.
tut-standup-passed-why = Tiap orang ditanya sekali, dengan urutan yang berganti setiap hari.
tut-standup-passed-well = ke yang berikutnya

tut-standup-park = { $key } menyimpan topik untuk nanti. Simpan satu.
tut-standup-park-why = Topik menunggu sampai seseorang mengambilnya, juga berminggu-minggu, jadi tidak perlu diingat-ingat.
tut-standup-park-well = tersimpan

tut-standup-end = { $key } mengakhirinya; begitu pula melanjutkan dari langkah terakhir.
tut-standup-end-why = Yang terlanjur diakhiri dilanjutkan dengan satu langkah; yang tidak diakhiri tidak mengganggu siapa pun.
tut-standup-end-well = itulah stand-up

tut-standup-copy = { $key } menyalin hasilnya untuk obrolan tim.
tut-standup-copy-why = Apa yang diklaim, terhambat, dan disimpan, siapa yang hadir, dan fasilitator berikutnya.
tut-standup-copy-well = tempelkan di obrolanmu

tut-standup-card = Kamu bisa mengadakan stand-up
tut-standup-card-known = Tujuan, yang terjadi, yang menghambat, siapa yang belum bicara: satu tombol untuk tiap hal. Tidak ada yang disimpan dari papan ini.
tut-standup-card-own = Di papanmu sendiri, diketik di shell:
tut-standup-card-terms = setara terms standup sen-jum 9:15
tut-standup-card-terms-does = kapan kalian berkumpul: baris atas mengatakannya
tut-standup-card-last = setara standup --last
tut-standup-card-last-does = hasil yang terakhir

tut-card-standup = setara tutor standup
tut-card-standup-does = pelajaran kedua: mengadakan stand-up
cmd-tutor-lesson = standup: cara mengadakan stand-up, dalam tiga menit
