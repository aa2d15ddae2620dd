# The screens that are opened over the panes.

act-me = aku
act-me-doc = halamanmu sendiri: yang kamu pimpin, bantu, dan pegang
act-next-beside = samping
act-next-beside-doc = di halaman, ke yang di samping atau di bawah
act-beside-before = samping, balik
act-beside-before-doc = di halaman, kembali ke yang sebelumnya
