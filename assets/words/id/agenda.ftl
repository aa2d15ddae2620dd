agenda-title = Agenda
agenda-fact = { $waiting ->
    [0] { $all }
   *[other] { $all }, { $waiting } ditunggu
}
agenda-empty = Tidak ada yang perlu dibicarakan.
agenda-with = { $said } · bersama { $who }
agenda-handover = { $giver } menawarkan { $task } kepada { $taker } ({ $title })
agenda-blocked = { $task } terhambat: { $what } ({ $title })
agenda-blocked-on = { $task } menunggu { $on }: { $what } ({ $title })
agenda-review = { $thing } perlu ditinjau lagi pada { $day }
agenda-sort = { $sort ->
    [offer] tawaran
    [blocker] hambatan
    [review] tinjauan
    [decision] keputusan
    [tension] ketegangan
   *[other] temuan
}
head-topic = Topik
head-with = Bersama
act-agenda = agenda
act-agenda-doc = yang perlu dibicarakan, dengan siapa yang perlu hadir; yang ditunggu lebih dulu
cmd-agenda = Yang perlu dibicarakan, dengan siapa yang perlu hadir
