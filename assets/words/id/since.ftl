# What touches oneself of what happened since one was here.

cmd-since = Tampilkan yang menyangkut kamu sejak terakhir kamu lihat
out-since = Sejak { $when }
out-since-nothing = Tidak ada yang menyangkut kamu sejak { $when }.
out-since-begins = Mulai sekarang ini menyebut yang menyangkut kamu.
out-since-unknown = Kapan { $name } terakhir melihat tidak diketahui di sini.
out-since-more = yang lebih lama dari itu tidak dilihat: setara log
since-also = { $sentence }, dan { $count } lagi serupa
