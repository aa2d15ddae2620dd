# How the list of tasks is put together.

group-key-group = dalam kelompok apa
group-key-order = dalam urutan apa
group-by-state = menurut sampai di mana
group-by-goal = menurut tujuannya
group-by-role = menurut perannya
group-by-lead = menurut siapa yang memimpin
group-by-nothing = semua jadi satu
group-order-pull = urutan orang menariknya
group-order-due = yang tenggatnya lebih dulu
group-order-age = yang paling lama di situ
group-not-negated = { $key }: tidak bisa disisihkan
group-not-negated-hint = sebut bagaimana sebaliknya, seperti { $key }:{ $key ->
    [order] due
   *[other] goal
}

## Headings.

group-heading = { $name } { $count }
group-no-goal = tanpa tujuan
group-no-role = tanpa peran
group-nobody = belum dipegang
group-finished = selesai
group-all = semuanya
group-folded = { $count } tugas, dilipat
# The same, where nobody has counted.
group-folded-some = dilipat

## Keys.

group-act = kelompok
group-act-doc = kumpulkan tugas menurut keadaan, tujuan, peran, atau penanggung jawab, dan urutkan
group-fold = lipat
group-fold-doc = jadikan kelompok ini satu baris, atau banyak lagi
group-title = Bagaimana tugas dikumpulkan
group-is-so = seperti sekarang
group-unfold-all = buka semua lipatan

## Commands.

group-cmd-group = Kelompokkan menurut keadaan, tujuan, peran, atau penanggung jawab
group-cmd-order = Urutkan menurut urutan tarik, tenggat, atau umur
