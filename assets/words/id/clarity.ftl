# The table of the roles' clarity.

clarity-title = Seberapa jelas perannya
clarity-fact = { $clear } dari { $all } jelas
clarity-fact-many = { $all } peran
clarity-role = peran
clarity-purpose = maksud
clarity-duties = kewajiban
clarity-domains = ranah
clarity-holders = pemegang
clarity-focus = fokus
clarity-term = masa
clarity-review = tinjau
clarity-missing = kosong
clarity-missing-heading = belum ada
clarity-clear = jelas
clarity-none = tidak ada
clarity-detail = { $role }, { $column }: { $value }.   { $key } menulisnya
clarity-passed = { $day }, sudah lewat
clarity-ask-purpose = Untuk apa { $role } ada?
clarity-ask-purpose-hint = supaya …: kenapa tim membutuhkannya, dalam satu kalimat
clarity-ask-review = Kapan tim meninjau { $role } lagi?
clarity-ask-focus = Kamu memegang { $role }: bagian mana?
clarity-ask-focus-hint = kosongkan untuk semuanya
clarity-ask-term = Sampai kapan kamu memegang { $role }?

act-clarity = kejelasan
act-clarity-doc = seberapa jelas tiap peran, sebagai tabel tempat menulis yang belum ada
