# Reading boards of other tools, and writing boards.

## Why a file could not be read, and what to do about it.

import-error-empty = berkas ini tidak berisi apa pun untuk diimpor
import-error-utf8 = berkas ini bukan teks UTF-8: byte { $at } tidak cocok dengan huruf apa pun
import-error-json = berkas ini bukan JSON: baris { $line }, kolom { $column } tidak terbaca
import-error-truncated = berkas ini terputus di tengah, pada baris { $line }, kolom { $column }
import-error-not-a-board = di dalam berkas ini tidak ditemukan papan yang dikenal setara
import-error-unpacking = berkas ini dimampatkan, dan tidak dapat dibuka sampai akhir
import-error-too-large = isi berkas ini lebih dari satu gigabita setelah dibuka; tidak ada papan sebesar itu
import-error-database = berkas ini basis data, bukan hasil ekspor
import-error-zip = berkas ini ZIP, yang berisi berkas-berkas lain
import-error-packed = berkas ini dimampatkan dengan program selain gzip
import-error-pdf = berkas ini PDF, dibuat untuk dicetak
import-error-html = berkas ini halaman web, bukan hasil ekspor
import-error-records = berkas ini berisi catatan sebuah papan setara, yang hanya diterima papan itu
import-error-nothing = { $count ->
    [0] tidak ada yang dapat dibawa masuk: berkas ini { $source } tanpa tugas
   *[other] tidak ada yang dapat dibawa masuk: dari { $source }, { $count } hal di dalamnya tidak dapat dibaca
}
import-error-pull-requests = tidak ada yang dapat dibawa masuk: semua { $count } isu di dalam berkas adalah pull request
import-error-newer = berkas ini ditulis setara yang lebih baru: versinya { $found }, yang ini membaca sampai { $known }
import-error-list = tidak ada daftar yang cocok dengan "{ $name }"
import-error-state = tidak ada status "{ $state }"
import-error-column = tidak ada kolom "{ $name }"
import-error-field = tidak ada isian "{ $field }"
import-error-no-title = tidak ada kolom yang menyebut nama tugasnya
import-hint-utf8 = simpan sebagai UTF-8; di PowerShell: … | Out-File -Encoding utf8 board.json
import-hint-export-again = ekspor sekali lagi, dan pastikan hasilnya utuh
import-hint-formats = yang dibaca: papan Trello, WeKan, dan Planka sebagai JSON, gh issue list --json dan gh project item-list --format json, task export, CSV dengan baris nama, kotak Markdown, papan Obsidian, todo.txt, dan setara export: setara help importing
import-hint-newer = perbarui setara, lalu impor lagi
import-hint-records = di papan itu: setara import BERKAS
import-hint-database = jika itu papan setara: setara --board BERKAS
import-hint-zip = buka dahulu, lalu impor berkas papan di dalamnya; lembar sebar disimpan dahulu sebagai CSV
import-hint-packed = buka dahulu, atau mampatkan dengan gzip
import-hint-pull-requests = agar masuk sebagai tugas: --pull-requests
import-hint-no-lists = berkas ini tidak punya daftar: tinggalkan --list
import-hint-lists = daftarnya: { $lists }
import-hint-states = tulis --list "Review=review"; statusnya: { $states }
import-hint-no-columns = berkas ini tidak punya kolom: tanpa --column
import-hint-columns = kolomnya: { $columns }
import-hint-fields = tulis --column "Assignee=lead"; isiannya: { $fields }; { $nothing } berarti kolom itu tidak dibawa
import-hint-title = sebutkan dengan --column "NAMA=title"; kolomnya: { $columns }

## Texts that enter the board.

