phrase-the-tension = ketegangan { $tension }
phrase-sensed = { $who } merasakan { $tension }
phrase-sensed-about = { $who } merasakan, tentang { $thing }, { $tension }
phrase-tension-taken-up = { $who } mulai menangani { $tension }
phrase-tension-became-task = { $who } menjadikan { $tension } tugas { $task }
phrase-tension-settled = { $who } menyatakan { $tension } sudah beres
phrase-tension-let-go = { $who } merelakan { $tension }
phrase-settled-as = { $who } menjadikan { $finding } { $tension }

tension-phase = { $phase ->
    [sensed] terbuka
    [taken_up] ditangani
    [in_hand] dikerjakan
    [asked] sudah beres?
    [settled] beres
    [let_go] direlakan
   *[other] { $phase }
}

refused-tension-about-member = ketegangan tentang seseorang adalah urusan antarorang, bukan untuk papan
refused-no-could-be = belum disebut apa yang bisa terjadi
refused-tension-over = { $tension } sudah selesai
refused-tension-taken-up = kamu sudah menangani { $tension }
refused-not-your-tension = { $who } yang merasakan { $tension }, dan ia yang menyatakan kapan selesai
refused-example-is = yang sekarang
refused-example-could = yang bisa terjadi

cmd-tension = Katakan apa yang bisa lain, dan apa jadinya
cmd-tension-is = Yang terjadi sekarang; "-" membacanya dari masukan standar
cmd-tension-could = Yang bisa terjadi
cmd-tension-about = Tugas, tujuan, atau peran yang dibicarakan
cmd-tension-serves = Untuk siapa atau untuk apa
cmd-tension-take-up = Tangani sebuah ketegangan
cmd-tension-became = Jadikan ketegangan sebuah tugas: yang baru, atau yang sudah ada
cmd-tension-title = Judul tugas baru; jika kosong, yang bisa terjadi
cmd-tension-task = Tugas yang sudah ada
cmd-tension-settled = Katakan bahwa kamu tidak merasakannya lagi
cmd-tension-let-go = Katakan mengapa tidak perlu ada yang dilakukan
cmd-tension-show = Tampilkan halaman sebuah ketegangan
cmd-tension-which = Sebutan ketegangan
cmd-tensions = Tampilkan ketegangan dan sampai di mana
cmd-tensions-over = Juga yang sudah selesai
out-no-tensions = Tidak ada yang merasakan ketegangan: setara tension "yang sekarang" --could "yang bisa terjadi"
out-hint-tension = berikutnya: setara tension became { $handle }, atau setara tension take-up { $handle }
head-tension = Ketegangan
head-could-be = Yang bisa terjadi
head-stands = Status
head-by = Oleh

tension-title = Ketegangan
tension-fact = { $asked ->
    [0] { $open } terbuka
   *[other] { $open } terbuka, { $asked } mungkin sudah beres
}
tension-empty = Saat ini tidak ada yang merasakan ketegangan. { $key } mengatakan apa yang bisa lain.
tension-detail = { $is } · bisa jadi: { $could }
tension-label-is = sekarang
tension-label-could = bisa jadi
tension-label-serves = untuk
tension-label-about = tentang
tension-label-by = dirasakan
tension-label-stands = status
tension-label-looked-after = ditangani
tension-label-became = menjadi
tension-label-from = berasal
tension-label-ended = selesai
tension-by = { $who }, { $date }
tension-ended = { $phase }, { $who }, { $date }
tension-ended-why = { $ended }: { $why }
tension-became-task = { $task } ({ $state })
tension-came-from = ketegangan { $tension }, dirasakan { $who }
tension-mend = { $key } menjadikannya tugas, { $close } menyatakannya beres
tension-became-heading = Jadinya
tension-line = { $tension } ({ $phase })

agenda-tension-open = { $tension }, dirasakan { $who }, menunggu seseorang: { $is }
agenda-tension-asked = { $tension }: semua jadinya sudah selesai. { $who }, sudah beres? ({ $is })

act-sense = ketegangan
act-sense-doc = katakan apa yang bisa lain, tentang yang dipilih atau apa saja; di Tumpang tindih dan celah: jadikan pertanyaannya ketegangan
act-tensions = ketegangan
act-tensions-doc = ketegangan yang dirasakan, dan sampai di mana
act-tension-take-up = tangani
act-tension-take-up-doc = tangani ketegangan ini
act-tension-became = jadikan tugas
act-tension-became-doc = jadikan ketegangan ini tugas, dengan yang bisa terjadi sebagai judulnya
act-tension-settled = beres
act-tension-settled-doc = kamu tidak merasakan ketegangan ini lagi
act-tension-let-go = relakan
act-tension-let-go-doc = tidak perlu ada yang dilakukan tentang ketegangan ini, dengan alasannya
form-tension = Ketegangan
form-tension-sense = rasakan
form-tension-became = Jadikan tugas
form-field-is = Yang terjadi sekarang
form-field-could = Yang bisa terjadi
form-field-serves = Untuk siapa atau apa
form-field-serves-hint = sebuah peran, toko-toko, kita semua; boleh kosong
form-field-tension-about-hint = tugas, tujuan, atau peran, dengan sebutan atau nama; boleh kosong
scr-ask-tension-settled = Bagaimana bisa beres?
scr-ask-tension-settled-hint = boleh kosong
scr-ask-tension-let-go = Mengapa tidak perlu ada yang dilakukan?
out-settled-became = ketegangan { $tension }
