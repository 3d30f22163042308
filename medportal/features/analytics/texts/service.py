"""Sentences of the use cases of analytics."""

from medportal.kernel.text import Text

ONLY_DOCTORS = Text(
    ru="Аналитика практики доступна врачам.",
    en="Practice analytics are for doctors.",
)
NO_IMPORT = Text(ru="Такой загрузки нет.", en="There is no such import.")
BAD_GOAL = Text(
    ru="Цель — число больше нуля; доля — не больше 100 %.",
    en="A goal is a number above zero; a share is at most 100 %.",
)
BAD_NORM = Text(
    ru="Проверьте норму: минуты на посещение — от 1 до 240, часы в день — от 0,5 до 24, доля ставки — от 0,1 до 2.",
    en="Check the norm: minutes a visit 1 to 240, hours a day 0.5 to 24, share of the post 0.1 to 2.",
)
NO_ACCOUNT = Text(
    ru="Учётной записи с таким именем для входа нет.",
    en="No account has this name for signing in.",
)
BAD_SHEET = Text(
    ru="Проверьте лист: день не позже сегодняшнего, в строке до 500 посещений, строки не повторяются, "
    "в кодах нет данных пациентов.",
    en="Check the sheet: a day not after today, up to 500 visits in a line, no line twice, no data of patients in codes.",
)
NO_PROFILE = Text(
    ru="Сначала завершите регистрацию: сравнение идёт по специальности и региону.",
    en="Finish your registration first: the comparison is by speciality and region.",
)
