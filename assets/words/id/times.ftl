# Times as people say them. Ages are short: they stand in columns.

times-weekday = { $weekday ->
    [1] Sen
    [2] Sel
    [3] Rab
    [4] Kam
    [5] Jum
    [6] Sab
   *[7] Min
}

times-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] Mei
    [6] Jun
    [7] Jul
    [8] Agu
    [9] Sep
    [10] Okt
    [11] Nov
   *[12] Des
}

times-date = { $weekday } { $day } { $month }

# A day of another year than the one that is spoken in.
times-date-year = { $date } { $year }

times-moment = { $date } { $clock }

# Before the part of a number that is less than one.
times-decimal = ,

times-today = hari ini
times-tomorrow = besok
times-yesterday = kemarin

# Less than a minute old.
times-now = barusan
times-minutes = { $count } mnt
times-hours = { $count } jam
times-days = { $count } hr
times-weeks = { $count } mgg
times-months = { $count } bln
times-years = { $count } thn
