# The board's file: what was done to it from outside, its keys, and what can be done about it.

board-not-a-lock = { $path } adalah tautan atau pipa di tempat kunci berkas papan, jadi tidak ada yang disentuh di sini
board-not-a-lock-hint = rm "{ $path }", kalau kamu percaya folder ini
board-moved = papan dipindah, dihapus, atau diganti selagi terbuka, jadi tidak ada yang ditulis: { $path }
board-moved-hint = keluar lalu buka lagi; cadangan dipulihkan dengan setara restore FILE
board-elsewhere = papan dipindah atau diganti tepat saat ini, jadi yang kamu lakukan tidak ada di papan yang sekarang di { $path }
board-elsewhere-hint = buka lagi, lihat, lalu ulangi
board-copied-over = cadangan disalin menimpa { $path } padahal log papan lama masih ada di sebelahnya
board-copied-over-hint = setara --board "{ $path }" restore FILE, dengan FILE cadangannya; "{ $path }" sendiri juga bisa
board-no-home = tidak ada folder home untuk menyimpan kuncimu, dan tanpa itu tidak ada yang bisa ditulis atas namamu
board-no-home-hint = HOME=/path/ke/home setara …
board-not-written = papan tidak menerima yang ditulis ({ $table }), jadi tidak ada yang dilakukan
board-not-written-hint = setara doctor
board-foreign = papan memuat "{ $name }", yang bukan milik Setara dan bisa menghalangi penulisan
board-foreign-hint = setara doctor --repair
board-damaged-subject = satu catatan dari { $handle } rusak, jadi riwayatnya tidak bisa dilanjutkan
board-damaged-subject-hint = setara doctor --repair

# What the doctor says.
doctor-own = kamu menulis sebagai replika { $replica }; kuncinya ada di home-mu
doctor-no-key = kamu tidak punya kunci untuk berkas ini: perubahanmu berikutnya ditulis sebagai replika baru
doctor-copy = berkas ini tidak memuat yang terakhir kamu tulis, jadi ini salinan atau cadangan lama: perubahanmu berikutnya ditulis sebagai replika baru
doctor-sealed-as-found = tidak ada yang menjamin { $count } catatan pertama: catatan itu sudah ada sebelum papan disegel
doctor-line-damaged = catatan { $row } rusak: hash-nya tidak cocok, atau tidak bisa dibaca
doctor-line-forged = catatan { $row } palsu: rantai replikanya tidak melewatinya
doctor-line-unsealed = catatan { $row } tidak bersegel: tidak ada yang menjamin bahwa replikanya yang menulis
doctor-columns = catatan { $row } disimpan dengan keterangan yang tidak sesuai barisnya
doctor-missing = catatan { $first } sampai { $last } dari replika { $replica } hilang
doctor-unvouched = karena satu di atasnya hilang, tidak ada yang menjamin catatan replika { $replica } sampai { $last }
doctor-seal = replika { $replica } tidak punya segel yang sah, jadi tidak ada yang menjamin catatannya
doctor-replica = keterangan tentang replika { $replica } tidak sesuai segelnya
doctor-clock = jam papan tertinggal dari catatannya
doctor-tables = tabel ini tidak sesuai jurnal: { $tables }
doctor-schema = ini tidak seperti buatan Setara: { $names }
doctor-aside = { $count } catatan disisihkan karena tidak sah
doctor-left-unreadable = { $count } baris dari tempat lain disisihkan karena bukan catatan
doctor-left-nested = { $count } baris dari tempat lain disisihkan karena bersarang terlalu dalam
doctor-left-foreign = { $count } baris dari tempat lain disisihkan karena milik papan lain
doctor-left-clock = { $count } baris dari tempat lain disisihkan karena jamnya terlalu jauh di depan
doctor-left-chain = { $count } baris dari tempat lain disisihkan karena tidak cocok dengan rantai replikanya
doctor-left-seal = { $count } baris dari tempat lain disisihkan karena segelnya tidak sah
doctor-more = dan { $count } lagi
doctor-quick-well = Tidak ada yang salah dengan halaman berkas, catatan terbaru, dan segelnya.
doctor-put-aside = { $count } catatan disisihkan karena tidak sah.
doctor-unsealed = ada replika tanpa segel yang sah, jadi tidak ada yang dibuat ulang
doctor-unsealed-hint = setara doctor --repair
doctor-unwell = { $file } tidak seperti yang ditulis
doctor-unwell-hint = setara doctor --repair, yang menyimpan berkas ini apa adanya di sebelah yang baru
doctor-cut-back = { $file } kehilangan yang terakhir kamu tulis
doctor-cut-back-hint = setara restore FILE, kalau ada cadangan yang lebih baru; yang kamu lakukan berikutnya berlanjut dari sini
doctor-kept = Papan disimpan seperti semula di { $file }.
doctor-repaired = { $records } catatan ada di tempatnya, { $mended } di antaranya atau segelnya diperbaiki.
doctor-left = tidak semua isi { $file } bisa dipulihkan
doctor-looking-pages = halaman
doctor-looking-lines = catatan
doctor-looking-tables = tabel

# Bringing a backup in.
restore-done = { $file } dipulihkan dengan { $records } catatan; perubahanmu berikutnya ditulis sebagai replika baru.
restore-kept = Papan yang tadinya ada disimpan di { $file }.
cmd-restore = Taruh cadangan di tempat papan
cmd-restore-file = Berkas cadangan
cmd-doctor-quick = Hanya periksa halaman berkas, catatan terbaru, dan segel
cmd-doctor-repair = Buat papan baru dari yang sah, dan simpan berkas lama di sebelahnya

# Said once something of the kind is met.
board-sealed-now = papan ini mulai sekarang disegel, apa adanya: yang mengubahnya di luar Setara terlihat oleh setara doctor
board-unread = { $count } catatan jurnal tidak bisa dibaca dan dilewati
board-unread-hint = setara doctor
