# Filling forms: look-alikes, choices, an editor for long notes; the mouse and the clipboard.

## Keys of forms.

form-key-down = ↓
form-more = isian lain
form-to-alike = yang mirip
form-editor = editor
form-no-number = itu bukan angka; 20, 1,5 atau 68 % bisa
form-no-number-yet = belum berupa angka

## A new task.

form-new-task = Tugas baru
form-field-skills = Keahlian
form-field-links-hint = satu baris untuk tiap tautan
form-field-lead = Penanggung jawab
form-lead-nobody = belum ada
form-lead-me = saya

## Look-alikes.

form-alike-does = pakai yang ini
form-alike-led = { $who } menanggung
form-alike-free = belum ada yang menanggung
form-alike-mine = kamu menanggung
form-alike-helping = kamu membantu
form-alike-title = Sebagai gantinya: { $task } { $title }
form-alike-help = bantu tugas ini
form-alike-claim = tanggung tugas ini
form-alike-open = buka halamannya
form-alike-known = sudah ada di papan
form-alike-thing = Sebagai gantinya: { $name }

## The editor.

form-editor-same = tidak ada yang diubah di editor
form-editor-failed = editor { $editor } tidak berakhir dengan baik: { $why }; tidak ada yang diubah
form-editor-no-text = yang kembali dari editor bukan teks
form-editor-kept = disimpan di { $path }: { $why }
form-editor-wait = { $editor } tidak menunggu sampai kamu selesai: atur EDITOR="{ $waits }"

## Edits.

form-also = { $done }; { $also }
form-then = { $first }. { $second }
form-changed-meanwhile = { $field } sementara itu diubah orang lain; kirim lagi untuk menulis punyamu
form-twice = { $who } menulis: { $value }
form-field-state = Status

## What one says of oneself.

form-me = Dirimu
form-field-contact = Kontak
form-field-contact-hint = bagaimana kamu suka dihubungi
form-field-teaches = Bisa mengajar
form-field-learns = Ingin belajar
form-field-limit = Batas sendiri
form-no-limit = batasnya bilangan bulat, misalnya 3
form-field-away = Pergi dari
form-field-away-hint = kosong: kamu ada
form-field-until = Pergi sampai
form-field-until-hint = hari terakhir pergi; kosong: belum tahu

form-thanks = Berterima kasih
form-thanks-give = sampaikan
form-field-whom = Kepada
form-field-thanks = Untuk apa
form-field-about = Tentang
form-field-about-hint = sebutan atau nama, atau kosong

quick-due = tenggat { $day }
quick-skill = keahlian { $skill }
quick-goal = tujuan { $goal }
quick-role = peran { $role }
quick-me = kamu menanggungnya
quick-unknown = tetap di judul: { $words }
quick-as-text = semuanya menjadi judul
quick-key-text = sebagai teks
quick-key-read = sebagai kata
form-another = tambah dan lanjut
form-new-task-of = Tugas baru untuk { $name }
