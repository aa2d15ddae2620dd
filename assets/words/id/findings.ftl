# What findings say: facts, never blame. A task is called by its handle; a role, a goal and a member by their names.
# An age stands in a sentence only where the age itself is the finding; the screens have a column for the others.

## Parts of the sentences.

finding-and = { $first } dan { $last }
finding-comma = { $first }, { $next }
finding-due = { $days ->
    [0] tenggat hari ini
   *[other] tenggat { $days } hari lagi
}
finding-overdue = tenggat { $days } hari lalu

## Overlaps.

finding-o1 = { $task }: { $members } { $count ->
    [2] sama-sama menanggung
   *[other] semuanya menanggung
}
finding-o2 = { $first } dan { $second } punya { $count ->
    [1] ranah yang sama: { $texts }
   *[other] { $count } ranah yang sama: { $texts }
}
finding-o3 = { $first } dan { $second } punya { $count ->
    [1] kewajiban yang sama: { $texts }
   *[other] { $count } kewajiban yang sama: { $texts }
}
finding-h2 = "{ $text }" pada { $first } dan "{ $other }" pada { $second } mungkin sama
finding-h2-series = { $roles } punya kewajiban yang mungkin sama, misalnya "{ $text }" dan "{ $other }"
finding-o5 = { $role } dipegang bersama, dan { $members } { $count ->
    [1] belum punya fokus
   *[other] sama-sama belum punya fokus
}
finding-o5-same = { $role }: { $members } punya { $count ->
    [1] fokus yang sama: { $texts }
   *[other] { $count } fokus yang sama: { $texts }
}
finding-o4 = { $first } dan { $second } berjudul sama, ditanggung { $members }: { $title }
finding-h1 = { $first } dan { $second } mungkin pekerjaan yang sama, ditanggung { $members }: "{ $title }" dan "{ $other }"
finding-h1-series = { $first } dan { $count } lainnya mungkin pekerjaan yang sama: { $title }
finding-o6 = { $first } dan { $second } punya tautan yang sama, ditanggung { $members }: { $link }

## Gaps.

finding-g1 = { $role } belum ada pemegangnya
finding-g1-away = { $role } tidak ada orangnya: { $members } tidak di tempat { $days } hari
finding-g2 = { $task }: belum ada yang menanggung
finding-g2-begun = { $task }: { $state }, belum ada yang menanggung
finding-g2-begun-due = { $task }: { $state }, { $due }, belum ada yang menanggung
finding-g2-hands = { $count } orang punya waktu; berikutnya untuk diambil: { $tasks }
finding-g2-due = { $task }: { $due }, belum ada yang menanggung
finding-g3 = { $task }: tidak termasuk peran atau tujuan mana pun
finding-g4 = { $goal }: tidak ada pekerjaan terbuka
finding-g4-still = { $goal }: tidak ada yang bergerak selama { $days } hari
finding-g7 = { $goal } { $missing }
finding-g7-measure = tanpa ukuran
finding-g7-target = tanpa sasaran
finding-g7-due = tanpa tenggat
finding-d1-excused = { $decision } disepakati tanpa menunggu { $members }, padahal menurut catatannya sendiri ada di tempat
finding-d1 = keberatan { $members } atas { $decision } terbuka { $days ->
    [0] kurang dari sehari
   *[other] { $days } hari
}
finding-g8 = { $member } datang { $days ->
    [0] hari ini
    [1] kemarin
   *[other] { $days } hari lalu
} dan belum punya pendamping
finding-k1 = { $skill }: diperlukan { $tasks } tugas, hanya { $member } yang mengajarkannya
finding-k1-nobody = { $skill }: diperlukan { $tasks } tugas, belum ada yang mengajarkannya
finding-k1-learners = { $line }; { $members } { $count ->
    [1] ingin mempelajarinya
   *[other] sama-sama ingin mempelajarinya
}
finding-g5 = { $task }: { $member }, yang menanggungnya, sudah keluar dari tim
finding-g5-away = { $task }: { $due }, sementara { $members } { $count ->
    [1] tidak di tempat
   *[other] semuanya tidak di tempat
}
finding-g6 = { $thing } mestinya ditinjau lagi paling lambat { $day }
finding-g6-trial = percobaan { $decision } berakhir { $day }: teruskan, ubah, atau hentikan?
finding-g6-term = { $thing }: masa tugas { $member } berakhir { $day }

## What waits.

