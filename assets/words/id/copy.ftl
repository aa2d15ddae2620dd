# Papan klip dan tautan.

act-copy = salin sebutan
act-copy-doc = menaruh sebutan dari yang dipilih di papan klip
act-copy-link = salin tautan
act-copy-link-doc = menaruh tautannya di papan klip; kalau tak ada, sebutan dan judulnya
copy-done = Disalin: { $text }
copy-off = { $text } (tidak disalin: papan klip mati, { $key } menyalakannya)

set-clipboard-doc = Apakah y dan Y menyalin. Di tmux ini perlu "set -s set-clipboard on".
set-links-doc = Apakah tautan dalam catatan dan komentar bisa dibuka di terminal; auto melihat terminalnya.
