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
page-merge-offer = { $who } menawarkan untuk menggabungkan { $thing } ke { $other }; menunggu { $to }
page-merge-answer = ya: setara merge { $thing } { $other }   tidak: sama dengan --no
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
