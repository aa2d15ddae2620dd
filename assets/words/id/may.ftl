may-take-part-until = Ikut memutuskan yang terbuka, diusulkan { $who }; ditutup { $day }
may-take-part = Ikut memutuskan yang terbuka, diusulkan { $who }
may-take-part-own = Ini terbuka, dan kamu yang mengusulkan: tanyakan yang masih kurang
may-propose-change = Usulkan dulu: sudah diputuskan { $age } lalu
may-way-ask-open = bertanya tentang yang terbuka
may-way-propose-change = mengusulkan keputusan lain sebagai penggantinya
may-way-say = katakan pendapatmu, atau concern, objection dan alasannya
may-go = Lakukan saja
may-go-own = Lakukan saja: ini bagianmu
may-go-free = Lakukan saja: belum ada yang menanggungnya
may-go-dropped = Lakukan saja, setelah tahu mengapa dulu dilepas
may-go-harmless = Lakukan saja: tidak ada yang berubah karenanya
may-go-tell = Lakukan saja, dan beri tahu { $who }
may-ask = Tanya dulu { $who }
may-propose = Usulkan dulu: { $role } lowong
may-away = { $name } (tidak di tempat)
may-nobody = belum ada
may-label = { $what ->
    [task] tugas
    [domain] ranah
    [accountability] kewajiban
    [role] peran
    [agreement] disepakati
    [done] selesai
    [dropped] dilepas
    [open] terbuka
    [decided] diputuskan
    [near] dekat
   *[knows] tahu
}
may-way-ask = tulis pertanyaannya kepada { $who }
may-way-propose = usulkan kepada semua
may-way-take = pegang { $role }
may-way-claim = belum ada yang menanggung: klaim
may-way-settle = dua peran menyebut hal yang sama: putuskan milik siapa
may-way-add = catat, dan tanggung sendiri
may-remark = Apakah kamu setuju kalau aku melakukan ini: { $question }?
may-block = Apakah kamu setuju?
may-asked-already = itu sudah ditanyakan, di { $task }
may-nobody-to-ask = tidak ada yang perlu ditanya
may-nothing = itu tidak menyebut apa pun yang bisa dilakukan
may-nothing-hint = setara may "ubah daftar harga"
may-asks = Bolehkah aku … { $question }?
may-no-reason = { $answer }. Papan tidak mencatat apa pun tentang ini.
may-prompt = Bolehkah aku …
may-prompt-does = tanya
may-prompt-hint = yang ingin kamu lakukan, misalnya: ubah daftar harga
act-may = bolehkah aku?
act-may-doc = tanya papan apakah sesuatu boleh langsung kamu lakukan: siapa yang ditanya, apa yang dekat, siapa yang tahu
act-may-write = tulis kepada mereka
act-may-write-doc = tulis pertanyaannya kepada yang perlu ditanya
cmd-may = Apakah sesuatu boleh langsung kamu lakukan: siapa yang ditanya, apa yang dekat, siapa yang tahu
cmd-may-question = Yang ingin kamu lakukan, misalnya "ubah daftar harga"
cmd-may-ask = Tulis pertanyaannya kepada yang perlu ditanya
may-propose-agreed = Usulkan dulu: { $title } diputuskan dengan { $way }
may-propose-if-so-much = Usulkan dulu, jika memang sebanyak itu: { $title } diputuskan dengan { $way }
may-if-so-much = { $way }, jika memang sebanyak itu
may-way-read = baca apa yang disepakati
