# What the commands say: help texts (cmd-), and what they print (out-). Commands, options and states stay as they are in
# every language.

cmd-about = Papan tugas untuk tim tanpa atasan
cmd-after-help = Tanpa perintah: layar penuh di terminal, selain itu papan sebagai teks.
cmd-board-option = Berkas papan; bawaannya .setara/board.db terdekat ke atas, lalu papanmu sendiri
cmd-as-option = Siapa yang bertindak: nama, inisial, atau sebutan; bawaannya yang terakhir
cmd-json-option = Cetak JSON, dengan bentuk yang tetap
cmd-lang-option = Bahasa; bawaannya SETARA_LANG, lalu setelanmu, lalu bahasa sistem
cmd-task = Sebutan tugas, atau awalnya
cmd-limit = Paling banyak berapa
cmd-all = Semuanya

cmd-start = Mulai papan sebuah tim, sebagai anggota pertamanya
cmd-start-team = Nama tim
cmd-start-name = Namamu
cmd-start-here = Di folder ini, untuk semua yang bekerja di bawahnya
cmd-join = Bergabung dengan tim; atau kembali, atau katakan di mesin lain siapa kamu
cmd-join-name = Namamu
cmd-join-initials = Dua atau tiga huruf untuk kolom sempit

cmd-add = Tambah tugas
cmd-add-title = Apa yang harus dikerjakan; "-" membaca judul dan catatan dari masukan standar
cmd-add-notes = Catatan, dalam Markdown; "-" membacanya dari masukan standar
cmd-add-role = Peran yang mengurusnya
cmd-add-goal = Tujuan yang didukungnya
cmd-add-tag = Label; boleh berulang
cmd-add-skill = Keahlian yang diperlukan; boleh berulang
cmd-add-due = Sampai kapan: "jumat", "12 des", "2 minggu lagi"
cmd-add-next = Langkah nyata berikutnya
cmd-add-link = Alamat; boleh berulang
cmd-add-top = Di puncak urutan ambil, bukan di akhirnya
cmd-add-claim = Langsung klaim

cmd-claim = Klaim tugas: kamu penanggung jawabnya
cmd-claim-contest = Di samping penanggung jawab lain, dan alasannya; tim yang membereskannya
cmd-claim-anyway = Juga bila mirip tugas yang ditanggung orang lain
cmd-done = Selesaikan tugas

cmd-tasks = Daftar tugas menurut urutannya
cmd-tasks-mine = Hanya yang kamu klaim
cmd-tasks-by = Hanya yang diklaim seseorang
cmd-tasks-unclaimed = Hanya yang belum ditanggung siapa pun
cmd-tasks-blocked = Hanya yang terhambat
cmd-tasks-state = Hanya dengan status ini
cmd-tasks-role = Hanya milik satu peran
cmd-tasks-goal = Hanya milik satu tujuan
cmd-tasks-tag = Hanya dengan label ini
cmd-tasks-finished = Tugas yang selesai dan dilepas, terbaru dulu

out-try = coba: { $hint }
out-file-error = { $path }: { $why }
out-missing = { $words } { $count ->
    [1] belum ada
   *[other] belum ada semuanya
}
out-no-day = "{ $text }" bukan hari yang bisa dikenali
out-no-day-hint = besok, jumat, "selasa depan", "12 des", "2 minggu lagi" atau 2026-12-12
out-no-name = papan perlu nama anggota pertamanya
out-no-name-hint = setara start "Warung Kode" --name Ayu
out-who-are-you = Siapa kamu? ({ $names })
out-started = { $name } memulai papan { $team } di { $path }
out-hint-started = berikutnya: setara add "judul pendek"
out-hint-joined = berikutnya: setara next
out-which-are-you = Apakah salah satu ini kamu? { $names } (sebut nama, atau Enter kalau bukan):
out-hint-merge = kalau salah satunya kamu: setara me --merge NAMA
out-hint-added = berikutnya: setara claim { $handle }
out-hint-claimed = milikmu sampai { $date }; mengerjakan sesuatu padanya memperpanjangnya

