# Yang dikatakan tentang tiap jenis subjek. Jenis dikenali dari katanya di rekaman.

# Apa sesuatu di papan itu.
kind = { $kind ->
    [board] papan
    [member] anggota
    [role] peran
    [goal] tujuan
    [task] tugas
    [tension] ketegangan
    [decision] keputusan
    [agreement] kesepakatan
    [meeting] pertemuan
    [thanks] terima kasih
    [pairing] pasangan
    [finding] temuan
   *[other] sesuatu
}

# Tidak ada yang bernama begitu dari jenis itu; dari beberapa jenis di baris terakhir.
none-called = { $kind ->
    [member] tidak ada yang bernama "{ $word }" di sini
    [role] tidak ada peran yang cocok dengan "{ $word }"
    [goal] tidak ada tujuan yang cocok dengan "{ $word }"
    [task] tidak ada tugas yang cocok dengan "{ $word }"
    [tension] tidak ada ketegangan yang cocok dengan "{ $word }"
    [decision] tidak ada keputusan yang cocok dengan "{ $word }"
    [agreement] tidak ada kesepakatan yang cocok dengan "{ $word }"
   *[other] tidak ada yang bernama "{ $word }"
}
none-called-hint = { $kind ->
    [member] setara who
    [role] setara roles, atau setara role add "{ $word }"
    [goal] setara goals, atau setara goal add "{ $word }"
    [tension] setara tensions
    [decision] setara decisions
    [agreement] setara agreements, atau setara agree "{ $word }" --text "yang kita sepakati"
   *[other] setara search "{ $word }"
}
