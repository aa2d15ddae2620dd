# The team's own terms: what they mean, what a sentence says of them, and how they are listed.

# What each means, and what it says with a value. They stand in one line beside their names.
term-lease-name = klaim berlaku
term-lease = berapa lama klaim berlaku sampai pemegangnya berbuat sesuatu pada tugasnya
term-lease-said = klaim berlaku { $days } hari kerja
term-vacant-name = peran boleh kosong
term-vacant = berapa lama peran baru boleh mencari pemegangnya
term-vacant-said = peran baru punya { $days } hari untuk mencari pemegang
term-away-name = pemegang boleh pergi
term-away = berapa lama semua pemegang sebuah peran boleh pergi
term-away-said = para pemegang peran boleh pergi { $days } hari
term-due-name = penanggung, tenggat
term-due = berapa lama sebelum tenggatnya tugas mesti punya penanggung jawab
term-due-said = tugas mesti punya penanggung jawab { $days } hari kerja sebelum tenggat
term-adrift-name = tugas boleh lepas
term-adrift = berapa lama tugas baru boleh tanpa peran dan tanpa tujuan
term-adrift-said = tugas baru punya { $days } hari untuk menemukan peran atau tujuannya
term-still-name = tujuan boleh diam
term-still = berapa lama tujuan boleh diam
term-still-said = tujuan boleh diam { $days } hari
term-still-long-name = tujuan panjang diam
term-still-long = berapa lama tujuan jangka panjang boleh diam
term-still-long-said = tujuan jangka panjang boleh diam { $days } hari
term-asked-name = penghalang ditanyakan
term-asked = berapa lama hambatan boleh ada sebelum seseorang ditanya
term-asked-said = tentang hambatan, seseorang ditanya dalam { $days } hari kerja
term-answered-name = jawaban boleh lama
term-answered = berapa lama jawaban tentang hambatan boleh ditunggu
term-answered-said = pertanyaan tentang hambatan dijawab dalam { $days } hari kerja
term-week-name = hari kerja
term-week = hari-hari kerja tim; hari lain tidak dihitung
term-week-said = tim bekerja { $week }
term-state-name = sebutan { $state }
term-state = sebutan tim untuk status { $state }
term-state-said = { $state } disebut "{ $name }"

phrase-agreed = { $who } menetapkan: { $what }
phrase-agreed-was = { $said } (tadinya { $was })

refused-term-stands = { $term } memang sudah begitu
refused-term-range = { $term } menerima angka dari { $least } sampai { $most }
refused-no-working-day = itu tidak menyebut satu pun hari kerja
refused-state-name = nama status satu baris pendek, paling lebar { $most } kolom
refused-state-name-taken = status { $state } sudah disebut "{ $name }"
refused-example-state = di dapur

error-no-term = tidak ada yang bernama "{ $word }" untuk disepakati
error-no-term-hint = setara terms

error-no-state = tidak ada status bernama "{ $word }": yang ada { $states }
error-no-state-hint = setara terms
term-state-meant = { $word }: { $meaning }

cmd-terms = Perlihatkan atau tetapkan kesepakatan tim: lama klaim, hari kerja, ambang, sebutan status, kapan berkumpul
cmd-terms-name = Yang diperlihatkan atau ditetapkan: lease, week, sebuah aturan (S3), status (doing), atau standup
cmd-terms-value = Nilai barunya; "default" mengembalikannya
out-terms-default = bawaan { $value }
out-terms-days = { $count } hari
out-terms-working-days = { $count } hari kerja

## On the settings screen.

set-heading-team = Untuk seluruh tim
set-heading-team-note = di papan { $team }; jurnal menceritakan tiap perubahannya
set-ask-term = Untuk semua di { $team }: { $term }
set-ask-term-days = dalam hari, { $least } sampai { $most }; "default" mengembalikannya ke { $default }
set-ask-term-working-days = dalam hari kerja, { $least } sampai { $most }; "default" mengembalikannya ke { $default }
set-ask-term-week = misalnya mon-thu atau "mon wed fri"; "default" mengembalikannya ke { $default }
set-ask-term-state = nama yang pendek; "default" mengembalikannya ke { $default }
