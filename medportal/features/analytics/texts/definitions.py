"""What stands behind each figure: its name, how it is reckoned, from what, and what is left out."""

from medportal.kernel.text import Text

TITLES: dict[str, Text] = {
    "visits": Text(ru="Посещения", en="Visits"),
    "per_day": Text(ru="Посещений в рабочий день", en="Visits per working day"),
    "load": Text(ru="Нагрузка к норме должности", en="Load against the norm of the post"),
    "first_share": Text(ru="Доля первичных", en="Share of first visits"),
    "preventive_share": Text(ru="Доля профилактических", en="Share of preventive visits"),
    "no_shows": Text(ru="Неявки", en="No-shows"),
    "mean_minutes": Text(ru="Среднее время приёма", en="Mean time of a visit"),
    "home_share": Text(ru="Доля посещений на дому", en="Share of home visits"),
    "dispensary_share": Text(ru="Доля диспансерных", en="Share of follow-up care"),
    "services": Text(ru="Услуги", en="Services"),
    "rural_share": Text(ru="Доля сельских жителей", en="Share of country people"),
}
_ROWS = Text(ru="Загруженные файлы и дневные листы.", en="Imported files and day sheets.")
FORMULAS: dict[str, Text] = {
    "visits": Text(
        ru="Число состоявшихся посещений за период.", en="The number of visits of the period that took place."
    ),
    "per_day": Text(
        ru="Посещения, делённые на рабочие дни по производственному календарю, "
        "которые лежат в периоде между первым и последним днём данных.",
        en="Visits divided by the working days of the production calendar "
        "that lie in the period between the first and the last day of the data.",
    ),
    "load": Text(
        ru="Посещения, делённые на плановую функцию должности: рабочие дни × часы в день × доля ставки × 60 ÷ норма "
        "минут на посещение.",
        en="Visits divided by the planned function of the post: working days × hours a day × share of the post × 60 ÷ "
        "norm of minutes for a visit.",
    ),
    "first_share": Text(
        ru="Первичные посещения, делённые на сумму первичных и повторных.",
        en="First visits divided by the sum of first and repeat ones.",
    ),
    "preventive_share": Text(
        ru="Посещения с профилактической целью, делённые на посещения, цель которых указана.",
        en="Preventive visits divided by the visits whose reason is given.",
    ),
    "no_shows": Text(
        ru="Неявки, делённые на сумму посещений и неявок.", en="No-shows divided by the sum of visits and no-shows."
    ),
    "mean_minutes": Text(
        ru="Минуты приёма, делённые на посещения, время которых указано.",
        en="Minutes of visits divided by the visits whose time is given.",
    ),
    "home_share": Text(
        ru="Посещения на дому, делённые на посещения, место которых указано.",
        en="Home visits divided by the visits whose place is given.",
    ),
    "dispensary_share": Text(
        ru="Посещения диспансерного наблюдения, делённые на посещения, цель которых указана.",
        en="Visits of follow-up care divided by the visits whose reason is given.",
    ),
    "services": Text(
        ru="Сумма оказанных услуг: строки с кодом услуги, умноженные на количество.",
        en="The sum of services given: rows with a code of a service times their number.",
    ),
    "rural_share": Text(
        ru="Посещения сельских жителей, делённые на все посещения.",
        en="Visits of country people divided by all visits.",
    ),
}
SOURCES: dict[str, Text] = {
    **dict.fromkeys(TITLES, _ROWS),
    "per_day": Text(
        ru="Загруженные файлы и дневные листы; производственный календарь.",
        en="Imported files and day sheets; the production calendar.",
    ),
    "load": Text(
        ru="Загруженные файлы и дневные листы; производственный календарь; норма из ваших настроек или из перечня норм.",
        en="Imported files and day sheets; the production calendar; the norm of your settings or of the list of norms.",
    ),
}
_NO_SHOWS_OUT = Text(ru="Неявки и отклонённые строки.", en="No-shows and refused rows.")
LEFT_OUT: dict[str, Text] = {
    "visits": _NO_SHOWS_OUT,
    "per_day": Text(
        ru="Неявки, отклонённые строки, дни до первых и после последних данных.",
        en="No-shows, refused rows, days before the first and after the last data.",
    ),
    "load": Text(
        ru="Неявки, отклонённые строки, отпуск и больничный врача: портал о них не знает.",
        en="No-shows, refused rows, leave and sickness of the doctor: the portal does not know of them.",
    ),
    "first_share": Text(
        ru="Посещения, о которых не сказано, первичные они или повторные.",
        en="Visits of which nobody said whether they are first or repeat ones.",
    ),
    "preventive_share": Text(ru="Посещения без указанной цели.", en="Visits without a reason."),
    "no_shows": Text(
        ru="Отменённые заранее посещения, если источник их не называет.",
        en="Visits called off beforehand, unless the source tells them.",
    ),
    "mean_minutes": Text(ru="Посещения без указанного времени.", en="Visits without a time."),
    "home_share": Text(ru="Посещения без указанного места.", en="Visits without a place."),
    "dispensary_share": Text(ru="Посещения без указанной цели.", en="Visits without a reason."),
    "services": Text(ru="Строки без кода услуги.", en="Rows without a code of a service."),
    "rural_share": Text(
        ru="Ничего; посещение без отметки считается городским.", en="Nothing; a visit without a mark counts as urban."
    ),
}
COLUMNS: dict[str, Text] = {
    "visits": Text(ru="Посещения", en="Visits"),
    "before": Text(ru="Период сравнения", en="Period compared with"),
    "share": Text(ru="Доля", en="Share"),
    "first": Text(ru="Первичные", en="First"),
    "repeat": Text(ru="Повторные", en="Repeat"),
    "disease": Text(ru="По заболеванию", en="Disease"),
    "preventive": Text(ru="Профилактические", en="Preventive visits"),
    "dispensary": Text(ru="Диспансерные", en="Follow-up"),
    "home": Text(ru="На дому", en="At home"),
    "no_shows": Text(ru="Неявки", en="No-shows"),
    "services": Text(ru="Услуги", en="Services"),
    "minutes": Text(ru="Минуты", en="Minutes"),
    "mean_minutes": Text(ru="Минут на посещение", en="Minutes a visit"),
    "rural": Text(ru="Сельские жители", en="Country people"),
    "children": Text(ru="Дети 0–17 лет", en="Children 0–17"),
    "adults": Text(ru="Взрослые 18 лет и старше", en="Adults 18 and over"),
    "pensioners": Text(ru="Из взрослых 65 лет и старше", en="Of the adults, 65 and over"),
    "sick_opened": Text(ru="Открыто листков нетрудоспособности", en="Sick notes opened"),
    "sick_closed": Text(ru="Закрыто листков нетрудоспособности", en="Sick notes closed"),
}