out-quiet = { $name } (senyap)
out-nobody = belum ada
out-ended-by = oleh { $name }
out-blocked = { $count ->
    [1] terhambat
   *[other] terhambat oleh { $count }
}
out-written-twice = ditulis dua kali
out-due = tenggat { $day }
out-parked = diparkir sampai { $day }
out-of = { $current } dari { $target }
out-vacant = lowong { $age }
out-settled-until = { $verdict } sampai { $date }: { $reason }
out-settled = { $verdict }: { $reason }
out-offered-by = ditawarkan { $name }, { $age }
out-offering = { $from } → { $to }?

out-board = { $team }, { $moment }
out-counts = { $live } tugas, { $free } belum ditanggung, { $blocked } terhambat
out-goals = Tujuan
out-tasks = Siapa menanggung apa
out-roles = Peran
out-findings = Tumpang tindih dan celah
out-more = dan { $count } lagi
out-empty-board = Belum ada pekerjaan di papan: setara add "judul pendek"
out-no-tasks = Tidak ada tugas seperti itu.
out-more-tasks = masih ada lagi: setara tasks --all

cmd-note = Pesan, disimpan dalam riwayat
cmd-anyway = Juga bila orang lain menanggungnya, atau ada penghalang
cmd-reason = Kenapa
cmd-day = Sebuah hari: "jumat", "12 des", "2 minggu lagi"
cmd-which = Hambatan yang mana, bila ada beberapa: 1, 2, …
cmd-handle = Sebutan tugas, peran, atau tujuan, atau sebuah nama
cmd-review = Kapan ditinjau lagi: "12 des", "3 bulan lagi"
cmd-edit-none = "kosong" menghapus nilai. Label, keahlian, tautan, dan daftar lain diganti seluruhnya.

cmd-demo = Lihat-lihat papan tim contoh; tidak ada yang disimpan
cmd-leave = Keluar dari tim; klaim dan peranmu menjadi celah
cmd-return = Kembali ke tim setelah keluar
cmd-away = Catat dari kapan sampai kapan kamu tidak di tempat
cmd-away-from = Hari pertama tidak di tempat; bawaannya hari ini
cmd-away-until = Hari terakhir tidak di tempat
cmd-away-back = Kamu sudah kembali
cmd-me = Tampilkan halamanmu sendiri, atau ubah isinya
cmd-me-name = Nama lain
cmd-me-limit = Paling banyak berapa tugas yang ingin kamu tanggung
cmd-me-contact = Bagaimana dan kapan kamu bisa dihubungi
cmd-me-teaches = Keahlian yang kamu ajarkan, dengan koma; +keahlian menambah, -keahlian menghapus
cmd-me-learns = Keahlian yang ingin kamu pelajari, dengan koma; +keahlian menambah, -keahlian menghapus
cmd-me-merge = Satukan seseorang yang datang dari impor dengan dirimu
cmd-me-is = Nyatakan bahwa kamu juga orang lain di papan ini: semua milikmu menjadi miliknya

cmd-edit = Ubah isi sebuah tugas
cmd-edit-title = Apa yang harus dikerjakan
cmd-edit-tick = Centang langkah ini dari daftar, dihitung dari 1
cmd-show = Tampilkan semua tentang tugas, peran, tujuan, atau orang
cmd-next = Tampilkan yang bisa kamu ambil berikutnya
cmd-mine = Tampilkan yang kamu tanggung
cmd-who = Tampilkan siapa di tim, dan apa yang ditanggung masing-masing
cmd-who-left = Juga yang sudah keluar

