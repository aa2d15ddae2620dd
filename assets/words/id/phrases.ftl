# Every event in a sentence: who, what they did, to what. The same sentence answers a command, stands in the journal and
# tells what undo took back; so it has no full stop, and no day that would be another one tomorrow.

# A sentence and what was said with it.
phrase-told = { $sentence }: { $text }
phrase-until = { $sentence } sampai { $date }
phrase-on = { $sentence } pada { $date }

# A task or goal, by its handle and its title.
phrase-thing = { $handle }: { $title }

# What an import says of others.
phrase-it = { $kind ->
    [goal] tujuan ini
    [role] peran ini
    [tension] ketegangan ini
    [decision] usulan ini
    [agreement] kesepakatan ini
   *[task] tugas ini
}
phrase-the-goal = tujuan { $goal }
phrase-the-role = peran { $role }

phrase-brought-in-that = Impor { $who }: { $sentence }
phrase-brought-in = { $who } mengimpor { $thing }

phrase-tasks = { $count } tugas
phrase-brought-in-from = { $who } mengimpor { $things } dari { $source }
phrase-brought-in-file = { $who } mengimpor { $things } dari { $file } ({ $tool })
phrase-undone-since = { $sentence }; sudah dibatalkan

phrase-unknown = { $who } melakukan sesuatu yang belum dikenal versi ini ({ $kind })

phrase-tagged = { $who } memberi tag pada { $tasks }: { $tag }
phrase-untagged = { $who } mencabut tag dari { $tasks }: { $tag }
phrase-and-more = { $said } +{ $more }
phrase-undid = { $who } membatalkan: { $sentence }
phrase-the-import = impor { $tasks } tugas
phrase-the-import-of-others = impor { $things } hal
phrase-the-import-from = { $import } dari { $file }
phrase-redid = { $who } mengulang: { $sentence }
phrase-took-back = { $who } menarik kembali langkah sebelumnya pada { $thing }
phrase-took-back-step = { $who } menarik kembali langkah sebelumnya

phrase-started-board = { $who } memulai papan { $board }

phrase-joined = { $who } bergabung dengan tim
phrase-merged = { $who } menyatakan bahwa { $one } adalah { $other }
phrase-merged-into = { $who } menggabungkan { $one } ke { $other }
phrase-took-in = { $who } menggabungkan ke { $task }: { $other }
phrase-blocker-turned = { $who } membuat { $task } menunggu { $on } mulai sekarang
phrase-way-offered = { $who } menawari { $to } untuk { $way }
phrase-way-agreed = { $who } setuju { $way }
phrase-way-declined = { $who } menolak tawaran untuk { $way }
way-merge = menggabungkan { $one } ke { $other }
way-merge-and-help = menggabungkan { $one } ke { $other } dan membantu di sana
way-one-leads = menyisakan { $lead } sebagai penanggung jawab { $task } dan membantu
way-split-task = membagi pekerjaan: { $one } menjadi { $title }, { $other } menjadi { $other_title }
way-split-role = mengambil { $lines } dari { $role }, supaya hanya { $stays } yang memegangnya
phrase-said-yes = { $who } menyetujui sebuah tawaran
phrase-said-no = { $who } menolak sebuah tawaran
phrase-changed-self = { $who } mengubah halamannya sendiri
phrase-away-from = { $who } tidak di tempat mulai { $date }
phrase-back = { $who } kembali
phrase-left = { $who } keluar dari tim
phrase-returned = { $who } kembali ke tim
phrase-device = { $who } menulis dari perangkat baru

phrase-role-taken = { $who } mengambil { $role }
phrase-role-part-changed = { $who } mengubah bagiannya dalam { $role }
phrase-role-put-down = { $who } melepas { $role }

phrase-goal-read = { $who } mencatat { $value } untuk { $goal }
phrase-goal-proposed = { $who } mengembalikan { $goal } menjadi usulan
phrase-goal-active = { $who } mengaktifkan { $goal }
phrase-goal-met = { $who } menandai { $goal } tercapai
phrase-goal-missed = { $who } menandai { $goal } tidak tercapai
phrase-goal-dropped = { $who } melepas { $goal }

