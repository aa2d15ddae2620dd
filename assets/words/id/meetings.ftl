# Stand-up dan yang berkaitan dengannya.

meeting-step-of = { $step ->
    [goals] tujuan
    [since] kejadian sejak yang lalu
    [walk] tinjauan papan
    [pull] yang belum ditanggung
    [round] putaran
    [park] parkir
    [reach] jangkauan tujuan
   *[other] langkah lain
}
meeting-place = { $step }: { $thing }