cmd-help-with = Bantu tugas, di samping penanggung jawabnya
cmd-renew = Nyatakan bahwa klaimmu masih berlaku
cmd-give-back = Akhiri klaimmu sendiri
cmd-offer = Tawarkan tugasmu kepada seseorang, yang menerima atau menolak
cmd-offer-to = Kepada siapa
cmd-withdraw = Tarik kembali tawaranmu
cmd-accept = Terima tugas yang ditawarkan padamu
cmd-decline = Tolak tugas yang ditawarkan padamu
cmd-take-over = Ambil alih klaim yang senyap
cmd-take-over-note = Yang kamu sampaikan kepada pemegangnya
cmd-merge = Jadikan satu dua tugas atau peran yang sama; yang mengikat orang lain ditawarkan dulu
cmd-merge-what = Yang digabungkan
cmd-merge-into = Tujuannya: ke mana digabungkan
cmd-merge-why = Yang kamu sampaikan kepada yang terikat
cmd-merge-helping = Penanggung jawab yang satu membantu di yang lain
cmd-way-no = Tolak yang ditawarkan kepadamu
cmd-yield = Serahkan tugas dengan beberapa penanggung jawab kepada salah satunya, lalu bantu di sana; yang lain ditanya dulu
cmd-yield-lead = Siapa yang tetap menjadi penanggung jawab
cmd-split = Bedakan dua tugas dengan judul baru, atau simpan di satu peran apa yang ada pada dua; yang mengikat orang lain ditawarkan dulu
cmd-split-what = Sebuah tugas, atau peran yang melepaskan sesuatu
cmd-split-other = Tugas lainnya, atau peran yang menyimpannya
cmd-split-texts = Judul baru kedua tugas, atau domain dan akuntabilitas yang disimpan satu peran

cmd-move = Pindahkan tugas ke status lain
cmd-move-state = Status yang baru
cmd-drop = Akhiri tugas sebelum selesai
cmd-rank = Beri tugas tempat lain dalam urutan ambil
cmd-rank-top = Ke puncak
cmd-rank-end = Ke akhir
cmd-rank-before = Tepat sebelum tugas lain
cmd-rank-after = Tepat sesudah tugas lain
cmd-park = Simpan tugas sampai suatu hari
cmd-park-back = Aktifkan lagi sekarang
cmd-remark = Tulis komentar tentang tugas
cmd-remark-text = Isi komentar; "-" membacanya dari masukan standar
cmd-thank = Berterima kasih kepada anggota lain
cmd-thank-whom = Kepada siapa: satu nama, atau beberapa dengan koma
cmd-thank-text = Untuk apa; "-" membaca dari masukan standar
cmd-thank-about = Tugas, tujuan, peran, atau anggota yang dimaksud

cmd-block = Sebut apa yang menghambat tugas
cmd-block-what = Apa yang menghambatnya
cmd-block-on = Anggota yang ditunggu
cmd-block-on-task = Tugas yang ditunggu
cmd-block-on-other = Orang atau hal lain yang ditunggu
cmd-asked = Catat bahwa yang bisa mengatasi hambatan sudah ditanya
cmd-promise = Catat sampai kapan bantuan dijanjikan
cmd-clear = Catat bahwa hambatan sudah teratasi
cmd-clear-how = Bagaimana teratasi
cmd-clear-withdraw = Memang bukan hambatan: tarik kembali

cmd-role = Tambah, ubah, ambil, atau tampilkan peran
cmd-role-add = Tambah peran
cmd-role-edit = Ubah isi peran, atau pensiunkan
cmd-role-take = Ambil peran, atau sebagian darinya
cmd-role-put-down = Lepas peran yang kamu pegang
cmd-role-show = Tampilkan halaman peran
cmd-role-which = Nama atau sebutan peran
cmd-role-name = Namanya
cmd-role-purpose = Untuk apa peran ini ada
cmd-role-domain = Yang hanya dikendalikan peran ini; boleh berulang
cmd-role-accountability = Kegiatan yang berjalan terus; boleh berulang
cmd-role-draft = Belum aktif
cmd-role-state = Status yang baru
cmd-role-focus = Bagian yang mana
cmd-role-term = Sampai kapan: "12 des", "6 bulan lagi"
cmd-roles = Tampilkan peran dan pemegangnya

