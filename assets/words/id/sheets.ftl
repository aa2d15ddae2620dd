# Yang dikatakan halaman tugas, tujuan, peran dan anggota selain itu.

pages-more-letters = { $n } huruf lagi
pages-unfold = tampilkan semua
pages-fold = ringkas
pages-blockers-before = Hambatan sebelumnya
pages-change = ubah
