# The screens that are opened over the panes.

act-me = aku
act-me-doc = halamanmu sendiri: yang kamu tanggung, bantu, dan pegang
act-next-beside = samping
act-next-beside-doc = di halaman, ke yang di samping atau di bawah
act-beside-before = samping, balik
act-beside-before-doc = di halaman, kembali ke yang sebelumnya

pages-lead = penanggung jawab
pages-lead-until = { $who }, berlaku sampai { $date }
pages-lead-quiet = { $who }, senyap: langkah terakhir { $step } lalu
pages-helped-by = dibantu oleh
pages-led-by = penanggung jawabnya
pages-ended-by = diakhiri oleh
pages-offered-label = ditawarkan
page-merged-into = digabungkan ke { $other }
page-label-took-in = menampung
page-way-offer = { $who } menawarkan untuk { $way }; menunggu { $to }
page-way-answer = ya: { $typed }   tidak: sama dengan --no
pages-offered = { $who } menawarkannya padamu: { $accept } menerima, { $decline } menolak
pages-mend-nobody = belum ada: { $key } mengklaimnya

pages-nobody = belum ada
pages-many-more = dan masih banyak lagi
pages-tasks-led = { $state }, ada penanggung jawab
pages-tasks-free = Belum ada penanggung jawab
pages-in-the-way = Yang menghalangi

pages-smart = SMART, { $lit } dari 5
pages-smart-led = ada yang menanggung pekerjaannya
pages-smart-why = alasannya tertulis
pages-smart-part = bagian dari tujuan lain
pages-target-from = { $target }, dari { $from }
pages-mend-form = { $key } menuliskannya ({ $field })
pages-mend-work = { $key } pada salah satu tugasnya mengklaimnya
pages-mend = { $key }: { $does }

pages-clarity = Kejelasan
pages-is-clear = jelas: { $what }

pages-leads = Menanggung
pages-helps = Membantu
pages-waits-for = Menunggu
pages-awaited = Yang lain menunggu jawaban

# the ways out of a finding
way-out-title = Jalan keluar
way-out-latest = Yang terakhir terjadi
way-out-enters = lakukan
way-out-yes = Setuju dengan { $who }: { $way }
way-out-no = Tolak tawaran { $who }
way-out-bring-back = Kembalikan { $task }: { $title }
way-out-merge = Gabungkan { $thing } ke { $other }
way-out-merge-help = Gabungkan { $thing } ke { $other }; { $who } membantu di sana
way-out-leads = { $count ->
   *[other] { $lead } tetap penanggung jawab, { $others } membantu
}
way-out-split = Bedakan: judul baru untuk keduanya …
way-out-ask-title = "{ $title }" akan disebut apa?
way-out-keeps = Hanya { $stays } memegang { $lines }: { $role } melepaskannya
