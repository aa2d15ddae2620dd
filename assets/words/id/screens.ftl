# The screens: panes, columns, the status line. Columns are narrow: short words.

## Panes.

scr-goals = Tujuan
scr-owns = Siapa memegang apa
scr-owns-mine = Milikku
scr-owns-free = Belum dipegang
scr-owns-blocked = Terhambat
scr-owns-finished = Selesai
scr-roles = Peran
scr-findings = Tumpang tindih dan celah
scr-blockers = Hambatan

scr-goals-fact = { $count } aktif
scr-owns-fact = { $live } aktif
scr-owns-fact-free = { $live } aktif, { $free } belum dipegang
scr-owns-gist = { $doing } { $state }, { $free } belum dipegang, { $blocked } terhambat
scr-roles-clear = { $clear } jelas
scr-roles-fact = { $clear } jelas, { $vacant } lowong
scr-roles-many = { $all }, { $vacant } lowong
scr-findings-fact = { $shown } dari { $all }
scr-findings-all = { $all }
scr-findings-gist = { $all }: { $first }
scr-blockers-fact = tertua { $age }
scr-shown = { $count } ditemukan
scr-shown-more = lebih dari { $count } ditemukan

## What stands in a pane where nothing does.

scr-goals-empty = { $pane } lalu { $new } menambah satu: ke mana tim ini menuju, masing-masing dengan ukurannya.
scr-owns-empty = { $new } menambah tugas: pekerjaan, dan siapa yang memimpinnya. Baru di sini? { $palette } lalu "belajar sambil mencoba" menunjukkan semuanya dalam lima menit, di tim contoh.
scr-roles-empty = { $pane } lalu { $new } menambah peran: siapa mengurus apa lebih lama dari satu tugas.
scr-findings-empty = Tidak ada tumpang tindih dan tidak ada yang kurang. Kalau ada, muncul di sini sebagai pertanyaan.
scr-blockers-empty = Tidak ada yang menunggu. { $key } pada sebuah tugas menyebut apa yang menghambatnya.
scr-none-found = Tidak ada yang cocok. { $key } menampilkan semua lagi.

## Columns.

scr-heading = { $state } { $count }
# What nobody leads yet asks to be pulled.
scr-pull-me = tarik aku
scr-day = { $day } { $month }
scr-day-year = { $date } { NUMBER($year, useGrouping: "false") }
scr-due = tenggat { $day }
scr-late = telat { $age }
scr-till = s.d. { $day }
scr-quiet = senyap { $age }
# Two edits made apart both stand.
scr-written-twice = ditulis dua kali
scr-next = berikut: { $next }
scr-proposed = { $title } (usulan)
scr-percent = { $value } %
scr-of = { $value }/{ $target }
scr-no-measure = tanpa sasaran
scr-vacant = lowong { $age }
scr-vacant-word = lowong
scr-draft = rancangan
# What is missing for a role to be clear; few columns.
scr-missing-purpose = tujuan?
scr-missing-duties = kewajiban?
scr-missing-focus = fokus?
scr-missing-term = masa habis
scr-missing-review = tinjau
scr-waits = { $task } menunggu { $who }
scr-waits-what = { $task } menunggu { $who }: { $what }
scr-waits-for = { $task } menunggu: { $what }
scr-holds-up = menahan { $count } lagi
scr-waits-over = { $state } { $age }
scr-asked = ditanya { $age }
scr-not-asked = belum ditanya, { $age }
scr-promised = janji { $day }
scr-promise-over = janji { $day }?

## The header and the status line.

scr-nobody-yet = siapa kamu?
scr-read-only = hanya baca
scr-test = MODE UJI
scr-offer-waits = { $who } menawarkan { $task } padamu: { $accept } menerima, { $decline } menolak · { $title }
scr-undo-hint = { $key } membatalkannya
scr-redo-hint = { $key } mengulangnya
scr-not-here = { $key } ({ $label }) tidak berlaku di sini; { $help } menunjukkan yang berlaku
scr-not-here-why = { $key } ({ $label }): { $why }
why-over = statusnya { $state }
why-yours = kamu sudah menanggungnya
why-helping = kamu sudah membantunya
why-only-lead = hanya penanggung jawabnya yang bisa: { $leads }
why-nobody-leads = belum ada yang menanggungnya
why-not-claimed = kamu tidak punya klaim atasnya
why-not-quiet = klaim { $leads } masih berlaku
why-not-offered = tidak ditawarkan kepadamu
why-not-blocked = tidak ada yang menghambatnya
scr-unknown-key = { $key } tidak berarti apa-apa di sini; { $help } menunjukkan yang berlaku

## Questions.

