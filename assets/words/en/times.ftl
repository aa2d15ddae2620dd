# Times as people say them. Ages are short: they stand in columns.

# $weekday (Number) - 1 for Monday to 7 for Sunday
times-weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}

# $month (Number) - 1 to 12
times-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}

# $weekday (String) - as times-weekday says it
# $day (Number) - the day of the month
# $month (String) - as times-month says it
times-date = { $weekday } { $day } { $month }

# A day of another year than the one that is spoken in.
# $date (String) - as times-date says it
# $year (Number) - with all its digits
times-date-year = { $date } { $year }

# $date (String) - as times-date says it
# $clock (String) - hours and minutes, 09:31
times-moment = { $date } { $clock }

# Before the part of a number that is less than one.
times-decimal = .

times-today = today
times-tomorrow = tomorrow
times-yesterday = yesterday

# Less than a minute old.
times-now = now
# $count (Number) - how many minutes, 1 to 59
times-minutes = { $count } min
# $count (Number) - how many hours, 1 to 23
times-hours = { $count } h
# $count (Number) - how many days
times-days = { $count } d
# $count (Number) - how many weeks
times-weeks = { $count } w
# $count (Number) - how many months
times-months = { $count } mo
# $count (Number) - how many years
times-years = { $count } y
