# The filter language: its keys, its values, and what is wrong with a query.

## What is wrong.

filter-nothing-negated = tidak ada apa-apa setelah "-"
filter-nothing-negated-hint = ketik yang ingin disisihkan, seperti -is:blocked
filter-no-value = { $key }: tidak punya nilai
filter-no-value-hint = ketik nilainya setelah titik dua, atau tulis "{ $key }:" dalam tanda kutip untuk mencari katanya
filter-too-much = lebih dari { $most } kata dan nilai dalam satu saringan
filter-too-much-hint = buang kata yang tidak banyak artinya
filter-open-quote = tanda kutipnya belum ditutup
filter-open-quote-hint = ketik " di akhirnya
filter-unknown-key = tidak ada kunci "{ $key }:"
filter-unknown-key-near = maksudnya { $near }:? dalam tanda kutip "{ $key }:" adalah kata
filter-unknown-key-hint = dalam tanda kutip "{ $key }:" adalah kata
filter-unknown-value = { $key }: tidak menerima "{ $value }"
filter-unknown-value-near = coba { $key }:{ $near }
filter-unknown-value-hint = yang diterima { $values }
filter-ambiguous = "{ $value }" bisa berarti beberapa
filter-not-compared = { $key }: tidak bisa dibandingkan
filter-not-compared-hint = seperti { $key }:{ $example }
filter-no-day = "{ $value }" bukan hari
filter-no-day-hint = seperti jumat, 1des, besok, pekan, "selasa depan", 2026-12-12
filter-no-age = "{ $value }" bukan lama waktu
filter-no-age-hint = seperti 3hari, 2minggu, 5jam, 1bulan
filter-backwards = itu berakhir sebelum dimulai
filter-backwards-hint = ketik yang lebih awal dahulu

filter-nothing-called = tidak ada yang bernama "{ $word }"
filter-near = yang ada "{ $near }"

filter-no-option = argumen "{ $option }" tidak dikenal
filter-no-option-hint = setara tasks --help

## Keys.

filter-key-lead = siapa penanggung jawabnya
filter-key-help = siapa yang membantu
filter-key-who = siapa yang menanggung atau membantu
filter-key-is = sifatnya
filter-key-state = statusnya
filter-key-goal = apa yang didukungnya
filter-key-role = pekerjaan peran yang mana
filter-key-due = sampai kapan
filter-key-tag = labelnya
filter-key-skill = keahlian yang diperlukan
filter-key-since = pindah ke situ sejak hari itu
filter-key-age = berapa lama sudah di situ
filter-key-has = apa yang tertulis padanya
filter-key-waits = siapa atau apa yang ditunggu

## Values.

filter-me = kamu sendiri
filter-nobody = belum ada
filter-none = tidak ada
filter-is-mine = kamu menanggung atau membantu
filter-is-free = belum ada yang menanggung
filter-is-blocked = ada yang menghambat
filter-is-overdue = harinya sudah lewat
filter-is-quiet = masa klaimnya habis
filter-is-parked = diparkir sampai suatu hari
filter-is-offered = serah terima menunggu jawaban
filter-is-twice = dua suntingan sama-sama berlaku
filter-is-finished = selesai atau dilepas
filter-state-open = belum ada yang memulai
filter-state-doing = sedang dikerjakan
filter-state-review = sedang diperiksa orang
filter-state-done = selesai
filter-state-dropped = dilepas
filter-has-notes = catatan
filter-has-links = tautan
filter-has-blocker = hambatan terbuka
filter-has-next = langkah berikut
filter-has-due = tenggat
filter-has-remarks = komentar
filter-today = hari ini
filter-week = Senin sampai Minggu pekan ini
filter-month = bulan ini

## Commands.

filter-cmd-query = Yang dicari: kata, dan kunci seperti lead:me -is:blocked due:<fri

## The line on the screen.

filter-keys = kunci
filter-take = lengkapi
filter-keep = pakai
filter-show-all = tampilkan semua
filter-show-keys = kunci
