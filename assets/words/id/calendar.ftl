# When the team meets, and what announces it.

term-meets-name = { $kind ->
    [standup] waktu stand-up
    [retro] waktu retro
   *[other] waktu rapat
}
term-meets = { $kind ->
    [standup] kapan tim mengadakan stand-up: baris atas mengatakannya sebelumnya, dan tidak ada yang terjadi sendiri
    [retro] kapan tim mengadakan retro: baris atas mengatakannya sebelumnya, dan tidak ada yang terjadi sendiri
   *[other] kapan tim berkumpul: baris atas mengatakannya sebelumnya, dan tidak ada yang terjadi sendiri
}
term-meets-said = { $kind ->
    [standup] stand-up: { $when }
    [retro] retro: { $when }
   *[other] rapat: { $when }
}
term-meets-none = tanpa waktu tetap
meets-slot = { $days } { $time }, { $minutes } menit, { $zone }

refused-meets-day = pada hari apa saja?
refused-meets-time = pada pukul berapa?
refused-meets-zone = di zona waktu mana? mesin ini tidak mengatakan zonanya
refused-meets-minutes = lamanya 1 sampai { $most } menit
refused-meets-many = paling banyak { $most } kali seminggu
refused-meets-word = apa itu "{ $word }"? perlu hari, jam, menit, dan zona

set-ask-term-meets = misalnya mon-fri 9:15 15 min Asia/Jakarta; "default" mengembalikannya

meeting-soon = { $kind ->
    [standup] stand-up
    [retro] retro
   *[other] rapat
} { $minutes ->
    [0] sekarang: { $key }
   *[other] { $minutes } menit lagi: { $key }
}
meeting-soon-short = { $kind ->
    [standup] stand-up
    [retro] retro
   *[other] rapat
} { $minutes ->
    [0] kini: { $key }
   *[other] { $minutes } mnt: { $key }
}
plain-meeting-soon = { $kind ->
    [standup] Stand-up
    [retro] Retro
   *[other] Rapat
} { $minutes ->
    [0] sekarang.
   *[other] { $minutes } menit lagi.
}

set-bell-doc = Apakah terminal berbunyi sekali ketika waktu satu bagian rapat yang kamu ikuti habis.
chosen-bell-on = Terminal berbunyi ketika waktu satu bagian habis
chosen-bell-off = Terminal tidak berbunyi

cmd-meeting-list = daftar yang sudah lewat, yang terbaru lebih dulu
cmd-meeting-out = dengan --last: ke berkas, bukan ke keluaran standar
out-meeting-elsewhere = setara standup --last -o nama-lain.md
out-meeting-put = Hasilnya ada di { $file }
meeting-none-held = Belum pernah diadakan.
meeting-goes-on-still = berlangsung

phrase-moves-to = { $who } memajukan rapat dalam { $steps } langkah, ke { $place }
phrase-moves = { $who } memajukan rapat dalam { $steps } langkah
