# Petunjuk pertama: satu hal yang bisa dilakukan di sini, sampai pernah dilakukan sekali.

set-hints-doc = Apakah baris status menyebut yang bisa dilakukan, sampai pernah dilakukan sekali.

first-claim = { $key } menanggung yang belum ditanggung siapa pun
first-settle = { $key } menjawab pertanyaannya: beres, memang begitu, atau ketegangan
first-clear = { $key } mengatakan bahwa hambatannya sudah tidak ada
first-read = { $key } mencatat nilai ukuran hari ini
first-open = { $key } membuka halaman yang terpilih
first-back = { $key } kembali
first-on = { $key } memajukan tugasmu: sedang dikerjakan
first-done = { $key } mengatakan bahwa tugasmu selesai; u membatalkannya
first-block = { $key } menyebut apa yang menghambat tugasmu, dan siapa yang ditunggu
first-pane = { $key } ke panel berikut
first-filter = { $key } menyaring daftar sambil kamu mengetik
first-palette = { $key } menemukan tindakan mana pun dengan beberapa huruf

## Papan yang baru dimulai.

begin-board = Ini papan { $team }. Belum ada yang menulis tugas.
begin-file = Letaknya di { $file }
begin-task = tambah tugas: pekerjaan, dan siapa yang menanggungnya
begin-role = tambah peran: siapa mengurus apa lebih lama dari satu tugas
begin-goal = tambah tujuan: ke mana tim ini menuju, dengan ukurannya
begin-learn = "belajar sambil mencoba": lima menit di tim contoh
begin-help = semua tombol yang berguna di sini