cmd-goal = Tambah, ubah, ukur, atau akhiri tujuan
cmd-goal-add = Tambah tujuan
cmd-goal-edit = Ubah isi tujuan
cmd-goal-reading = Catat hasil ukur sebuah tujuan
cmd-goal-met = Tandai tujuan tercapai
cmd-goal-missed = Tandai tujuan tidak tercapai
cmd-goal-dropped = Lepas tujuan
cmd-goal-again = Aktifkan lagi tujuan
cmd-goal-show = Tampilkan halaman tujuan
cmd-goal-which = Sebutan tujuan, atau awal judulnya
cmd-goal-title = Ke mana tim ingin sampai
cmd-goal-why = Kenapa itu penting
cmd-goal-horizon = Seberapa jauh ke depan
cmd-goal-parent = Tujuan yang menaunginya
cmd-goal-measure = Apa yang diukur
cmd-goal-unit = Dalam satuan apa
cmd-goal-baseline = Nilai pada awalnya
cmd-goal-target = Nilai yang ingin dicapai
cmd-goal-value = Nilai sekarang
cmd-goal-on = Pada hari apa: "jumat" adalah yang terakhir; bawaannya hari ini
cmd-goals = Tampilkan tujuan dan sejauh mana
cmd-goals-finished = Juga yang sudah berakhir

cmd-findings = Tampilkan tumpang tindih, celah, dan yang senyap
cmd-findings-rule = Satu per satu dari aturan yang biasanya satu baris, misalnya S1
cmd-findings-settled = Yang sudah dijawab
cmd-settle = Jawab temuan
cmd-settle-key = Kunci temuan, seperti ditunjukkan "setara findings"; boleh disusul yang lain
cmd-settle-words = Hasilnya: fixed, fine, atau tension; lalu alasannya
cmd-settle-until = Sampai kapan berlaku: untuk "fine" 30 hari, untuk "fixed" 3, kecuali disebut lain
cmd-log = Tampilkan yang terjadi, terbaru dulu
cmd-log-by = Hanya yang dilakukan seseorang
cmd-log-on = Hanya yang terjadi pada tugas, peran, tujuan, atau orang
cmd-log-each = Setiap catatan sebuah impor di barisnya sendiri
cmd-undo = Tarik kembali tindakanmu yang terakhir
cmd-redo = Lakukan lagi yang kamu batalkan
cmd-search = Cari di semua yang ditulis
cmd-search-words = Awal kata; semuanya harus ada. `setara tasks` menerima saringan seperti lead:me

cmd-import = Impor papan alat lain: Trello, GitHub, Jira, Markdown, CSV, dan lainnya
cmd-import-file = Berkasnya; "-" membaca masukan standar
cmd-import-list = Status kartu sebuah daftar, seperti "Review=review"; boleh berulang
cmd-import-column = Isian sebuah kolom tabel, seperti "Assignee=lead"; boleh berulang
cmd-import-member = Siapa di berkas adalah siapa di sini, misalnya "Ayu Lestari=Ayu"; boleh berkali-kali
cmd-import-no-claims = Tanpa klaim: tim mengambil tugasnya lagi dari awal
cmd-import-pull-requests = Impor juga pull request sebagai tugas
cmd-import-dry-run = Hanya katakan apa yang akan masuk
cmd-export = Tulis papan, atau sebagian darinya, sebagai teks
cmd-export-format = Sebagai apa
cmd-export-filter = Hanya tugas yang cocok dengan saringan ini, dan apa yang disebutnya
cmd-export-member = Hanya yang ditanggung, dibantu atau dikerjakan anggota ini, dan apa yang disebutnya
cmd-export-out = Ke berkas, bukan ke keluaran standar
cmd-backup = Salin papan ke berkas baru
cmd-backup-file = Berkas baru itu
cmd-backup-records = Tulis catatannya sebagai baris: "setara import" membawa yang belum ada ke salinan papan ini
cmd-doctor = Periksa apakah papan utuh
cmd-doctor-rebuild = Buat semua tabel dari jurnal, lalu bandingkan
cmd-completions = Cetak skrip pelengkap shell untuk perintah, opsi, dan sebutan
cmd-completions-shell = Shell-nya
cmd-completions-static = Hanya perintah dan opsi, tanpa bertanya pada papan

