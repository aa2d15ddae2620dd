# How the command line explains itself: headings of a help, what stands for a value, and what was misread.

usage-heading = Pemakaian:
usage-verbs = Perintah:
usage-verb = PERINTAH
usage-arguments = Argumen:
usage-options = Opsi:
usage-any-options = [OPSI]
usage-help = Tampilkan bantuan
usage-help-verb = Tampilkan bantuan ini, atau bantuan sebuah perintah
usage-help-of = Perintahnya
usage-version = Tampilkan versi
usage-values = [pilihan: { $values }]
usage-default = [bawaan: { $value }]
usage-env = [variabel: { $name }]

## What stands for a value.

usage-day = HARI
usage-decision = KEPUTUSAN
usage-kind = JENIS
usage-question = PERTANYAAN
usage-stance = SIKAP
usage-file = BERKAS
usage-format = FORMAT
usage-goal = TUJUAN
usage-group = KELOMPOK
usage-handle = SEBUTAN
usage-horizon = JANGKA
usage-how = CARA
usage-key = KUNCI
usage-lang = BAHASA
usage-member = ANGGOTA
usage-other = LAIN
usage-name = NAMA
usage-name-state = NAMA=STATUS
usage-name-member = NAMA=ANGGOTA
usage-name-field = NAMA=ISIAN
usage-note = PESAN
usage-number = ANGKA
usage-order = URUTAN
usage-path = BERKAS
usage-query = SARINGAN
usage-reason = ALASAN
usage-role = PERAN
usage-rule = ATURAN
usage-skill = KEAHLIAN
usage-state = STATUS
usage-step = LANGKAH
usage-tag = LABEL
usage-task = TUGAS
usage-team = TIM
usage-tension = KETEGANGAN
usage-text = TEKS
usage-title = JUDUL
usage-unit = SATUAN
usage-value = NILAI
usage-verdict = HASIL
usage-when = KAPAN
usage-into = KE
usage-what = APA
usage-what-is = SEKARANG
usage-why = ALASAN
usage-words = KATA

## What was misread.

usage-unknown = argumen '{ $arg }' tidak dikenal
usage-no-verb = perintah '{ $verb }' tidak dikenal
usage-needs-verb = '{ $verb }' perlu sebuah perintah lagi
usage-needs-value = '{ $arg }' perlu sebuah nilai
usage-bad-value = '{ $value }' bukan nilai untuk '{ $arg }'
usage-too-many = nilai '{ $value }' terlalu banyak untuk '{ $arg }'
usage-twice = argumen '{ $arg }' hanya boleh satu kali
usage-conflict = argumen '{ $arg }' tidak bisa bersama '{ $other }'

chapter-begin = Memulai:
chapter-work = Pekerjaan:
chapter-look = Melihat:
chapter-promises = Janji:
chapter-course = Jalannya pekerjaan:
chapter-say = Menyampaikan sesuatu:
chapter-stops = Yang menghambat:
chapter-team = Peran, tujuan, dan kesepakatan:
chapter-asks = Pertanyaan papan:
chapter-back = Yang telah terjadi, dan membatalkannya:
chapter-files = Berkas dan program ini:
usage-two-titles = dua tugas dibedakan dengan dua judul
