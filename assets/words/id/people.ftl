# Daftar semua anggota.

act-people = anggota
act-people-doc = seluruh tim menurut nama: yang dipegang, ditanggung dan ditunggu tiap orang, dan siapa yang pergi
people-title = Anggota
people-fact = { $n } anggota
people-who = siapa
people-holds = memegang
people-leads = menanggung
people-notes = tunggu, tawar, usai
people-left = keluar dari tim
people-away = sedang pergi
people-away-until = pergi sampai { $date }
people-away-from = pergi mulai { $date }
people-leads-one = menanggung { $handle }
people-leads-more = menanggung { $handle }, +{ $n }
people-helps = membantu { $n }
people-helps-only = hanya membantu, { $n }
people-holds-these = memegang { $roles }
people-detail = { $who }: { $does }
people-nothing = belum menanggung apa-apa
people-in-hand = { $count } dari { $limit } dikerjakan
people-more = dan { $n } lagi
people-offer = { $handle }? dari { $giver }
