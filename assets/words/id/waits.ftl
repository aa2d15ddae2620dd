# Who waits on whom.

waits-nobody = belum ada
waits-title = Siapa menunggu siapa
waits-fact = { $roots } hal untuk diatasi
waits-fact-more = { $roots } yang tertua; { $more } lagi
waits-cause = { $who }: { $what }
waits-ended-by = { $state } oleh { $who }, { $day } · { $key } menghapus hambatan
waits-ended = { $state }, { $day } · { $key } menghapus hambatan
waits-circle = lingkaran: { $task } akhirnya menunggu dirinya sendiri
waits-again = { $title } (sudah di atas)
waits-frees = membebaskan { $all }
waits-frees-later = { $all } menunggunya
waits-frees-then = membebaskan { $once } langsung, { $all } seluruhnya

act-waits = siapa menunggu
act-waits-doc = siapa menunggu siapa, digambar, dan apa yang bebas bila satu hambatan teratasi