out-no-number = "{ $text }" bukan angka
out-drop-why = tugas dilepas dengan alasan
out-drop-why-hint = setara drop { $handle } "alasannya"
out-no-step = daftar { $handle } punya { $count } langkah
out-no-step-hint = setara show { $handle }
out-hint-offered = tetap milikmu sampai diterima ({ $handle }); tanpa jawaban, tawaran kedaluwarsa setelah { $days } hari
out-meant = { $sentence } ({ $handle }: { $title })
out-hint-on-other = setara block { $handle } "apa yang menghambat" --on-other "{ $name }", atau setara who
out-hint-on-task = setara block { $handle } "apa yang menghambat" --on-task { $other }
out-hint-blocked = setelah bertanya: setara asked { $handle }
out-with-it = dan yang dilakukan bersamanya, dalam { $count } langkah
out-hint-left = kembali lagi: setara return
out-hint-undone = kembalikan: setara redo
out-hint-accept = berikutnya: setara accept { $handle }
out-hint-role = berikutnya: setara role take { $handle }
out-hint-settle = jawab salah satu: setara settle { $key } fine "alasannya"
out-hint-findings = satu per satu: setara findings { $rule }

out-no-roles = Belum ada peran: setara role add "Bendahara"
out-no-goals = Tidak ada tujuan yang aktif: setara goal add "Buka toko" --due "1 mar"
out-no-findings = Tidak ada tumpang tindih, dan tidak ada yang terbengkalai.
out-none-of-rule = { $rule } tidak menanyakan apa pun sekarang.
out-none-settled = Belum ada temuan yang dijawab.
out-no-entries = Belum terjadi apa-apa.
out-nothing-found = Tidak ada yang memuat semua kata ini.
out-nothing-mine = Tidak ada yang kamu tanggung: setara next
out-nothing-next = Tidak ada yang bebas untuk dimulai: setara tasks --blocked
out-offered = Ditawarkan padamu
out-waits-for-you = Menunggu jawabanmu
out-claimed = Milikmu, { $count } dari { $limit } di tangan
out-in-hand = kamu: { $count } dari { $limit } di tangan
out-leads = menanggung { $handles }
out-helps = membantu { $handles }
out-has-left = sudah keluar
out-away = tidak di tempat
out-away-from = tidak di tempat mulai { $day }
out-away-until = tidak di tempat sampai { $day }
out-from = mulai { $day }
out-from-until = dari { $from } sampai { $until }

out-history = Riwayat
out-notes = Catatan
out-remarks = Komentar
out-readings = Hasil ukur
out-state-since = { $state }, { $age }
out-lease = { $who } sampai { $date }
out-lease-over = { $who }, senyap sejak { $date }
out-offer = { $from } menawarkannya kepada { $to }, { $age }
out-waits-on = menunggu { $what }
out-asked = ditanya { $age }
out-not-asked = belum ditanya, { $age }
out-promised = janji { $day }
out-remark-by = { $who }, { $age }:
out-holds = { $who } sejak { $date }
out-term = sampai { $date }

