"""Words of the reports."""

from medportal.kernel.text import Plural, Text

TITLE = Text(ru="Отчёты", en="Reports")
LEAD = Text(
    ru="Выберите образец и период, проверьте числа, дополните то, чего данные не знают, и сохраните PDF или XLSX.",
    en="Choose a template and a period, check the numbers, add what the data cannot know, and save PDF or XLSX.",
)
TEMPLATES = Text(ru="Образцы", en="Templates")
KEPT = Text(ru="Сделанные отчёты", en="Reports made")
NONE_KEPT = Text(ru="Отчётов пока нет.", en="There are no reports yet.")
MAKE = Text(ru="Составить", en="Make")
OWN_TEMPLATE = Text(ru="образец вашей организации", en="template of your institution")
SOURCE = Text(ru="Основание: {source}", en="Basis: {source}")
SPANS = {
    "month": Text(ru="за месяц", en="for a month"),
    "quarter": Text(ru="за квартал", en="for a quarter"),
    "year": Text(ru="за год", en="for a year"),
    "three_years": Text(ru="за три года", en="for three years"),
}
MAKE_TITLE = Text(ru="Новый отчёт", en="New report")
EARLIER = Text(ru="Раньше", en="Earlier")
LATER = Text(ru="Позже", en="Later")
NUMBERS = Text(ru="Числа отчёта", en="Numbers of the report")
NUMBERS_LEAD = Text(
    ru="Посчитаны по вашим данным; в отчёт попадут именно они.",
    en="Reckoned from your data; the report will hold just these.",
)
OGRN = Text(ru="ОГРН {number}", en="OGRN {number}")
OGRNIP = Text(ru="ОГРНИП {number}", en="OGRNIP {number}")
LICENCE = Text(ru="лицензия {number}", en="licence {number}")
YOURS = Text(ru="Чего данные не знают", en="What the data cannot know")
LANGUAGE = Text(ru="Язык отчёта", en="Language of the report")
RUSSIAN = Text(ru="Русский", en="Russian")
ENGLISH = Text(ru="Английский", en="English")
KEEP = Text(ru="Сохранить отчёт", en="Keep the report")
MADE = Text(ru="Отчёт сохранён. Теперь его можно скачать.", en="The report is kept. It can be saved as a file now.")
MADE_AT = Text(ru="Сделан {at}", en="Made {at}")
CHANGED = Text(ru="данные изменились", en="the data have changed")
CHANGED_HINT = Text(
    ru="С тех пор числа изменились. Отчёт хранит прежние; новый можно составить по тому же образцу.",
    en="The numbers have changed since. The report keeps the former ones; a new one can be made from the same template.",
)
REMOVE = Text(ru="Удалить", en="Remove")
REMOVED = Text(ru="Отчёт удалён.", en="The report was removed.")
PUT_BACK = Text(ru="Вернуть", en="Put back")
BACK = Text(ru="Все отчёты", en="All reports")
SAVE_FAILED = Text(
    ru="Файл не сохранён: нет связи с порталом. Попробуйте ещё раз.",
    en="The file was not saved: the portal cannot be reached. Try again.",
)
NO_TEMPLATE = Text(ru="Такого образца нет.", en="There is no such template.")
NO_REPORT = Text(ru="Такого отчёта нет.", en="There is no such report.")
REQUIRED = Text(ru="Заполните поле «{label}»", en="Fill in the field “{label}”")
TOO_LONG = Text(ru="Сократите текст в поле «{label}»", en="Shorten the text in the field “{label}”")
NO_DATA = Text(
    ru="За этот период данных нет: отчёт будет пустым. Выберите другой период или загрузите данные.",
    en="There are no data in this period: the report would be empty. Choose another period or bring data in.",
)
NOT_SET = Text(
    ru="Отчёт не удалось сверстать. Попробуйте ещё раз; если не поможет, сохраните XLSX.",
    en="The report could not be typeset. Try again; if that does not help, save XLSX.",
)
CODE = Text(ru="Код", en="Code")
TOTAL = Text(ru="Всего", en="Total")
FIGURE = Text(ru="Показатель", en="Figure")
VALUE = Text(ru="Значение", en="Value")
FORMULA = Text(ru="Как посчитано", en="How it is reckoned")
LEFT_OUT = Text(
    ru="Ещё {rows} не показано; в строке «Всего» они учтены.", en="{rows} more are not shown; the totals hold them."
)
ROWS = Plural("строка", "строки", "строк", "row", "rows")
PAGE = Text(ru="Страница", en="Page")
PAGE_OF = Text(ru="из", en="of")
MADE_BY = Text(
    ru="Составлено в МедПортале по данным врача. Сводные числа, без сведений о пациентах.",
    en="Made in MedPortal from the doctor’s own data. Sums only, nothing about patients.",
)
SIGNATURE = Text(ru="Подпись", en="Signature")
SIGNED_ON = Text(ru="Дата", en="Date")