scr-who-are-you = Siapa kamu?
scr-i-am-new = Aku baru di sini
scr-i-am-new-called = Aku baru di sini: "{ $name }"
scr-your-name = Namamu
scr-join = gabung
scr-help = Tombol
scr-gone = itu sudah tidak ada di papan
scr-elsewhere = Di tempat lain
scr-no-key = lewat :
scr-palette = Perintah
scr-ask-decline = Kenapa { $task } ditolak? (boleh kosong)
scr-ask-offer = Tawarkan { $task } kepada siapa?
scr-ask-give-back = Sampai di mana? (boleh kosong)
scr-ask-take-over = Pesan untuk yang memimpin sebelumnya
scr-ask-contest = Kenapa perlu penanggung jawab kedua?
scr-ask-drop = Kenapa dilepas?
scr-ask-drop-led = { $why }. Kenapa dilepas?
scr-ask-ends = { $why }. Selesai?
scr-ask-leave = biarkan saja
scr-ask-block = Apa yang menghambatnya?
scr-ask-block-hint = dalam beberapa kata: "nomor pajaknya"
scr-ask-on-whom = Menunggu siapa atau apa?
scr-on-nobody = tidak tertentu
scr-on-other = orang atau hal lain
scr-on-outside = di luar tim: "{ $who }"
scr-ask-other = Siapa atau apa?
scr-ask-which = Yang mana?
scr-ask-clear = Bagaimana teratasi? (boleh kosong)
scr-ask-promised = Dijanjikan sampai kapan?
scr-ask-day-hint = selasa, 12 des, 3 hari lagi
scr-no-day = itu bukan hari; contohnya selasa, 12 des, 3 hari lagi
scr-ask-top = Kenapa didahulukan? (boleh kosong)
scr-ask-park = Simpan dulu sampai kapan?
scr-ask-new = Tugas baru
scr-ask-new-hint = satu baris; masuk ke akhir urutan
scr-looks-led = mirip { $task } ({ $who } memimpin): { $title }
scr-looks = mirip { $task }: { $title }
scr-ask-title = Judul
scr-ask-due = Tenggatnya kapan?
scr-ask-due-hint = selasa, 12 des, 3 hari lagi; kosong berarti tanpa tenggat
scr-ask-next = Langkah nyata berikutnya
scr-ask-remark = Komentar
scr-ask-read = Sampai berapa hari ini?
scr-ask-read-hint = sebuah angka
scr-ask-drop-goal = Kenapa tujuan ini dilepas?
scr-ask-focus = Bagian mana dari peran ini? (boleh kosong)
scr-ask-focus-hint = fokus membedakan dua pemegang
scr-ask-lead-too = Belum ada penanggung jawab { $task }. Anda?
scr-lead-too = ya: klaim dan majukan
scr-lead-not = tidak: majukan saja
scr-ask-settle = Jadi bagaimana?
several-renew = perpanjang klaim saya: { $count } klaim masih berlaku
several-give-back = kembalikan klaim saya: { $count } tugas menunggu diambil
several-ask = tanyakan { $count } klaim orang lain: catatan di setiap tugas
several-ways = Jadi bagaimana dengan semuanya?
several-what = Apa yang ditanyakan? Tertulis di setiap tugas
several-what-hint = misalnya "Masih dikerjakan?"
scr-settle-fixed = beres: ada yang sudah menanganinya
scr-settle-fine = memang begitu: tidak perlu diubah
scr-settle-tension = ketegangan: perlu dibicarakan bersama
scr-ask-fixed = Apa yang sudah dilakukan?
scr-ask-fine = Kenapa tidak apa-apa?
scr-ask-tension = Apa ketegangannya?
scr-ask-until = Berlaku sampai kapan? (boleh kosong)
scr-ask-until-hint = tanpa hari: selama 30 hari, atau sampai faktanya berubah
scr-findings-more = { $count } lagi; { $key } menampilkan semua

## Forms.

scr-form-task = Tugas
scr-form-goal = Tujuan
scr-form-new-goal = Tujuan baru
scr-form-role = Peran
scr-form-new-role = Peran baru
scr-form-save = simpan
scr-form-add = tambah
scr-field-tags-hint = dengan koma
scr-field-why = Alasan
scr-field-parent = Mendukung
scr-field-measure-hint = apa yang dihitung
scr-field-unit-hint = %, toko, hari
scr-field-baseline = Dari
scr-field-duties-hint = satu baris untuk masing-masing
scr-field-domains-hint = yang hanya diputuskan peran ini, satu baris masing-masing

## Actions: a word or two for the footer, a sentence for the help.

act-group-work = Bekerja
act-group-move = Berpindah
act-group-look = Melihat
act-group-board = Papan

