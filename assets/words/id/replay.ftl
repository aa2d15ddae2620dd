# Melihat papan seperti keadaannya dulu.

replay-no-change = masa lalu tidak dapat diubah
replay-no-change-hint = kembalilah ke sekarang dulu: Esc di layar, tanpa --at pada perintah
replay-beginning = tidak ada kejadian sebelum ini: di sinilah papan dimulai