phrase-added = { $who } menambah { $task }
phrase-changed = { $who } mengubah { $task }
phrase-moved = { $who } memindahkan { $task } ke { $state }
phrase-finished = { $who } menyelesaikan { $task }
phrase-finished-led = { $who } menyelesaikan { $task }, yang ditanggung { $led }
phrase-dropped = { $who } melepas { $task }
phrase-dropped-led = { $who } melepas { $task }, yang ditanggung { $led }
phrase-ranked = { $who } mengubah tempat { $task } dalam urutan ambil
phrase-parked = { $who } memarkir { $task }
phrase-unparked = { $who } mengaktifkan lagi { $task }
phrase-remarked = { $who } mengomentari { $task }

phrase-state-open = terbuka
phrase-state-doing = dikerjakan
phrase-state-review = ditinjau
phrase-state-done = selesai
phrase-state-dropped = dilepas

phrase-claimed = { $who } mengklaim { $task }
phrase-contested = { $who } mengklaim { $task } di samping penanggung jawab lain
phrase-took-over = { $who } mengambil alih { $task }
phrase-contested-with = { $who } mengklaim { $task } di samping { $leads }
phrase-took-over-from = { $who } mengambil alih { $task } dari { $leads }
phrase-helps = { $who } membantu { $task }
# A claim that had ended before the import.
phrase-had-led = { $who } pernah menanggung { $task }
# A claim that had ended before the import.
phrase-had-helped = { $who } pernah membantu { $task }
phrase-renewed = { $who } memperbarui klaim atas { $task }
phrase-gave-back = { $who } mengembalikan { $task }
phrase-handed-over = { $who } menyerahkan { $task }
phrase-gave-up = { $who } merelakan { $task } kepada penanggung jawab lain
phrase-ended-claim = { $who } mengakhiri klaim atas { $task }
# By leaving the team.
phrase-left-behind = { $who } meninggalkan { $task }
phrase-offered = { $who } menawarkan { $task } kepada { $to }
phrase-accepted = { $who } menerima { $task }
phrase-declined = { $who } menolak { $task }
phrase-withdrew-offer = { $who } menarik kembali tawaran { $task }
phrase-accepted-from = { $who } menerima { $task } dari { $from }
phrase-declined-from = { $who } menolak { $task } yang ditawarkan { $from }
phrase-withdrew-offer-to = { $who } menarik kembali tawaran { $task } kepada { $to }

phrase-blocked = { $who } menandai { $task } terhambat
phrase-waiting-on = { $sentence }, menunggu { $on }
phrase-asked = { $who } menanyakan hambatan { $task }
phrase-asked-whom = { $who } menanyai { $whom } tentang hambatan { $task }
phrase-promised = { $who } mencatat janji bantuan untuk { $task }, paling lambat { $date }
phrase-promised-by = { $who } mencatat janji { $whom } untuk membantu { $task }, paling lambat { $date }
phrase-promised-self = { $who } berjanji membantu { $task }, paling lambat { $date }
phrase-cleared = { $who } mengatasi hambatan { $task }
phrase-withdrew-blocker = { $who } menarik kembali hambatan { $task }

phrase-thanked = { $who } berterima kasih kepada { $whom }
phrase-thanked-about = { $who } berterima kasih kepada { $whom } tentang { $thing }
phrase-about = { $who }, tentang { $thing }

phrase-finding = { $rule ->
    [O1] dua penanggung jawab { $things }
    [O2] ranah yang sama pada { $things }
    [O3] kewajiban yang sama pada { $things }
    [O4] judul yang sama pada { $things }
    [O5] pembagian peran { $things }
    [O6] tautan yang sama pada { $things }
    [O7] saling digabungkannya { $things }
    [H1] judul yang hampir sama pada { $things }
    [H2] kewajiban yang hampir sama pada { $things }
    [D1] keberatan atas { $things }
    [G1] peran kosong { $things }
    [G2] penanggung jawab yang belum ada untuk { $things }
    [G3] tempat { $things } di antara peran dan tujuan
    [G4] tujuan { $things }, yang tidak bergerak
    [G8] pendamping { $things }
    [K1] pengajar { $things }
    [G6] peninjauan { $things }
    [G7] tujuan { $things }, yang belum menyebut berapa atau sampai kapan
    [G5] penanggung jawab yang tidak ada untuk { $things }
    [S1] klaim yang diam atas { $things }
    [S3] hambatan { $things } yang belum ditanyakan
    [S4] jawaban yang terlambat tentang { $things }
    [S5] hambatan { $things } yang sudah selesai
    [W1] penantian { $things } yang tidak bergerak
    [W2] lingkaran tunggu { $things }
    [L1] beban { $things }
   *[other] { $rule } pada { $things }
}
phrase-finding-of-all = { $rule ->
    [G2-hands] tangan yang bebas
   *[other] { $rule }
}

