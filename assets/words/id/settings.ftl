# The settings: their file, their command, their screen.

set-language-doc = Bahasa semua teks; auto mengikuti sistem.
set-theme-doc = Warnanya; auto melihat latar terminal.
set-marks-doc = Tanda di layar; auto melihat locale.
set-mouse-doc = Apakah mouse dipakai: klik, klik ganda, roda, tepi yang diseret. Di kebanyakan terminal Shift-seret tetap memilih teks.

# The first lines of the file.
set-file = Setelan Setara. Hapus tanda # dan ubah nilainya; setara settings menampilkan yang berlaku.
set-file-keys = Tombol lain untuk tindakan, menurut namanya: lihat setara settings keys. Daftar kosong menghapus tombolnya.
set-file-filters = Saringan tersimpan menurut namanya: lihat * di layar.

set-no-toml = ini tidak bisa dibaca: { $said }
set-unknown = tidak ada setelan "{ $name }"
set-not-taken = { $name } tidak menerima { $value }
set-takes = salah satu dari: { $values }
set-near = mungkin { $name }
set-no-keys = tombol { $action } bukan daftar
set-keys-hint = seperti "{ $action }" = ["c", "F2"]
set-no-table = { $name } bukan tabel
set-no-table-hint = seperti [{ $name }], dengan isinya di bawahnya
set-no-filter = saringan { $name } bukan teks
set-no-filter-hint = seperti week = "lead:me due:week"
set-no-action = tidak ada tindakan "{ $name }"
set-no-action-hint = setara settings keys
set-no-key = "{ $name }" bukan tombol
set-no-key-hint = seperti c, C, Ctrl-R, Alt-x, F5, Space, Enter, Shift-Tab, PgDn, Up
set-clash = { $key } adalah tombol { $action }, jadi { $wants } tetap dengan tombolnya
set-taken = { $key } sudah menjadi tombol "{ $label }" ({ $action })
set-more = dan { $count } lagi: setara settings
set-reserved = { $key } selalu berarti sama, jadi { $wants } tetap dengan tombolnya
set-no-theme = tidak ada tema "{ $name }"
set-at = { $file }:{ $line }: { $message }
set-in = { $file }: { $message }

act-settings = setelan
act-settings-doc = bahasa, tema, dan tombol setiap tindakan

theme-unread = tema { $theme } tidak bisa dibaca: { $why }
theme-no-role = tema { $theme } tidak punya gaya untuk { $role }
theme-no-style = tema { $theme } tidak punya gaya "{ $text }" untuk { $role }
theme-no-style-hint = seperti "231 on 25 bold", "#ffaf00" atau "dim"

set-title = Setelan
set-heading-you = Milikmu
set-heading-you-note = di mesin ini
set-heading-keys = Tombolmu
set-default = bawaan
set-no-keys-yet = tidak ada
set-keys-own = { $action } memakai tombol bawaannya lagi
set-keys-taken = { $action } tidak punya tombol lagi
set-ask-keys = Tombol apa untuk { $action }?
set-ask-keys-hint = menurut namanya, dipisah spasi: c Ctrl-R F5. Bawaannya: { $own }

cmd-settings = Tampilkan atau ubah setelanmu
cmd-settings-name = Sebuah setelan, seperti theme, atau tindakan, seperti task.claim; "keys" mendaftar tombol semua tindakan, "edit" membuka berkasnya
cmd-settings-value = Nilai barunya, atau tombolnya ("none" menghapusnya); "default" mengembalikannya

set-in-order = setelan sudah benar
set-no-editor = editor "{ $editor }" tidak berakhir dengan baik; Setara tidak mengubah apa pun
set-no-editor-hint = EDITOR=nano setara settings edit
