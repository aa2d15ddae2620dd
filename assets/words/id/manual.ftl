# The manual: `setara help`. What it says stands in `assets/docs/id`, here are its topics and the heads of its tables.

cmd-help = Jelaskan sebuah perintah, atau sebuah topik panduan
cmd-help-of = Perintah atau topik; tanpa itu, daftar keduanya
usage-topic = TOPIK
chapter-topics = Panduan:
topic-words = kata-kata papan, satu untuk tiap gagasan
topic-keys = semua tombol di layar
topic-filters = cara menyaring tugas dan jurnal
topic-findings = apa yang ditanyakan papan, dan cara menjawabnya
topic-may = cara "boleh langsung kukerjakan?" dijawab
topic-meetings = langkah stand-up dan retro, dan apa yang tersembunyi
topic-stage = apa yang dilihat seisi ruangan, dan apa yang tidak pernah
topic-decisions = memutuskan bersama: enam jenis, keberatan, yang terjadi terpisah
topic-tensions = apa yang bisa lain, dan menjadi apa
topic-agreements = apa yang disepakati, siapa yang terikat, bagaimana berubah
topic-figures = apa yang dihitung laporan selama berminggu-minggu
topic-files = letak papan, cadangan, kunci, perbaikan
topic-importing = papan alat lain mana yang bisa masuk, dan caranya
topic-sharing = beberapa orang di satu papan
topic-privacy = siapa bisa membaca apa
manual-unknown = tidak ada perintah atau topik "{ $word }"; topiknya { $topics }
manual-kind = jenis
manual-asks = yang ditanyakan papan
manual-figure = angka
manual-counts = menghitung
manual-takes = butuh

## The pages for `man`.

cmd-man = Cetak halaman untuk man, atau tulis semuanya
cmd-man-of = Perintahnya; tanpa itu, halaman seluruh program
cmd-man-out = Tulis halaman tiap perintah ke folder ini
out-man-pages = { $count } halaman ada di { $folder }
man-name = nama
man-synopsis = ringkasan
man-description = keterangan
man-options = opsi
man-commands = perintah
man-extra = lainnya
man-version = versi