import-untitled = (tanpa judul)
import-reason-archived = diarsipkan
import-reason-not-planned = tidak direncanakan
import-reason-duplicate = duplikat
import-reason-deleted = dihapus
import-cleared-closed = tugas yang lain sudah selesai
import-cleared-finished = tugas ini sudah selesai
import-tag-pull-request = pull request
import-blocked-list = ada di daftar "{ $list }", yang tidak menyebut harus bertanya kepada siapa
import-depends = { $task } bergantung pada { $other }
import-unknown-task = tugas yang tidak ada di berkas ({ $id })

## The summary: what came in.

import-source-trello = papan Trello
import-source-wekan = papan WeKan
import-source-planka = papan Planka
import-source-github-project = proyek GitHub
import-source-obsidian = papan Obsidian
import-source-markdown = daftar Markdown
import-source-table = tabel
import-source-todotxt = daftar todo.txt
import-source-github = issue GitHub
import-source-taskwarrior = Taskwarrior
import-source-setara = papan Setara
import-heading = Dari { $source }:
import-heading-named = Dari { $source }, { $name }:
import-heading-lists = Daftar menjadi status:
import-heading-columns = Kolom menjadi isian:
import-heading-notes = Perlu diketahui:
import-heading-left-out = Tidak ikut:
import-members = { $count } anggota
import-roles = { $count } peran
import-decisions = { $count } keputusan, sebagai teks: kata siapa pun tidak ikut
import-meetings = { $count } pertemuan, sebagai teks
import-tensions = { $count } ketegangan
import-goals = { $count } tujuan
import-tasks = { $count } tugas: { $states }
import-in-state = { $count } { $state }
import-leads = { $count } klaim sebagai penanggung jawab
import-leads-by-order = { $count } klaim sebagai penanggung jawab: anggota pertama pada tugas menanggung
import-helpers = { $count } klaim sebagai pembantu
import-ended = { $count } klaim yang sudah berakhir, disimpan dalam riwayat
import-dues = { $count } tenggat; harinya yang dihitung, jamnya tidak ikut
import-parked = { $count } tugas diparkir sampai suatu hari
import-links = { $count } tautan
import-remarks = { $count } komentar
import-blockers = { $count } hambatan, { $cleared } teratasi
import-blockers-outside = { $count } di antaranya menunggu yang tidak ada di berkas
import-list = { $name } → { $state } ({ $cards })
import-column = { $name } → { $field }
import-list-archived = { $name } → { $state } ({ $cards }), diarsipkan
import-lists-idle = { $count } daftar arsip tidak berisi kartu
import-hint-list = status lain: --list "{ $name }=review"; * dalam nama berarti teks apa pun
import-hint-column = isian lain: --column "{ $name }=tags"; "{ $name }=-" berarti tidak dibawa
import-hint-list-again = status lain: setara undo, lalu yang sama dengan --list "{ $name }=review"

## The summary: what came in otherwise than it was.

import-examples = { $sentence } ({ $examples })
import-note-check-items = { $count } butir daftar periksa kini menjadi kotak dalam catatan
import-note-card-links = { $count } tautan menuju kartu lain di papan ini
import-note-uploads = { $count } berkas lampiran tetap di Trello; hanya tautannya yang masuk
import-note-archived-done = { $count } kartu arsip dihitung selesai, menurut daftar atau tandanya
import-note-archived-dropped = { $count } kartu arsip dihitung dilepas, karena daftarnya bukan untuk pekerjaan yang selesai
import-note-archived-list = { $count } kartu berada di daftar arsip, dan dihitung diarsipkan
import-note-complete = { $count } kartu bertanda selesai, jadi dihitung selesai di daftar mana pun
import-note-no-list = { $count } kartu menyebut daftar yang tidak ada di berkas, dan dihitung terbuka
import-note-strangers = { $count } anggota ada pada kartu tetapi sudah tidak di papan
import-note-idle = { $count } anggota tidak ada pada kartu mana pun
import-note-projects = { $count } proyek menjadi label, bukan tujuan
import-note-recurring = { $count } tugas berulang masuk satu kali, dan tidak berulang lagi
import-note-milestones = { $count } milestone sudah ditutup, dan dihitung tercapai
import-note-untitled = { $count } tugas tanpa judul, kini berjudul "{ $title }"
import-note-titled = { $count } tugas tidak berjudul, dan kini disebut menurut baris pertama teksnya
import-note-list-tags = nama { $count } daftar kini menjadi label tugasnya, karena beberapa daftar menjadi satu status
import-note-blocked-lists = { $count } tugas ada di daftar untuk yang terhambat, dan kini punya hambatan yang tidak menyebut harus bertanya kepada siapa
import-note-day-first = { $count } tanggal dibaca sebagai hari lalu bulan, karena berkas ini tidak menyebut urutannya
import-note-encoding = berkas ini tidak menyebut pengodeannya: dibaca sebagai ini
import-note-halves = { $count } paruh karakter kini menjadi tanda �
import-note-one-page = tepat { $count } entri: bila ada lebih, ekspor dengan gh issue list --limit 1000, atau gh api --paginate
import-note-pull-requests = { $count } pull request masuk sebagai tugas, berlabel "{ $tag }"

