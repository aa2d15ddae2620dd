# Pemandu: lima menit di papan tim contoh. Satu langkah adalah satu kalimat untuk dilakukan dan satu alasannya.

cmd-tutor = Belajar sambil mencoba: lima menit di papan tim contoh
out-tutor-needs = pemandu butuh terminal, atau --plain untuk baris demi baris
out-tutor-needs-hint = setara tutor --plain

welcome-learn = Belajar sambil mencoba
welcome-learn-detail = lima menit di tim contoh, selangkah demi selangkah

act-tutor = belajar sambil mencoba
act-tutor-doc = lima menit di papan tim contoh; papanmu sendiri tidak tersentuh
act-tutor-skip = lewati langkah
act-tutor-skip-doc = di pemandu: ke langkah berikut, sudah dilakukan atau belum
act-tutor-before = langkah sebelumnya
act-tutor-before-doc = di pemandu: kembali ke langkah sebelumnya

tut-title = Belajar sambil mencoba
tut-place = { $at } dari { $of }
tut-said = Langkah { $at } dari { $of }: { $does }

## The steps.

tut-free = { $key } hanya menampilkan yang belum ditanggung siapa pun. Coba.
tut-free-why = Di sini tidak ada yang membagi tugas. Yang belum ditanggung boleh diambil siapa saja.
tut-free-well = semua ini masih bebas

tut-claim = Pilih satu dengan { $down } dan { $up }, lalu ambil tanggungannya dengan { $key }.
tut-claim-why = Klaim adalah janjimu sendiri: hanya kamu yang bisa membuatnya, semua melihatnya.
tut-claim-well = semua melihat kamu menanggungnya

tut-undo = { $key } membatalkan yang terakhir kamu lakukan. Batalkan klaim tadi.
tut-undo-why = Jadi cobalah apa saja: semua bisa dibatalkan, dan jurnal mencatat keduanya.
tut-undo-well = seperti semula

tut-block = { $key } menyebut apa yang menghambat tugas, lalu siapa yang ditunggu. Coba satu.
tut-block-why = Yang disebut bisa diminta. Yang lain melihat di mana mereka bisa membantu.
tut-block-well = kini ada juga di 5 Hambatan

tut-offer = { $mine } menampilkan milikmu. Tawarkan satu tugasmu kepada orang lain: { $key }.
tut-offer-why = Tidak ada yang menugaskan: mereka menerima atau menolak; sebelum itu tetap milikmu.
tut-offer-well = mereka akan melihatnya

tut-filter = { $key }, beberapa huruf nama atau judul, Enter. { $back } menampilkan semua lagi.
tut-filter-why = Bisa lebih dari itu, sama seperti di baris perintah: lead:me is:blocked due:<jum
tut-filter-well = ketemu

tut-goal = { $goals } menuju tujuan; { $open } membuka yang terpilih.
tut-goal-why = Halamannya menunjukkan sampai mana ukurannya, dan apa yang menghalangi.
tut-goal-well = ke sinilah arahnya

tut-finding = { $findings } menuju tumpang tindih dan celah. Jawab pertanyaan yang terpilih: { $key }.
tut-finding-why = Papan hanya bertanya. Yang sudah dijawab tetap terjawab sampai faktanya berubah.
tut-finding-well = terjawab

tut-role = { $clarity } menunjukkan kejelasan tiap peran. Ke celah dengan { $down } dan { $next }; { $open } mengisinya.
tut-role-why = Yang tidak ditulis siapa pun, tidak bisa diandalkan siapa pun.
tut-role-well = lebih jelas dari tadi

tut-journal = { $key } membuka jurnal. Yang baru kamu lakukan ada paling atas.
tut-journal-why = Semua yang terjadi tetap tercatat, dalam kalimat, dengan siapa dan kapan.
tut-journal-well = tidak ada yang hilang

tut-help = { $key } menyebut tombol yang berguna di tempatmu. Lihatlah.
tut-help-why = Tidak perlu dihafal; baris terakhir selalu menyebut yang terdekat.
tut-help-well = selalu ada

tut-palette = { $key } menemukan tindakan apa pun dengan beberapa huruf: coba "{ $word }" dan Enter.
tut-palette-why = Semua yang bisa dilakukan Setara ada di situ, juga yang tidak punya tombol.
tut-palette-well = itu semuanya

tut-all-done = Kamu sudah tahu jalannya. Silakan mencoba-coba selama kamu mau.
tut-all-done-why = { $quit } keluar, { $back } kembali selangkah, { $help } menyebut tombol.


plain-well = Sudah: { $what }.

## The last word.

tut-card = Kamu sudah tahu jalannya
tut-card-known = Siapa menanggung apa, apa yang masih bebas, apa yang menghambat, dan ke mana arahnya: semua sudah kamu temukan dan ubah. Tidak ada yang disimpan dari papan ini.
tut-card-own = Timmu sendiri mulai dengan salah satu ini, diketik di shell:
tut-card-start = setara start "Tim Kita" --name Ayu
tut-card-start-does = papan baru, dengan kamu di dalamnya
tut-card-import = setara import papan.json
tut-card-import-does = beserta isi alat lain
tut-card-open-does = membukanya sejak itu
tut-card-leave = Silakan mencoba selama kamu mau; { $quit } keluar. Kalau lupa: { $help } dan { $palette }