finding-s3 = { $task }: menunggu { $who } selama { $days } hari kerja, belum ditanyakan: { $what }
finding-s3-anybody = { $task }: menunggu selama { $days } hari kerja, belum ditanyakan: { $what }
finding-s4 = { $task }: { $who } ditanya { $days } hari kerja lalu: { $what }
finding-s4-anybody = { $task }: ditanyakan { $days } hari kerja lalu: { $what }
finding-s4-promised = { $task }: dijanjikan { $who }, harinya lewat { $days } hari kerja lalu: { $what }
finding-s4-promised-anybody = { $task }: dijanjikan, harinya lewat { $days } hari kerja lalu: { $what }
finding-s5 = { $task }: menunggu { $other }, yang sudah selesai; teratasi?
finding-w1 = { $task }: menunggu { $other }, yang belum ditanggung siapa pun
finding-w1-after = { $task }: menunggu { $other }, yang berada di belakangnya dalam urutan
finding-w1-left = { $task }: menunggu { $member }, yang sudah keluar dari tim: { $what }
finding-w1-away = { $task }: dijanjikan { $member } untuk { $day }, tetapi tidak di tempat pada hari itu: { $what }
finding-w2 = { $count ->
    [1] { $task } menunggu dirinya sendiri
    [2] { $task } dan { $other } saling menunggu
   *[other] { $task } menunggu dalam lingkaran: { $circle }
}

## What is quiet, and what is much.

finding-s1 = { $task }: tidak ada langkah oleh { $member } selama { $days } hari kerja; masa klaim { $over ->
    [0] baru saja habis
   *[other] habis { $over } lalu
}
finding-l1 = { $member } menanggung { $count } tugas yang { $state }; batasnya { $limit }

finding-titled = { $line } ({ $title })
finding-titled-cut = { $line } ({ $title }...)

## Several of one kind in one row. There are three of them at least.

finding-many-o1 = { $count } tugas punya lebih dari satu penanggung jawab: { $list }
finding-many-o4 = { $count } kali dua tugas berjudul sama: { $list }
finding-many-o6 = { $count } kali dua tugas punya tautan yang sama: { $list }
finding-many-h1 = { $count } kali tugas dari penanggung jawab berbeda mungkin pekerjaan yang sama: { $list }
finding-many-o2 = { $count } kali dua peran punya ranah yang sama: { $list }
finding-many-o3 = { $count } kali dua peran punya kewajiban yang sama: { $list }
finding-many-h2 = { $count } kali peran punya kewajiban yang mungkin sama: { $list }
finding-many-o5 = { $count } peran bersama belum jelas siapa mengerjakan bagian mana: { $list }
finding-many-g5 = { $count } tugas ditanggung orang yang sudah keluar, atau tidak di tempat saat tenggat: { $list }
finding-many-g6 = { $count } peninjauan sudah waktunya: { $list }
finding-many-g2 = { $count } tugas yang sudah dimulai atau dekat tenggat belum ada penanggung jawabnya: { $list }
finding-many-g3 = { $count } tugas tidak termasuk peran atau tujuan mana pun: { $list }
finding-many-g1 = { $count } peran tidak ada orangnya: { $list }
finding-many-g4 = { $count } tujuan tanpa pekerjaan terbuka, atau tidak ada yang bergerak: { $list }
finding-many-g7 = { $count } tujuan belum menyebut berapa atau sampai kapan: { $list }
finding-many-d1 = keberatan atas { $count } usulan sudah lama terbuka, atau ada yang tidak ditunggu: { $list }
finding-many-g8 = { $count } anggota baru belum punya pendamping: { $list }
finding-many-k1 = { $count } keahlian yang diperlukan tugas hanya diajarkan satu orang atau tidak ada: { $list }
finding-many-w2 = { $count } lingkaran saling menunggu: { $list }
finding-many-w1 = { $count } tugas menunggu sesuatu yang tidak bergerak: { $list }
finding-many-s4 = { $count } jawaban sudah lama ditunggu: { $list }
finding-many-s3 = belum ada yang ditanyai tentang { $count } hambatan: { $list }
finding-many-s5 = { $count } tugas menunggu yang sudah selesai; teratasi? { $list }
finding-many-s1 = { $count } klaim senyap: { $list }
finding-many-l1 = { $count } orang menanggung lebih dari batasnya sendiri: { $list }
finding-many-cut = { $list }, ...
finding-many-least = setidaknya: { $line }

