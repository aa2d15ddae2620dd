# Filters under names.

saved-mine = milikku
saved-free = belum ditanggung
saved-blocked = terhambat
saved-week = tenggat pekan ini
saved-quiet = senyap
saved-finished = selesai
saved-none = tidak ada saringan bernama "{ $name }"
saved-none-hint = setara tasks --saved "{ $first }", atau salah satu dari { $names }
saved-taken = "{ $name }" selalu ada, dan tetap begitu
saved-taken-hint = nama lain
saved-no-name = namanya kosong
saved-too-many = tidak ada tempat untuk lebih dari { $most } saringan
saved-too-many-hint = setara settings edit, lalu buang yang tidak perlu
saved-done = Disimpan sebagai "{ $name }"
saved-forgotten = Saringan "{ $name }" dilupakan

## The screen.

saved-act = saringan tersimpan
saved-act-doc = pilih saringan tersimpan, simpan yang ini, atau lupakan satu
saved-title = Tampilkan hanya
saved-save = simpan "{ $query }" dengan nama
saved-name = Dengan nama apa?
saved-save-it = simpan
saved-forget = lupakan satu
saved-forget-title = Lupakan yang mana?

## Commands.

saved-cmd = Mulai dengan saringan tersimpan: milikmu, atau milikku, terhambat, "tenggat pekan ini" …
saved-stale = Saringan "{ $name }" tidak bisa ditampilkan: { $why }
