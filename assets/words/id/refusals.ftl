# Why something is not done, and what can be typed instead. Lower case, no full stop; commands stay as they are.

refused-gone = { $thing } sudah tidak ada di papan
refused-gone-unknown = yang dimaksud sudah tidak ada di papan
refused-known = { $thing } sudah ada di papan
refused-known-unnamed = itu sudah ada di papan, atau pernah ada
refused-has-left = { $who } sudah keluar dari tim
refused-name-taken = sudah ada yang bernama { $who }
refused-already-here = { $who } sudah ada di tim
refused-empty-title = judulnya kosong
refused-empty-text = tidak ada kata di dalamnya
refused-empty-name = namanya kosong
refused-long-text = itu lebih dari { $most } huruf
refused-nothing-to-change = tidak ada yang akan berubah
refused-finished = { $task } sudah { $state }
refused-already-in = { $task } memang sudah { $state }
refused-taken = { $who } memimpin { $task } sampai { $date }
refused-taken-for-good = { $who } memimpin { $task }
refused-taken-quiet = { $who } memimpin { $task }, senyap sejak { $date }
refused-already-lead = kamu sudah memimpin { $task }
refused-already-helping = kamu sudah membantu { $task }
refused-not-yours = { $who } yang memimpin { $task }, bukan kamu
refused-not-quiet = { $who } memimpin { $task } sampai { $date }, jadi klaimnya tidak senyap
refused-not-quiet-for-good = { $who } memimpin { $task }, dan klaimnya tidak senyap
refused-nobody-leads = tidak ada yang memimpin { $task }
refused-offer-to-self = menawarkan kepada diri sendiri tidak mengubah apa-apa
refused-thanks-to-self = terima kasih itu untuk orang lain
refused-thanks-to-nobody = belum dikatakan kepada siapa
refused-already-offered = { $task } sudah ditawarkan kepada { $to }
refused-no-offer = tidak ada tawaran { $task } yang terbuka untuk { $who }
refused-offer-lapsed = tawaran { $task } dari { $who } sudah kedaluwarsa
refused-offer-over = yang menawarkan { $task } sudah tidak memimpinnya
refused-not-blocked = tidak ada yang menghambat { $task }
refused-blocker-over = itu tidak lagi menghambat { $task }
refused-which-blocker = { $task } punya { $count } hambatan: { $list }
refused-blocker = { $number } { $what }
refused-no-such-blocker = { $task } tidak punya hambatan { $number }, hanya { $count }
refused-waits-on-itself = { $task } tidak bisa menunggu dirinya sendiri
refused-in-the-past = { $date } sudah lewat
refused-no-such-day = hari ada dari tahun 1970 sampai 9999
refused-ends-before = hari terakhir mendahului hari pertama
refused-already-holds = kamu sudah memegang peran { $role }
refused-not-holding = kamu tidak memegang peran { $role }
refused-retired = peran { $role } sudah dipensiunkan
refused-not-a-number = tujuan diukur dengan angka biasa
refused-goal-over = tujuan itu memang sudah begitu
refused-goal-in-itself = tujuan tidak bisa menjadi bagian dari dirinya sendiri
refused-limit-too-low = batas di bawah 1 tidak menyisakan tempat untuk klaim
refused-nothing-to-undo = tidak ada tindakanmu yang bisa dibatalkan
refused-nothing-to-redo = tidak ada tindakanmu yang bisa diulang
refused-built-on = { $who } sudah melanjutkan dari situ

# Two ways out.
refused-or = { $one }, atau { $other }
# A long text has a better place.
refused-hint-file = sebut sebuah berkas saja: "lihat docs/kontrak.md"
refused-hint-title = beberapa kata: "Tanda tangani kontrak"
refused-hint-name = nama pendek: "Ayu"
refused-hint-words = katakan dalam beberapa kata: "menunggu bank"
refused-hint-later = hari sesudahnya: "jumat", "3 hari lagi" atau "12 des"
refused-hint-number = sebuah angka seperti "6,5"
# What people put into the examples.
refused-example-full-name = nama lengkapmu
refused-example-why = alasannya
refused-example-blocker = apa yang menghambatnya
refused-example-offer-again = tolong tawarkan lagi
