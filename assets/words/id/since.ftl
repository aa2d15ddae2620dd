# What touches oneself of what happened since one was here.

cmd-since = Tampilkan yang menyangkut kamu sejak terakhir kamu lihat
out-since = Sejak { $when }
out-since-nothing = Tidak ada yang menyangkut kamu sejak { $when }.
out-since-begins = Mulai sekarang ini menyebut yang menyangkut kamu.
out-since-unknown = Kapan { $name } terakhir melihat tidak diketahui di sini.
out-since-more = yang lebih lama dari itu tidak dilihat: setara log
since-also = { $sentence }, dan { $count } lagi serupa

## On the screen.

act-since = sejak kamu di sini
act-since-doc = yang menyangkut kamu dari yang dilakukan orang lain sejak terakhir kamu lihat
act-since-away = sisihkan
act-since-away-doc = sisihkan baris yang menyebut yang menyangkut kamu, sebagai sudah dilihat
since-title = Sejak kamu di sini
since-fact = sejak { $when }
since-not-yours = Ini hanya untuk pemilik komputer ini, dan sekarang orang lain yang bertindak di layar ini.
since-line = { $count ->
   *[other] { $count } hal menyangkut kamu
} sejak { $when }
since-line-more = { $count } hal dan mungkin lebih menyangkut kamu sejak { $when }
since-line-keys = { $show } menampilkan, { $away } menyisihkan
since-line-short = { $count } sejak { $when }: { $show }, { $away }