finding-why-o1 = tugas punya satu penanggung jawab; yang lain membantu
finding-why-o2 = ranah adalah hal yang diputuskan satu peran saja
finding-why-o3 = kewajiban dua peran dikerjakan dua kali, atau tidak oleh siapa pun
finding-why-h1 = tugas yang judulnya hampir sama mungkin satu tugas yang dikerjakan dua kali
finding-why-h2 = kewajiban dua peran yang hanya berbeda kata dikerjakan dua kali, atau tidak oleh siapa pun
finding-why-o5 = pemegang peran bersama punya fokus masing-masing, agar orang tahu siapa yang ditanya
finding-why-o4 = tugas berjudul sama mungkin satu tugas yang dikerjakan dua kali
finding-why-o6 = tugas dengan tautan yang sama mungkin satu tugas yang dikerjakan dua kali
finding-why-g5 = tugas perlu penanggung jawab yang ada di tim, dan di tempat saat tenggatnya
finding-why-g6 = ada hari yang ditetapkan untuk meninjaunya lagi, lalu menetapkan hari berikutnya
finding-why-g2-begun = tugas yang sudah dimulai perlu penanggung jawab
finding-why-g2-hands = siapa yang punya waktu dapat mengambil tugas berikutnya dalam urutan
finding-why-g1 = peran aktif ada pemegangnya; { $term }
finding-why-g4 = tujuan aktif perlu pekerjaan terbuka yang menuju ke sana
finding-why-g4-still = { $short }; { $long }
finding-why-g7 = ukuran, sasaran dan tenggat menunjukkan apakah tujuan tercapai
finding-why-d1-excused = siapa yang ada saat diputuskan masih boleh menyampaikan pendapatnya
finding-why-d1 = keberatan yang tidak ditanggapi adalah keputusan dengan menunggu
finding-why-g8 = yang baru lebih mudah bertanya kalau ada yang menawarkan diri untuk ditanya
finding-why-k1 = yang diperlukan tugas sebaiknya dikuasai dua orang, agar tidak menunggu satu orang
finding-why-w2 = dalam lingkaran saling menunggu, tidak ada yang dapat mulai
finding-why-w1 = yang ditunggu orang lain dikerjakan lebih dulu, dan perlu orang yang mengerjakannya
finding-why-s5 = yang ditunggu sudah selesai, jadi mungkin tidak ada lagi yang menghalangi
finding-why-s1 = klaim menjadi senyap bila masanya habis dan tidak ada langkah pada tugasnya
finding-why-l1 = setiap orang menentukan sendiri berapa banyak yang ia tanggung sekaligus

settled-before = { $who } dulu menjawab: { $said }
settled-before-of = { $said } (tentang { $texts })

finding-o7 = { $tasks } saling digabungkan, jadi tidak ada yang dilanjutkan: kembalikan salah satunya
finding-why-o7 = dua orang yang menggabungkan secara terpisah bisa saling mengakhiri yang mestinya dilanjutkan

## What each rule asks about: the manual and the documents list them.

finding-about = { $rule ->
    [O1] dua penanggung jawab untuk satu tugas
    [O4] dua tugas berjalan dengan judul sama dan penanggung jawab berbeda
    [O6] dua tugas berjalan dengan tautan sama dan penanggung jawab berbeda
    [O7] tugas atau peran yang saling digabungkan secara terpisah, sehingga semuanya berakhir dan tidak satu pun berlanjut
    [O2] dua peran aktif dengan ranah yang sama
    [O3] dua peran aktif dengan kewajiban yang sama
    [H1] dua tugas berjalan yang judulnya hampir sama, ditanggung anggota berbeda
    [H2] dua peran aktif dengan kewajiban yang hampir sama
    [G5] penanggung jawab keluar dari tim, atau pergi sampai lewat tenggat
    [G2] tugas yang segera jatuh tempo atau sudah dimulai, dan tidak ada yang menanggungnya
    [G2-hands] ada tangan yang bebas, dan yang berikutnya untuk diambil belum ditanggung siapa pun
    [G1] peran aktif tanpa pemegang, atau yang semua pemegangnya pergi lebih dari seminggu
    [G4] tujuan aktif tanpa pekerjaan terbuka, atau yang dua minggu tidak bergerak
    [W2] lingkaran saling menunggu
    [W1] tugas menunggu tugas yang tidak sedang dikerjakan, atau orang yang sudah keluar atau pergi sampai lewat janjinya
    [S4] hambatan yang sudah ditanyakan, atau yang janjinya sudah lewat, lebih dari tiga hari kerja
    [S3] hambatan yang selama satu hari kerja tidak ditanyakan kepada siapa pun
    [S5] yang ditunggu hambatan sudah selesai. Sudah teratasi?
    [S1] masa klaim sudah habis, dan pemegangnya sejak itu tidak berbuat apa-apa pada tugas
    [D1] keberatan yang lama terbuka, atau lewat hari sampai kapan semua didengar; siapa yang ada di sini dan tidak ditunggu
    [O5] peran aktif yang dibagi beberapa pemegang tanpa jelas siapa mengerjakan bagian mana
    [G7] tujuan aktif tanpa ukuran, target, atau tenggat
    [G6] sudah lewat hari untuk meninjau lagi sebuah peran, tujuan, keputusan, atau kesepakatan
    [G3] tugas tanpa peran dan tanpa tujuan, seminggu setelah masuk ke papan
    [G8] anggota baru tanpa pendamping
    [K1] keahlian yang dibutuhkan tugas berjalan, dan hanya diajarkan satu anggota atau tidak seorang pun
    [L1] anggota menanggung lebih banyak tugas berjalan daripada batasnya sendiri
   *[other] { $rule }
}
