# Siapa mendampingi siapa.

phrase-buddy-offered = { $who } menawarkan diri menjadi pendamping { $whom }
phrase-buddy-offered-days = { $who } menawarkan diri menjadi pendamping { $whom } selama { $days } hari
phrase-buddy-accepted = { $who } menerima { $buddy } sebagai pendamping
phrase-buddy-declined = { $who } tidak menerima { $buddy } sebagai pendamping
phrase-buddy-withdrawn = { $who } menarik kembali tawaran menjadi pendamping { $whom }
phrase-pairing-ended = pasangan { $buddy } dan { $whom } berakhir
phrase-pairing-goes-on = pasangan { $buddy } dan { $whom } berlanjut

refused-buddy-oneself = pendamping itu orang lain, bukan diri sendiri
refused-buddy-offered = kamu sudah menawarkan diri menjadi pendamping { $with }: tinggal menunggu jawabannya
refused-buddy-offers = { $with } sudah menawarkan diri menjadi pendampingmu
refused-buddy-paired = kamu dan { $with } sudah berpasangan
refused-buddy-theirs = kamu sendiri yang menawarkan: jawabannya terserah { $with }
refused-buddy-no-offer = tidak ada tawaran { $with } yang menunggu jawabanmu
refused-buddy-not-paired = kamu dan { $with } tidak berpasangan

cmd-buddy = Tawarkan diri menjadi pendamping, jawab tawaran seperti itu, atau akhiri; tanpa nama: siapa mendampingi siapa
cmd-buddy-whom = Pasangannya
cmd-buddy-yes = Terima sebagai pendampingmu
cmd-buddy-no = Tidak menerima tawarannya
cmd-buddy-end = Akhiri, atau tarik tawaranmu; tidak disebutkan siapa yang melakukannya
cmd-buddy-until = Tawarkan sampai suatu hari
cmd-buddy-days = Tawarkan selama sekian hari setelah diterima; kalau tidak, { $days }
out-hint-buddy = baru mulai kalau diterima, dengan mengetik: setara buddy { $name } --yes
out-no-pairings = Belum ada yang mendampingi siapa pun: setara buddy NAMA

pairing-stands = { $buddy } mendampingi { $whom } sampai { $date }
pairing-offered = { $buddy } menawarkan diri mendampingi { $whom }
out-label-buddy = pendamping

page-buddy-asks = { $said } · { $yes } menerima · { $no } tidak
act-buddy = tawarkan jadi pendamping
act-buddy-doc = tawarkan diri menjadi pendamping anggota baru, yang menerima atau tidak
act-buddy-accept = terima pendamping
act-buddy-accept-doc = setuju dengan yang menawarkan diri menjadi pendampingmu
act-buddy-end = akhiri pasangan
act-buddy-end-doc = tolak sebagai pendamping, tarik kembali tawaranmu, atau akhiri; tidak disebutkan siapa yang melakukannya

out-label-could-learn = bisa serap
out-label-could-teach = bisa bagi
skill-from = { $skill } dari { $names }
skill-to = { $skill } kepada { $names }
buddy-answer = ya: setara buddy { $name } --yes   tidak: setara buddy { $name } --no
