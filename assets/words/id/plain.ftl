# Meja kerja baris demi baris (`--plain`): didengar, bukan dilihat. Kata utuh, tanpa tanda, satu hal sebaris.

cmd-plain-option = Seluruh meja kerja baris demi baris, untuk pembaca layar

## What can be typed. English words always work, too.

plain-word-where = posisi
plain-word-list = daftar
plain-word-more = lanjut
plain-word-help = bantuan
plain-word-quit = keluar
plain-word-back = :kembali

## Beginning and leaving.

plain-hello = Setara, { $team }. Kamu { $name }.
plain-hello-nobody = Setara, { $team }. Belum diketahui siapa kamu; @ untuk mengatakannya.
plain-counts = { $doing } { $state }, { $free } belum ditanggung, { $blocked } terhambat, { $findings } pertanyaan dari papan.
plain-offer = { $who } menawarkan { $task } padamu. Terima atau tolak menjawabnya.
plain-waits-for-you = { $said }. Jawabanmu ditunggu.
plain-how = Ketik bantuan untuk mendengar yang bisa dilakukan, daftar untuk mendengar barisnya, keluar untuk pergi.
plain-ways = Ketik 1, 2, 3, atau 4; keluar untuk pergi.
plain-bye = Sampai jumpa.

## Where one is.

plain-at = { $pane }: { $what }
plain-at-row = { $pane }, baris { $row } dari { $rows }: { $what }
plain-at-row-over = { $pane }, baris { $row } dari lebih dari { $rows }: { $what }
plain-narrowed = { $pane }, hanya { $filter }
plain-column = { $pane }, kolom { $column }
plain-none-there = tidak ada apa-apa di sini
plain-no-goals = Ke mana tim ingin pergi, masing-masing dengan ukurannya. Belum ada; baru menambah satu.
plain-no-roles = Siapa mengurus apa lebih lama dari satu tugas. Belum ada; baru menambah satu.
plain-all-said = Itu sudah semua.
plain-none-match = tidak ada yang cocok; kembali menampilkan semua lagi
plain-more = { $lines } baris lagi; ketik lanjut.
plain-no-such-row = { $rows ->
    [0] Tidak ada baris di sini.
   *[other] Di sini ada baris 1 sampai { $rows }.
}
plain-no-numbers = Angka menuju baris di panel; di sini j dan k maju dan mundur.
plain-no-filter = Hanya panel yang bisa disaring; kembali menuju ke sana.
plain-filter = Ketik garis miring dan kata yang harus ada, misalnya: /pembayaran. Garis miring saja menampilkan semua lagi.
plain-folded = { $name }, { $count } tugas, dilipat

## Rows in words.

plain-nobody-leads = belum ditanggung siapa pun
plain-leads = { $count ->
   *[other] { $names } menanggung
}
plain-helps = { $count ->
   *[other] { $names } membantu
}
plain-offered = { $who } menawarkannya padamu
plain-offered-to = { $who } menawarkannya pada { $to }
plain-led = penanggung jawabnya { $names }
plain-ended = diakhiri oleh { $name }
plain-helped = dulu dibantu { $names }
plain-and = { $some } dan { $last }
plain-state-for = { $state } selama { $age }
plain-parked = diparkir sampai { $day }
plain-quiet = senyap selama { $age }
plain-blocked = terhambat
plain-blocked-on = terhambat, menunggu { $on }
plain-goal-long = tujuan panjang
plain-goal-short = tujuan pendek
plain-goal-no-work = tidak ada tugas terbuka untuknya
plain-goal-no-lead = tugas untuknya belum ditanggung
plain-moved = bergerak { $age } lalu
plain-holder = { $name } untuk { $focus }
plain-hold = { $count ->
   *[other] dipegang { $names }
}
plain-vacant = lowong selama { $age }
plain-unclear = belum jelas: { $missing }
plain-clear = jelas
plain-partly = sebagian jelas
plain-overlap = tumpang tindih
plain-gap = celah
plain-unclear-kind = kabur
plain-stale = basi
plain-load = beban
plain-finding = { $kind }: { $sentence }
plain-since = { $what }, sejak { $age } lalu
plain-box-open = belum:

plain-minutes = { $n ->
    [0] kurang dari semenit
   *[other] { $n } menit
}
plain-hours = { $n } jam
plain-days = { $n } hari
plain-weeks = { $n } minggu
plain-months = { $n } bulan
plain-years = { $n } tahun

## Keys that have no letter.

plain-key-up = atas
plain-key-down = bawah
plain-key-left = kiri
plain-key-right = kanan

## Questions.

plain-asks-hint = { $label } ({ $hint })
plain-line = Ketik sebaris; :kembali untuk batal.
plain-line-or-nothing = Ketik sebaris, atau Enter saja; :kembali untuk batal.
plain-line-now = Sekarang: { $text }. Ketik yang lain, atau Enter saja untuk tetap; :kembali untuk batal.
plain-needs-line = Di sini perlu sebaris; :kembali untuk batal.
plain-pick = Ketik angka, atau beberapa huruf untuk menyaring; :kembali untuk batal.
plain-pick-more = { $count } lagi. Ketik beberapa huruf untuk menyaring, atau angka; :kembali untuk batal.
plain-none-found = Dari { $count } tidak ada yang cocok. Ketik huruf lain; :kembali untuk batal.
plain-needs-pick = Di sini perlu angka atau beberapa huruf; :kembali untuk batal.
plain-yes-no = y: { $yes }. n: { $no }.
plain-y-or-n = Ketik y atau n.
plain-field-empty = { $asked }: kosong. Enter membiarkannya.
plain-field = { $asked }: { $value }. Enter mempertahankan, tanda minus mengosongkan.
plain-field-notes = Boleh beberapa baris.
plain-field-day = Sebuah hari.
plain-field-choice = Beberapa huruf memilih; tanda tanya menyebut daftarnya.
plain-writing = Teruskan, baris demi baris; titik saja mengakhirinya.

## Orders.

plain-refused = Tidak jadi: { $what }
plain-unknown = Tidak ada yang bernama { $text }. Ketik bantuan untuk mendengar yang bisa dilakukan di sini.
plain-did-you-mean = { $text } bisa berarti beberapa hal.

plain-help-type = Ketik tombol atau kata, misalnya c atau klaim; dengan yang dituju, misalnya: klaim bakul.
plain-help-rows = Angka menuju baris itu, j dan k ke baris berikut dan sebelumnya; daftar menyebut semua baris.
plain-help-filter = Garis miring dan kata menyaring daftar, misalnya: /pembayaran. Kembali menampilkan semua lagi, dan keluar dari halaman.
plain-help-where = Baris kosong menyebut di mana kamu. Dalam pertanyaan :kembali membatalkan; dalam formulir :skip mempertahankan sisanya, :up mundur.
plain-help-with = Dengan { $what }:
plain-help-line = { $key }, atau { $label }: { $doc }
plain-alike = Mirip dengan { $what } ({ $about }).
plain-through-time = Ketik { $dayback } atau { $dayon } untuk berpindah sehari, { $eventback } atau { $eventon } untuk satu kejadian; { $now } mengakhirinya.