out-label-state = status
out-label-lead = ditanggung
out-label-ended-by = diakhiri
out-label-help = dibantu
out-label-offer = tawaran
out-label-parked = diparkir
out-label-skills = keahlian
out-label-next = berikutnya
out-label-link = tautan
out-label-blocker = terhambat
out-label-holds-up = menahan
out-label-purpose = maksud
out-label-domain = ranah
out-label-accountability = kewajiban
out-label-holder = pemegang
out-label-why = alasan
out-label-parent = bagian
out-label-baseline = mulai dari
out-label-now = sekarang
out-label-away = absen
out-label-contact = kontak
out-label-roles = peran
out-label-teaches = mengajar
out-label-learns = belajar

out-took-in = Masuk { $new } catatan. Sudah ada: { $known }.
out-would-take-in = Akan masuk { $new } catatan. Sudah ada: { $known }.
out-left-lines = tidak masuk, { $why ->
    [unreadable] karena bukan catatan
    [nested] karena bersarang terlalu dalam
    [foreign] karena milik papan lain
    [clock] karena jamnya terlalu jauh di depan
    [chain] karena tidak menyambung dengan catatan sebelumnya, atau catatan itu tidak ada
   *[seal] karena tidak ada segel dalam berkas yang menjaminnya
}: { $count } baris
out-in-their-names = Atas nama: { $names }
out-took-nothing = tidak ada yang dapat diterima: { $why }
out-took-nothing-hint = tulis sekali lagi, di sana: setara backup --records nama-lain.jsonl
out-hint-took-in = yang menyangkut kamu: setara since
out-records-as-they-are = catatan masuk apa adanya: tidak ada yang dapat dipilih darinya
out-records-as-they-are-hint = setara import BERKAS, atau setara import BERKAS --dry-run
import-other-board = itu catatan papan lain
import-other-board-hint = isi papan itu masuk dari: setara export json, di sana
out-dry-run = Tidak ada yang berubah: itu hanya percobaan.
out-would-bring = Akan masuk { $tasks } tugas, { $goals } tujuan, { $roles } peran, { $members } anggota.
out-brought = Masuk { $tasks } tugas, { $goals } tujuan, { $roles } peran, { $members } anggota.
out-known = { $count } sudah dikenal, dan tetap seperti adanya.
out-no-equals = "{ $text }" tidak punya tanda sama dengan
out-no-equals-hint = tulis --member "Ayu Lestari=Ayu": siapa di berkas, lalu siapa dia di sini
out-nobody-in-file = tidak ada yang bernama "{ $name }" di berkas
out-nobody-in-file-hint = di berkas ada: { $names }
out-several-in-file = beberapa orang di berkas bernama "{ $name }"
out-several-in-file-hint = tulis kunci orang yang dimaksud: { $keys }
out-may-be-one = { $there } masuk di samping { $here }. Jika itu satu orang: --member "{ $there }={ $here }"
out-known-changed = { $count } sudah dikenal. Yang berubah di sana sejak itu: { $parts }.
out-changed-moved = { $count } dipindah
out-changed-edited = { $count } disunting
out-changed-remarks = { $count } komentar
out-changed-claims = { $count } klaim
out-changed-blockers = { $count } hambatan
out-changed-readings = { $count } hasil ukur
out-changed-twice = { $title } ({ $fields })
out-both = { $count } yang berubah di kedua sisi tetap seperti di sini: { $items }
out-gone = { $count } sudah tidak ada di sana, dan tetap di sini: { $items }
out-exported = Papan ada di { $file }
out-backed-up = Papan disalin ke { $file }
out-backed-up-records = Catatannya ada di { $file }
out-exists = { $file } sudah ada
out-exists-hint = setara backup nama-lain.db
out-exists-records-hint = setara backup --records nama-lain.jsonl
out-export-elsewhere = setara export --out nama-lain.json
out-doctor-file = { $file }, { $bytes } byte
out-doctor-records = { $records } catatan dari { $replicas } replika
out-doctor-sqlite = SQLite { $version }, { $mode }, tabel versi { $schema }
out-doctor-read-only = Bisa dibaca tetapi tidak bisa ditulis.
out-doctor-network = Papan terletak di sistem berkas jaringan ({ $kind }), tempat dua mesin bisa merusaknya: simpan di disk mesin ini.
out-doctor-well = Semuanya baik.
out-doctor-equal = Semua tabel sama dengan { $records } catatan jurnal.
out-doctor-differed = Dibuat ulang dari jurnal: { $tables }
out-lost-hint = setara --board copy.db, dengan copy.db buatan "setara backup"
out-damaged-hint = setara export --out board.json, lalu setara import di papan baru
cmd-export-force = Juga menggantikan berkas yang sudah ada
cmd-trust = Buka papan milik orang lain mulai sekarang
cmd-trust-path = Foldernya, bukan yang di sini
out-trusted = Mulai sekarang papan di { $folder } dibuka, walau milik { $owner }
out-trust-own = { $path } milikmu sendiri: tidak perlu dipercaya
out-trust-hint = setara trust FOLDER
out-is-the-board = { $file } bagian dari papan yang sedang dibuka
out-is-a-link = { $file } adalah tautan ke { $leads }
out-exists-force = sama dengan --out dan nama lain, atau dengan --force untuk menimpa { $file }
out-done-unsaid = yang kamu minta sudah dikerjakan; hanya keluarannya yang gagal: { $why }