phrase-settled-fixed = { $who } menjawab { $finding }: beres
phrase-settled-fine = { $who } menjawab { $finding }: memang begitu
phrase-settled-tension = { $who } menjawab { $finding }: sebuah ketegangan

# Fields that were changed: "due Tue 24 Nov; no role; notes".
phrase-set = { $field } { $value }
phrase-emptied = tanpa { $field }
phrase-quoted = "{ $text }"
phrase-field-accountabilities = kewajiban
phrase-field-baseline = nilai awal
phrase-field-contact = catatan kontak
phrase-field-domains = ranah
phrase-field-due = tenggat
phrase-field-goal = tujuan
phrase-field-horizon = jangka
phrase-field-initials = inisial
phrase-field-learns = ingin belajar
phrase-field-limit = batas
phrase-field-links = tautan
phrase-field-measure = ukuran
phrase-field-name = nama
phrase-field-next = langkah berikut
phrase-field-notes = catatan
phrase-field-parent = bagian dari
phrase-field-purpose = maksud
phrase-field-review = peninjauan
phrase-field-role = peran
phrase-field-skills = keahlian
phrase-field-state = status
phrase-field-tags = label
phrase-field-target = sasaran
phrase-field-teaches = bisa mengajar
phrase-field-title = judul
phrase-field-unit = satuan
phrase-field-why = alasan
phrase-no-due = tanpa tenggat
phrase-no-parent = bukan bagian dari tujuan lain
phrase-no-review = tanpa tanggal peninjauan
phrase-horizon-long = panjang
phrase-horizon-short = pendek
phrase-role-draft = rancangan
phrase-role-active = aktif
phrase-role-retired = pensiun

phrase-brought-in-change = { $who } mengimpor perubahan pada { $thing }
phrase-brought-in-move = Impor { $who }: { $thing } menjadi { $state }
phrase-brought-in-remark = { $who } mengimpor komentar pada { $task }
phrase-brought-in-blocker = { $who } mengimpor hambatan pada { $task }

phrase-meeting-started = { $kind ->
    [retro] { $who } memulai retro
    [standup] { $who } memulai stand-up
   *[other] { $who } memulai pertemuan
}
phrase-meeting-joined = { $who } ikut dalam pertemuan
phrase-meeting-joined-of = { $who } mencatat { $whom } ikut dalam pertemuan
phrase-meeting-left = { $who } meninggalkan pertemuan
phrase-meeting-left-of = { $who } mencatat { $whom } tidak ikut dalam pertemuan
phrase-meeting-moved = { $who } melanjutkan pertemuan ke { $place }
phrase-meeting-answered = { $how ->
    [passed] { $moved }; { $asked } tidak menyampaikan apa-apa
    [absent] { $moved }; { $asked } tidak hadir
    [later] { $moved }; { $asked } menyusul
   *[other] { $moved }; { $asked } sudah bicara
}
phrase-meeting-timed = { $who } mengatur jam pertemuan
phrase-meeting-rests = { $who } menghentikan jam pertemuan sebentar
phrase-meeting-chaired = { $who } menjadi fasilitator pertemuan
phrase-meeting-parked = { $who } memarkir topik
phrase-meeting-taken-up = { $who } membahas topik yang diparkir
phrase-meeting-became = { $who } menjadikan { $thing } dari topik yang diparkir
phrase-meeting-next-taken = { $who } menjadi fasilitator pertemuan berikutnya yang sejenis
phrase-meeting-next-passed = { $who } tidak menjadi fasilitator pertemuan berikutnya yang sejenis
phrase-meeting-ended = { $who } mengakhiri pertemuan
phrase-meeting-joined-to = { $who } melanjutkan pertemuan ini dalam pertemuan lain
