# Mouse, dan ukuran panel.

act-wider = lebarkan
act-wider-doc = melebarkan panel; menyeret tepinya juga bisa
act-narrower = sempitkan
act-narrower-doc = menyempitkan panel
act-higher = tinggikan
act-higher-doc = meninggikan panel
act-lower = rendahkan
act-lower-doc = merendahkan panel
act-sizes = ukuran semula
act-sizes-doc = mengembalikan semua panel ke ukurannya sendiri
set-group-doc = Pengelompokan tugas, seperti yang terakhir dipilih.
set-order-doc = Urutannya di dalam kelompok: urutan ambil, tenggat terdekat, atau yang paling lama diam.
set-columns-doc = Apakah tugas berdampingan dalam kolom bila panelnya sendiri di layar, sesuai pilihan terakhir.
set-panes-doc = Ukuran panel, setelah tepinya digeser; auto menurut kebutuhan papan.
mouse-panes-kept = Ukuran panel ini disimpan; { $key } mengembalikannya
mouse-panes-reset = Panel kembali ke ukurannya sendiri
