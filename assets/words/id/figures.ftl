# Figures over time: what they are called, what they say, and how they are defined.

figures-title = Angka dari waktu ke waktu
figures-of = { $team }, { $day }
figures-about = Tentang tim secara keseluruhan. Tidak ada angka tentang orang, dan tidak ada yang mengatakan apakah lebih banyak itu lebih baik.

figures-name = { $name ->
    [done] Selesai per minggu
    [took] Berapa lama dikerjakan
    [in_hand] Umur yang sedang dikerjakan
    [claimed] Dari bebas sampai diklaim
    [blockers] Hambatan
    [ended] Bagaimana klaim berakhir
    [goals] Tujuan
    [actions] Tindakan terakhir
   *[facilitated] Siapa memfasilitasi
}

figures-definition = { $name ->
    [done] Tugas yang dipindahkan ke selesai pada minggu itu dan masih selesai di akhirnya. Minggu berjalan dari Senin sampai Minggu menurut UTC; minggu yang sedang berjalan belum dihitung.
    [took] Hari kerja sejak sebuah tugas pertama kali dikerjakan sampai selesai, dari yang selesai dalam 90 hari terakhir dan masih selesai. Yang tidak pernah dikerjakan, dan yang dibawa impor, tidak dihitung.
    [in_hand] Berapa lama yang sedang dikerjakan sudah berada di sana. Yang terhambat, dan yang dibawa impor ke sana, tidak dihitung.
    [claimed] Sejak sebuah tugas ditambahkan, terakhir dikembalikan atau dibuka lagi, sampai penanggung jawab berikutnya mengklaimnya, dari klaim 8 minggu terakhir. Yang diklaim saat ditulis tidak pernah bebas. Yang dibawa impor tidak dihitung. Perlu tiga orang yang mengklaim.
    [blockers] Berapa yang terbuka di akhir masing-masing dari 12 minggu terakhir; di dalamnya, dari dilaporkan sampai teratasi, dan apakah ada yang ditanya dalam satu hari kerja sejak dilaporkan. Dari keduanya, yang ditarik kembali dan yang dibawa impor tidak dihitung, dan perlu tiga orang yang ditunggu atau yang melaporkan.
    [ended] Klaim penanggung jawab yang berakhir dalam 8 minggu terakhir karena tugasnya selesai, diserahkan, dikembalikan atau diambil alih; dan yang kini senyap karena masa klaimnya habis. Yang dibawa impor tidak dihitung.
    [goals] Hasil ukur tujuan yang aktif, dengan sasaran dan tenggatnya.
    [actions] Apa jadinya tindakan dari 6 retro terakhir. Hitungan, bukan persentase.
   *[facilitated] Berapa orang dari tim yang memfasilitasi salah satu dari 10 pertemuan terakhir yang sudah selesai.
}

## What is behind a figure.

figures-weeks = { $count } minggu
figures-tasks = { $count } tugas
figures-claims = { $count } klaim
figures-blockers = { $count } hambatan
figures-readings = { $count } hasil ukur
figures-retros = { $count } kali retro
figures-meetings = { $count } pertemuan
figures-from = { $things }, sejak { $day }
figures-now = { $things }, saat ini
figures-few = Masih terlalu sedikit untuk dikatakan; perlu { $least }.
figures-people = Terlalu sedikit orang di baliknya; angkanya akan tentang mereka.

## What a figure says.

figures-done = { $tasks } dalam { $weeks }, { $least } sampai { $most } per minggu
figures-done-each = { $tasks } dalam { $weeks }, masing-masing { $count }
figures-done-nothing = Tidak ada dalam { $weeks }
figures-took = Setengahnya selesai dalam { $half }
figures-took-most = Setengahnya selesai dalam { $half }, 85 % dalam { $most }
figures-in-hand = Setengahnya dikerjakan selama { $half } atau kurang, yang terlama { $most }
figures-claimed = Setengahnya diklaim dalam { $half }
figures-open = { $count } terbuka di akhir minggu lalu
figures-open-unknown = Belum ada minggu yang lewat
figures-cleared = Setengah dari { $things } teratasi dalam { $half }
figures-asked = { $count } dari { $things } ditanyakan dalam satu hari kerja
figures-cleared-few = Terlalu sedikit untuk dikatakan seberapa cepat teratasi ({ $things })
figures-asked-few = Terlalu sedikit untuk dikatakan seberapa cepat ditanyakan ({ $things })
figures-ended = { $done } selesai, { $handed } diserahkan, { $given } dikembalikan, { $taken } diambil alih, { $quiet } kini senyap
figures-goal = { $title }, { $value }
figures-goal-of = { $value } dari { $target }
figures-goal-due = { $said }, tenggat { $day }
figures-actions = { $done } selesai, { $open } terbuka, { $dropped } dibatalkan
figures-facilitated = { $have } dari { $of } orang, dalam { $last } pertemuan terakhir
figures-same-day = hari yang sama
figures-one-workday = 1 hari kerja
figures-workdays = { $count } hari kerja

## Charts and the numbers under them.

figures-chart = { $name ->
    [done] Tugas yang selesai, minggu demi minggu
    [took] Tugas menurut berapa hari kerja lamanya
    [in_hand] Tugas menurut berapa hari kerja sudah dikerjakan
    [blockers] Hambatan yang terbuka di akhir tiap minggu
   *[ended] Klaim menurut cara berakhirnya
}
figures-chart-goal = Hasil ukur { $title }
figures-step = { $step ->
    [0] hari yang sama
    [1] 1 sampai 2 hari
    [2] 3 sampai 5 hari
    [3] 6 sampai 10 hari
   *[other] lebih lama
}
figures-end = { $end ->
    [done] selesai
    [handed-over] diserahkan
    [given-back] dikembalikan
    [taken-over] diambil alih
   *[quiet] kini senyap
}
figures-head-week = minggu mulai
figures-head-took = hari kerja
figures-head-day = hari
figures-head-end = cara
figures-head-tasks = tugas
figures-head-claims = klaim
figures-head-blockers = hambatan
figures-head-value = nilai
figures-target = sasaran
figures-half = setengah dalam
figures-most = 85 % dalam
figures-oldest = terlama
figures-asked-head = ditanyakan dalam satu hari kerja
figures-cleared-head = teratasi

## On the screen, and from the command line.

act-figures = angka
act-figures-doc = angka dari waktu ke waktu: apa yang selesai, berapa lama, apa yang menunggu, bagaimana klaim berakhir
figures-define = apa yang dihitung
cmd-report = Tulis angka dari waktu ke waktu sebagai halaman untuk peramban
cmd-report-out = Berkas yang ditulis, - untuk keluaran
cmd-report-markdown = Cetak sebagai Markdown
out-report = Angka ditulis ke { $file }

## What happened since a moment, in a strip of numbers.

figures-since-done = { $count } selesai
figures-since-raised = { $count } hambatan dilaporkan
figures-since-cleared = { $count } hambatan teratasi
figures-since-handed = { $count } diserahkan
figures-since-taken = { $count } diambil alih
figures-since-given = { $count } dikembalikan
figures-since-quiet = { $count } menjadi senyap

figures-day = { $day } { $month }

figures-minutes = { $count } menit
figures-hours = { $count } jam
figures-days = { $count } hari
figures-numbers = Angka-angkanya
figures-heard = { $what }: { $count }
