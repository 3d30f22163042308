"""Words of the dashboard and the tables."""

from medportal.kernel.text import Plural, Text

TITLE = Text(ru="Моя практика", en="My practice")
TABLES_TITLE = Text(ru="Таблицы", en="Tables")
LEAD = Text(
    ru="Только сводные числа: портал не хранит данных о пациентах.",
    en="Sums only: the portal keeps no data about patients.",
)

MINUTES = Text(ru="{number}\N{NO-BREAK SPACE}мин", en="{number} min")
POINTS = Text(ru="{number}\N{NO-BREAK SPACE}п.\N{NO-BREAK SPACE}п.", en="{number} pp")
YEAR = Text(ru="{year} год", en="{year}")
QUARTER = Text(ru="{quarter} квартал {year} года", en="Quarter {quarter} of {year}")

# The period and the comparison
PERIOD = Text(ru="Период", en="Period")
EARLIER = Text(ru="Раньше", en="Earlier")
LATER = Text(ru="Позже", en="Later")
SPANS = {
    "month": Text(ru="Месяц", en="Month"),
    "quarter": Text(ru="Квартал", en="Quarter"),
    "year": Text(ru="Год", en="Year"),
}
OWN_PERIOD = Text(ru="Свой период", en="Own period")
OWN_FROM = Text(ru="С какого дня", en="From")
OWN_TO = Text(ru="По какой день", en="To")
OWN_SHOW = Text(ru="Показать", en="Show")
COMPARE = Text(ru="Сравнение", en="Comparison")
COMPARES = {
    "last_year": Text(ru="С прошлым годом", en="With last year"),
    "previous": Text(ru="С предыдущим периодом", en="With the period before"),
    "none": Text(ru="Без сравнения", en="None"),
}
COMPARED = Text(ru="Сравнение: {period}", en="Compared with: {period}")
COMPARED_PART = Text(
    ru="Сравнение: {period} — та же часть, за которую уже есть данные.",
    en="Compared with: {period}, the same part for which there are data so far.",
)
DATA_SINCE = Text(
    ru="Данные есть с {first} по {last}.",
    en="There are data from {first} to {last}.",
)
DATA_ONE_DAY = Text(ru="Данные есть за {first}.", en="There are data of {first}.")
OUTSIDE = Text(
    ru="За выбранный период данных нет.",
    en="There are no data in the chosen period.",
)
TO_LAST_DATA = Text(ru="Перейти к последним данным", en="Go to the latest data")

# Conditions
CONDITIONS = Text(ru="Условия отбора", en="Conditions")
CHIP = Text(ru="{dimension}: {value}", en="{dimension}: {value}")
TAKE_OUT = Text(ru="Убрать условие", en="Take this condition out")
CLEAR = Text(ru="Сбросить все условия", en="Clear all conditions")
PRESS_TO_FILTER = Text(
    ru="Нажмите на строку или столбец, чтобы оставить только их.",
    en="Press a row or a column to keep only that.",
)
DRILL = Text(ru="Показать диагнозы этого класса", en="Show the diagnoses of this class")

# Figures
FIGURES = Text(ru="Показатели", en="Figures")
HOW_RECKONED = Text(ru="Как посчитано", en="How it is reckoned")
FORMULA = Text(ru="Формула", en="Formula")
SOURCE = Text(ru="Источник", en="Source")
LEFT_OUT = Text(ru="Не вошло", en="Left out")
WAS = Text(ru="было {value}", en="was {value}")
MORE = Text(ru="больше", en="more")
LESS = Text(ru="меньше", en="less")
SAME = Text(ru="без изменений", en="no change")
NO_DATA = Text(ru="нет данных", en="no data")
GOAL = Text(ru="Цель: {goal}", en="Goal: {goal}")
TREND = Text(ru="По месяцам, до двенадцати последних", en="By month, up to the last twelve")

