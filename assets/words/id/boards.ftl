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
