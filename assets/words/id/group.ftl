# How the list of tasks is put together.

group-key-group = dalam kelompok apa
group-key-order = dalam urutan apa
group-by-state = menurut statusnya
group-by-goal = menurut tujuannya
group-by-role = menurut perannya
group-by-lead = menurut siapa yang menanggung
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
group-nobody = belum ditanggung
group-finished = selesai
group-all = semuanya
group-folded = { $count } tugas, dilipat
# The same, where nobody has counted.
group-folded-some = dilipat

## Keys.

group-act = kelompok
group-act-doc = kumpulkan tugas menurut status, tujuan, peran, atau penanggung jawab, dan urutkan
group-fold = lipat, buka
group-fold-doc = jadikan kelompok ini satu baris, atau banyak lagi
group-fold-all = lipat, buka semua
group-fold-all-doc = jadikan setiap kelompok satu baris, atau semuanya banyak lagi
columns-act = kolom
columns-act-list = daftar
columns-act-doc = tugas saja, berdampingan dalam kolom, atau dalam satu daftar
group-title = Bagaimana tugas dikumpulkan
group-is-so = seperti sekarang
group-pick-state = kelompokkan menurut status
group-pick-goal = kelompokkan menurut tujuan
group-pick-role = kelompokkan menurut peran
group-pick-lead = kelompokkan menurut penanggung jawab
group-pick-nothing = semua dalam satu daftar
group-pick-pull = urutkan menurut urutan ambil
group-pick-due = urutkan menurut tenggat
group-pick-age = urutkan menurut umur

## The title of the list, where it stands otherwise than by itself.

group-title-by = { $title } { $how }
group-title-goal = per tujuan
group-title-role = per peran
group-title-lead = per penanggung jawab
group-title-nothing = jadi satu
group-title-due = menurut tenggat
group-title-age = menurut umur
group-unfold-all = buka semua lipatan

## Commands.

group-cmd-group = Kelompokkan menurut status, tujuan, peran, atau penanggung jawab
group-cmd-order = Urutkan menurut urutan ambil, tenggat, atau umur