## The summary: what was left out, and why.

import-lost-pull-requests = { $count } pull request; untuk mengimpornya juga: --pull-requests
import-lost-pull-request-dependencies = { $count } ketergantungan dari atau pada pull request yang tidak ikut
import-lost-lines = { $count } baris teks yang bukan tugas
import-lost-cells = { $count } sel di luar kolom terakhir yang bernama
import-lost-own-dependencies = { $count } tugas yang menunggu dirinya sendiri
import-lost-met-dependencies = { $count } ketergantungan yang sudah terpenuhi, pada waktu yang tidak disebut berkas
import-lost-duplicates = { $count } hal yang ada dua kali di berkas
import-lost-unreadable = { $count } hal yang isinya tidak terbaca, menurut tempatnya di berkas
import-lost-claims = { $count } klaim, seperti diminta
import-lost-templates = { $count } kartu yang menjadi pola untuk kartu lain
import-lost-patterns = { $count } pola tugas berulang, yang kejadiannya sudah masuk
import-lost-comments = { $count } komentar yang dihitung berkas tetapi tidak dimuatnya
import-lost-labels = { $count } label yang tidak ada pada kartu mana pun
import-lost-comments-on-nothing = { $count } komentar pada kartu yang tidak masuk
import-lost-checklists = { $count } daftar periksa dari kartu yang tidak masuk
import-lost-check-item-details = { $count } butir daftar periksa kehilangan anggota atau tenggatnya sendiri
import-lost-dates = { $count } tanggal yang tidak terbaca
import-lost-addresses = { $count } alamat surel pribadi
import-lost-history = { $count } entri riwayat; waktu pemindahan terakhir disimpan
import-field = { $name } ({ $count })
import-lost-fields = isian yang tidak punya tempat di sini: { $fields }
import-lost-odd = kolom yang isinya bukan seperti seharusnya: { $fields }

## A board as Markdown.

export-board = Papan
export-goals = Tujuan
export-open = Terbuka
export-doing = Dikerjakan
export-review = Ditinjau
export-done = Selesai
export-dropped = Dilepas
export-other = Tugas lain
export-roles = Peran
export-due = tenggat { $day }
export-parked = diparkir sampai { $day }
export-leads = penanggung jawab { $names }
export-helpers = dibantu { $names }
export-unclaimed = belum ada
export-for-goal = untuk { $goal }
export-blocked = terhambat: { $blocker }
export-vacant = lowong
export-domain = ranah: { $domain }

import-field-parked = diparkir sampai
import-field-lead = penanggung jawab

ical-due = Tenggat: { $title }
ical-goal-due = Tenggat tujuan: { $title }
ical-review = Tinjauan: { $title }
ical-term = Masa tugas { $who } berakhir: { $role }
ical-leads = Penanggung jawab: { $names }
ical-nobody = Belum ada penanggung jawab.