# Charts
CHARTS = Text(ru="Графики", en="Charts")
MONTHS_CHART = Text(ru="Посещения по месяцам и год назад", en="Visits by month and a year before")
YEARS_CHART = Text(ru="Посещения по годам и годом раньше", en="Visits by year and a year before")
FIRST_CHART = Text(ru="Первичные и повторные по месяцам", en="First and repeat visits by month")
FIRST_YEARS_CHART = Text(ru="Первичные и повторные по годам", en="First and repeat visits by year")
HEAT_CHART = Text(ru="Посещения по дням недели и часам", en="Visits by weekday and hour")
UNIT_VISITS = Text(ru="Посещений", en="Visits")
UNIT_SERVICES = Text(ru="Услуг", en="Services")
NOW = Text(ru="этот год", en="this year")
BEFORE = Text(ru="год назад", en="a year before")
BEFORE_PERIOD = Text(ru="Период сравнения", en="Period compared with")
FIRST = Text(ru="первичные", en="first")
REPEAT = Text(ru="повторные", en="repeat")
MONTH = Text(ru="Месяц", en="Month")
YEAR_WORD = Text(ru="Год", en="Year")
MONTH_SAID = Text(ru="{visits}, год назад {before}", en="{visits}, a year before {before}")
FIRST_SAID = Text(ru="первичных {first}, повторных {repeat}", en="{first} first, {repeat} repeat")
WHOLE_SAID = Text(ru="{name}: {said}", en="{name}: {said}")
PARTIAL_SAID = Text(ru="{name}: {said}; данные неполные", en="{name}: {said}; data are not complete")
PARTIAL_NOTE = Text(
    ru="Заштрихованный столбец — неполные данные.",
    en="A hatched column stands for incomplete data.",
)
HEAT_SAID = Text(ru="{weekday}, {hour}: {visits}", en="{weekday}, {hour}: {visits}")
WITHOUT_HOUR = Text(
    ru="Без указания времени: {visits}.",
    en="Without a time: {visits}.",
)
NO_HOURS = Text(ru="Время приёма в данных не указано.", en="The data do not tell the time of visits.")
REST = Text(ru="Ещё {values}: {visits}", en="{values} more: {visits}")
REST_VALUES = Plural("строка", "строки", "строк", "row", "rows")
UNKNOWN_CODE = Text(ru="код не найден в справочнике", en="the code is not in the dictionary")
NOTHING_HERE = Text(ru="Для этого графика данных нет.", en="There are no data for this chart.")
SUMMARY_BARS = Text(
    ru="Всего {total}. Больше всего: {first}{second}.",
    en="{total} in all. Most of all: {first}{second}.",
)
SUMMARY_ONE = Text(ru="{name}: {value} ({share})", en="{name}: {value} ({share})")
SUMMARY_NEXT = Text(ru="; затем {name}: {value} ({share})", en="; then {name}: {value} ({share})")
SUMMARY_MONTHS = Text(
    ru="Всего {total}, за те же месяцы год назад {before}. Больше всего: {most}; меньше всего: {least}.",
    en="{total} in all, {before} in the same months a year before. Most: {most}; least: {least}.",
)
SUMMARY_ONE_MONTH = Text(ru="{all}. Год назад {before}.", en="{all}. A year before {before}.")
SUMMARY_FIRST = Text(
    ru="Первичных {first}, повторных {repeat}.",
    en="{first} first and {repeat} repeat visits.",
)
SUMMARY_HEAT = Text(ru="Больше всего: {most}.", en="Most: {most}.")
AS_TABLE = Text(ru="Таблицей", en="As a table")
SAVE = Text(ru="Сохранить", en="Save")
SAVE_FAILED = Text(
    ru="Файл не сохранён: нет связи с порталом. Попробуйте ещё раз.",
    en="The file was not saved: the portal cannot be reached. Try again.",
)
SHARE = Text(ru="Доля", en="Share")
VALUE = Text(ru="Значение", en="Value")
CODE = Text(ru="Код", en="Code")

# Empty
EMPTY_TITLE = Text(ru="Здесь появится картина вашей работы", en="Here the picture of your work will appear")
EMPTY_BODY = Text(
    ru="Загрузите выгрузку из медицинской системы (CSV, XLSX, Parquet или FHIR) или заполните дневной лист. "
    "Столбцы с данными пациентов портал узнаёт и не принимает.",
    en="Bring in an export of the medical system (CSV, XLSX, Parquet or FHIR) or fill in a day sheet. "
    "The portal recognises columns with data of patients and does not take them.",
)
BRING_IN = Text(ru="Загрузить файл", en="Bring in a file")
DAY_SHEET = Text(ru="Дневной лист", en="Day sheet")
TO_TABLES = Text(ru="Таблицы", en="Tables")
TO_REPORTS = Text(ru="Отчёты", en="Reports")
TO_DASHBOARD = Text(ru="Графики", en="Charts")
SECTIONS = Text(ru="Разделы практики", en="Sections of the practice")

# Tables
TABLE_BY = Text(ru="Строки", en="Rows")
BY = {
    "service": Text(ru="По услугам", en="By service"),
    "diagnosis": Text(ru="По диагнозам", en="By diagnosis"),
    "class": Text(ru="По классам МКБ-10", en="By ICD-10 class"),
    "payment": Text(ru="По оплате", en="By payment"),
    "age": Text(ru="По возрасту", en="By age"),
    "month": Text(ru="По месяцам", en="By month"),
    "day": Text(ru="По дням", en="By day"),
}
NAME = Text(ru="Название", en="Name")
TOTAL = Text(ru="Всего", en="Total")
FIND = Text(ru="Найти в таблице", en="Find in the table")
FIND_BUTTON = Text(ru="Найти", en="Find")
FOUND = Text(ru="Найдено: {rows} из {all}.", en="Found: {rows} of {all}.")
ROWS = Plural("строка", "строки", "строк", "row", "rows")
PAGE_OF = Text(ru="Страница {page} из {pages}", en="Page {page} of {pages}")
PREVIOUS_PAGE = Text(ru="Предыдущая страница", en="Previous page")
NEXT_PAGE = Text(ru="Следующая страница", en="Next page")
COPY = Text(ru="Скопировать", en="Copy")
COPIED = Text(ru="Таблица скопирована.", en="The table was copied.")
COPY_FAILED = Text(
    ru="Браузер не дал скопировать. Сохраните таблицу файлом.",
    en="The browser did not allow copying. Save the table as a file.",
)
SORTED_UP = Text(ru="по возрастанию", en="ascending")
SORTED_DOWN = Text(ru="по убыванию", en="descending")
NO_ROWS = Text(ru="Под эти условия ничего не подходит.", en="Nothing fits these conditions.")
NO_CHART = Text(ru="Такого графика нет.", en="There is no such chart.")