act-claim = klaim
act-claim-doc = pimpin tugas ini: kamu penanggung jawabnya
act-help-with = bantu
act-help-with-doc = bantu tugas ini; penanggung jawabnya tetap
act-accept = terima
act-accept-doc = ambil alih yang ditawarkan padamu
act-decline = tolak
act-decline-doc = tolak yang ditawarkan padamu
act-offer = tawarkan
act-offer-doc = tawarkan tugasmu kepada orang lain, yang menerima atau menolak
act-withdraw = tarik tawaran
act-withdraw-doc = tarik kembali tawaranmu
act-renew = perbarui
act-renew-doc = nyatakan bahwa klaimmu masih berlaku
act-give-back = kembalikan
act-give-back-doc = akhiri klaimmu; tugas ini bisa ditarik orang lagi
act-take-over = ambil alih
act-take-over-doc = pimpin tugas yang penanggung jawabnya senyap
act-contest = ikut memimpin
act-contest-doc = pimpin tugas di samping penanggung jawabnya, dengan alasan; tim yang membereskannya
act-done = selesai
act-done-doc = tugas ini selesai
act-drop = lepas
act-drop-doc = akhiri tugas sebelum selesai, dengan alasannya
act-on = majukan
act-on-doc = ke status berikut: terbuka, dikerjakan, ditinjau, selesai
act-back = mundurkan
act-back-doc = ke status sebelumnya
act-block = terhambat
act-block-doc = sebut apa yang menghambat tugas, dan siapa yang ditunggu
act-clear = teratasi
act-clear-doc = yang menghambat tugas sudah tidak ada
act-asked = sudah tanya
act-asked-doc = catat bahwa kamu baru saja bertanya pada yang bisa membantu
act-promised = dijanjikan
act-promised-doc = catat sampai kapan bantuan dijanjikan
act-rank-up = naik urutan
act-rank-up-doc = naik satu tempat dalam urutan tarik
act-rank-down = turun urutan
act-rank-down-doc = turun satu tempat dalam urutan tarik
act-rank-top = ke puncak
act-rank-top-doc = ke puncak urutan tarik, dengan alasannya
act-park = parkir
act-park-doc = simpan dulu tugas sampai suatu hari, atau aktifkan lagi
act-new = baru
act-new-doc = tulis tugas baru; di Tujuan sebuah tujuan, di Peran sebuah peran
act-edit-title = ubah judul
act-edit-title-doc = ubah judul tugas
act-edit = ubah
act-edit-doc = ubah semua isinya dalam formulir
act-due = tenggat
act-due-doc = tetapkan tenggat tugas, atau hapus
act-next-action = langkah berikut
act-next-action-doc = tulis langkah nyata berikutnya dari tugas ini
act-remark = komentar
act-remark-doc = tulis komentar tentang tugas ini
act-thank = berterima kasih
act-thank-doc = berterima kasih kepada anggota lain, atas tugas yang dipilih atau hal lain
act-read = nilai
act-read-doc = catat hasil ukur tujuan ini hari ini
act-met = tercapai
act-met-doc = tujuan ini tercapai
act-missed = tidak tercapai
act-missed-doc = tujuan ini tidak tercapai
act-drop-goal = lepas
act-drop-goal-doc = lepaskan tujuan ini, dengan alasannya
act-take = ambil
act-take-doc = pegang peran ini, atau sebagian darinya
act-put-down = lepas peran
act-put-down-doc = lepas peran ini
act-settle = jawab
act-settle-doc = jawab yang ditanyakan papan: beres, memang begitu, atau ketegangan
act-open = buka
act-open-doc = buka halaman yang terpilih
act-filter = saring
act-filter-doc = persempit panel ini dengan kata, dan tugas dengan kunci seperti lead:me is:blocked
act-mine = milikku
act-mine-doc = hanya yang kamu klaim, atau semua lagi
act-free = belum dipegang
act-free-doc = hanya yang belum dipimpin siapa pun, atau semua lagi
act-only-blocked = hanya terhambat
act-only-blocked-doc = hanya yang terhambat, atau semua lagi
act-finished = selesai
act-finished-doc = yang sudah selesai, terbaru dulu, atau yang masih aktif lagi
act-palette = perintah
act-palette-doc = temukan tindakan dengan beberapa huruf
act-help = tombol
act-help-doc = tombol yang berguna di sini
act-undo = batalkan
act-undo-doc = tarik kembali yang terakhir kamu lakukan
act-redo = ulangi
act-redo-doc = lakukan lagi yang terakhir kamu batalkan
act-who = siapa kamu
act-who-doc = pilih siapa yang bertindak di layar ini
act-leave = kembali
act-leave-doc = keluar dari saringan, zum, atau halaman
act-quit = keluar
act-quit-doc = kembali dari halaman; dari panel, keluar dari Setara
act-quit-now = keluar
act-quit-now-doc = keluar dari Setara dari mana saja
act-repaint = gambar ulang
act-repaint-doc = gambar layar dari awal
act-suspend = jeda
act-suspend-doc = kembali ke shell sebentar; fg melanjutkan

act-down = turun
act-down-doc = ke baris berikut
act-up = naik
act-up-doc = ke baris sebelumnya
act-page-down = layar turun
act-page-down-doc = satu layar ke bawah
act-page-up = layar naik
act-page-up-doc = satu layar ke atas
act-first = pertama
act-first-doc = ke baris pertama
act-last = terakhir
act-last-doc = ke baris terakhir
act-next-pane = panel berikut
act-next-pane-doc = ke panel berikut
act-pane-before = panel sebelum
act-pane-before-doc = ke panel sebelumnya
act-pane-doc = ke { $pane }
act-zoom = zum
act-zoom-doc = hanya panel ini, atau kelimanya lagi

# Before what went wrong, where a thread behind the screens broke.
scr-fault-behind = ada yang rusak di latar belakang
# Before what went wrong, where the program itself broke.
scr-fault = berhenti karena kesalahannya sendiri
