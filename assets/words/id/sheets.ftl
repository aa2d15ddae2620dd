# Yang dikatakan halaman tugas, tujuan, peran dan anggota selain itu.

pages-more-letters = { $n } huruf lagi
pages-unfold = tampilkan semua
pages-fold = ringkas
pages-blockers-before = Hambatan sebelumnya
pages-change = ubah
pages-doings = Belakangan ini
pages-thanks = Terima kasih
pages-lacks = { $what }: { $how }
pages-write = tulis
pages-mend-role = { $open } pada baris menuliskannya, { $table } menampilkan semua peran