cmd-due = Catat sampai kapan tugas harus selesai
cmd-due-what = Tugas-tugasnya, lalu harinya: "jumat", "12 des", "+2w"; "kosong" menghapusnya
cmd-tag = Beri tugas sebuah tag, atau hapus tag itu
cmd-tag-tag = Tag itu; tag lain tetap ada
cmd-tag-off = Hapus
cmd-drop-why = Mengapa, bila beberapa tugas dibatalkan: lalu semua kata adalah tugas
cmd-park-what = Tugas-tugasnya, lalu hari sampai kapan ditangguhkan
cmd-board = Cetak papan sebagai teks
cmd-remove = Di sini tidak ada yang dihapus
cmd-assign = Di sini tidak ada penugasan
out-no-remove = di sini tidak ada yang dihapus: tugas yang tidak akan dikerjakan dibatalkan, dan riwayat menyimpan alasannya
out-no-assign = di sini tidak ada penugasan: siapa yang mengerjakan, dialah yang mengambilnya
out-would-you = { $name }, maukah kamu mengambilnya?
out-no-start = setara start memulai papan, sedangkan { $handle } adalah tugas
out-no-status = setara board menampilkan semuanya, sedangkan { $handle } adalah tugas

cmd-blockers = Tampilkan apa yang menghambat tugas mana, yang terlama dahulu
cmd-waits = Tampilkan siapa menunggu siapa, dan apa yang terlepas bila hambatan hilang
cmd-clarity = Tampilkan sejelas apa tiap peran, dan apa yang kurang
out-no-blockers = Tidak ada yang terhambat.
out-holds-up = menahan { $count }
out-led-by = { $title } ({ $lead })
out-lacks = kurang { $aspects }
out-blockers = Hambatan
out-waits = Siapa menunggu siapa
out-clarity = Sejelas apa perannya
out-more-log = masih ada: setara log --all
out-each-log = setiap catatan sebuah impor: setara log --each
out-more-found = masih ada: setara search --limit 1000 { $words }
cmd-color-option = Apakah keluaran berwarna
cmd-no-pager-option = Cetak keluaran panjang sekaligus, tidak lewat PAGER

head-handle = kode
head-task = tugas
head-lead = siapa
head-state = status
head-since = sejak
head-goal = tujuan
head-reached = tercapai
head-role = peran
head-holders = pemegang
head-purpose = maksud
head-key = kunci
head-finding = pertanyaan
head-waits = menunggu

## Siapa yang bertindak.

who-already = Kamu sudah { $name }
who-now = Sekarang kamu { $name }
who-now-before = Sekarang kamu { $name }; sebelumnya { $before }
who-on-screen = Di layar ini kamu { $name }; sebelumnya { $before }
