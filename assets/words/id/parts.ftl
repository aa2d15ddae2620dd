# What overlays, full-screen pages and the welcome say.

## Keys, as their caps say, and what they do.

ask-key-esc = Esc
ask-key-enter = Enter
ask-key-tab = Tab
ask-key-ctrl-s = Ctrl-S
ask-keys-up-down = ↑↓
ask-leave = tutup
ask-ok = oke
ask-pick = pilih
ask-choose = pilih
ask-move = pindah
ask-scroll = gulir
ask-next = isian berikut
ask-yes = ya
ask-no = tidak

## Lines, lists and forms.

# Before what is typed to filter a list.
ask-filter-mark = /
ask-of = { $found } dari { $all }
ask-no-match = tidak ada yang cocok
# What an empty choice shows.
ask-none = tidak ada
ask-too-long = terlalu panjang: paling banyak { $most } huruf di sini
ask-needed = { $field } tidak boleh kosong
ask-no-day = itu bukan hari; contohnya "selasa", "12 des", "2 minggu lagi" atau "2026-12-12"
ask-no-day-yet = belum dikenali
ask-throw-away = Buang yang sudah diketik?
ask-throw-away-yes = buang
ask-throw-away-no = lanjut mengetik
ask-read = { $percent } %

## The pages of a task, a role, a goal and a member. What stands in a list has its age in a column before it.

page-claims = Klaim
page-handovers = Serah terima
page-blockers = Hambatan
page-remarks = Komentar
page-findings = Yang ditanyakan papan
page-history = Riwayat
page-notes = Catatan
page-tasks = Tugas
page-holders = Pemegang
page-readings = Hasil ukur
page-serves = Tujuan yang mendukungnya
page-roles = Peran
page-domains = Ranah
page-accountabilities = Kewajiban

page-label-handle = sebutan
page-label-parked = diparkir
page-label-waiting = ditunggu oleh
page-label-source = asal
page-label-now = sekarang
page-label-smart = SMART
page-label-joined = bergabung
page-label-left = keluar
page-label-away = tidak di tempat
page-label-load = bebanmu
page-label-share = hanya untukmu
page-label-waits = tawaran untukmu

page-state-since = { $state } sejak { $date } ({ $age })
page-state-because = { $state }, karena { $reason }
page-blocked = terhambat
page-until = sampai { $date }
page-overdue = { $date }, sudah lewat
page-twice-value = { $value } ({ $who })
page-twice = ditulis dua kali
page-empty-value = kosong

page-claim-leads = { $who } menanggung, berlaku sampai { $date }
page-claim-helps = { $who } membantu, berlaku sampai { $date }
page-claim-quiet-lead = { $who } menanggung, senyap: masa klaim habis { $date }, langkah terakhir { $step }
page-claim-quiet-help = { $who } membantu, senyap: masa klaim habis { $date }, langkah terakhir { $step }
page-claim-led = { $who } menanggung sampai { $date }: { $how }
page-claim-helped = { $who } membantu sampai { $date }: { $how }
page-claim-contest = di samping penanggung jawab lain, karena { $reason }
page-end-given-back = dikembalikan
page-end-handed-over = diserahkan
page-end-taken-over = diambil alih
page-end-done = tugasnya selesai
page-end-left = keluar dari tim

page-offer = { $from } menawarkannya kepada { $to }
page-offer-open = belum dijawab
page-offer-lapsed = kedaluwarsa tanpa jawaban
page-offer-accepted = diterima
page-offer-declined = ditolak
page-offer-withdrawn = ditarik kembali

page-blocker-raised = dilaporkan oleh { $who }
page-blocker-on = menunggu { $on }
page-blocker-asked = ditanyakan { $date }
page-blocker-not-asked = belum ditanyakan
page-blocker-promised = dijanjikan untuk { $date }
page-blocker-cleared = teratasi { $date }
page-blocker-cleared-how = teratasi { $date }: { $how }
page-blocker-withdrawn = ditarik kembali { $date }

page-remark = { $who }: { $text }
page-more = dan { $count } lagi
page-settled = dijawab { $verdict }: { $reason }
page-settled-fixed = beres
page-settled-fine = memang begitu
page-settled-tension = sebuah ketegangan

page-vacant = lowong ({ $age })
page-holds = { $who }
page-holds-focus = { $who }, untuk { $focus }
page-term = sampai { $date }
page-shared-unclear = dipegang bersama tanpa fokus masing-masing

page-goal-proposed = diusulkan
page-goal-active = aktif
page-goal-met = tercapai
page-goal-missed = tidak tercapai
page-goal-dropped = dilepas
page-horizon-long = panjang
page-horizon-short = pendek
page-with-unit = { $value } { $unit }
page-percent = { $percent } %
# The letters of SMART, each with what it asks for.
page-smart-s = tanpa ukuran
page-smart-m = tanpa sasaran
page-smart-a = belum ada tugas terbuka yang ditanggung
page-smart-r = tanpa alasan, dan bukan bagian dari tujuan lain
page-smart-t = tanpa tenggat
page-target = sasaran

page-away = dari { $from } sampai { $until }
page-away-open = mulai { $from }
page-load = { $in-hand } di tangan, batasmu { $limit }
page-share-leads = kamu menanggung { $mine } dari { $all } tugas yang ada penanggung jawabnya
page-share-meetings = kamu memandu { $mine } dari { $all } pertemuan terakhir
page-share-decisions = kamu mengusulkan { $mine } dari { $all } keputusan terakhir yang disepakati
out-only-you = hanya untukmu: { $said }
page-you = kamu
page-task-line = { $handle }  { $title }

## The first screen, where there is no board yet.

welcome-what = Papan untuk tim tanpa atasan: siapa menanggung apa, apa yang belum ditanggung siapa pun, siapa menunggu siapa, dan apakah tujuan masih bergerak.
welcome-start = Mulai papan timmu
welcome-start-detail = dua pertanyaan, lalu jadi milikmu
welcome-file = Papan yang kamu mulai akan berada di { $file }
welcome-demo = Lihat-lihat tim contoh
welcome-demo-detail = papan sebuah koperasi di tengah pekan; tidak ada yang disimpan
welcome-import = Impor papan dari alat lain
welcome-import-detail = Trello, GitHub issues, Taskwarrior atau papan Setara lain
welcome-title-start = Papan timmu
welcome-title-same = Orang yang sama
welcome-same = Apakah kamu { $name } yang ada di berkas itu?
welcome-same-yes = itu saya
welcome-same-no = orang lain
welcome-title-import = Papan dari alat lain
welcome-bringing = memasukkan { $tasks } dari { $all } tugas
welcome-ask-file-hint = misalnya ~/Downloads/board.json
welcome-ask-team = Tim
welcome-ask-team-hint = misalnya Warung Kode
welcome-ask-name = Namamu
welcome-ask-name-hint = panggilanmu di tim
welcome-does-start = mulai
welcome-does-read = baca
welcome-does-bring = impor
welcome-does-choose = pilih
# What is left to be shown of an import.
welcome-summary = Yang masuk
