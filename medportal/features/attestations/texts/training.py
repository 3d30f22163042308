"""Words of trainings and of readiness."""

from typing import Final

from medportal.kernel.text import Text

TITLE = Text(ru="Готовность к аккредитации", en="Readiness for accreditation")
LIST_TITLE = Text(ru="Обучение", en="Training")
KINDS: Final[dict[str, Text]] = {
    "course": Text(ru="Повышение квалификации с удостоверением", en="Course with a certificate"),
    "module": Text(ru="Модуль или программа НМО", en="Module of continuing education"),
    "meeting": Text(ru="Конференция, семинар, вебинар", en="Conference, seminar, webinar"),
    "other": Text(ru="Другое", en="Other"),
}
TITLE_MISSING = Text(ru="Введите название обучения.", en="Enter the title of the training.")
TOO_LONG = Text(ru="Сократите до 300 знаков.", en="Shorten it to 300 characters.")
FORMULA = Text(
    ru="Уберите знак формулы в начале: =, +, @ или -.", en="Take away the sign of a formula at the start: =, +, @ or -."
)
NUMBER_LONG = Text(ru="Сократите номер до 60 знаков.", en="Shorten the number to 60 characters.")
HOURS_WRONG = Text(ru="Введите часы целым числом от 0 до 2000.", en="Enter hours as a whole number from 0 to 2,000.")
POINTS_WRONG = Text(ru="Введите ЗЕТ целым числом от 0 до 2000.", en="Enter points as a whole number from 0 to 2,000.")
HOURS_NONE = Text(ru="Введите часы или ЗЕТ.", en="Enter hours or points.")
DATE_RANGE = Text(ru="Введите дату не раньше 01.01.1900.", en="Enter a date not before 1 January 1900.")
DATE_WRONG = Text(ru="Введите дату полностью: день, месяц и год.", en="Enter the full date: day, month and year.")
END_BEFORE = Text(ru="Введите окончание не раньше начала.", en="Enter an end that is not before the start.")
DATE_FUTURE = Text(
    ru="Введите прошедшее обучение: дата окончания не позже сегодняшней.",
    en="Enter a training that is over: its last day is not after today.",
)
TOO_MANY_ROWS = Text(
    ru="Остальные строки не прочитаны: в списке больше 2000.", en="The rest was not read: the list has more than 2,000."
)
NO_TRAINING = Text(ru="Такой записи нет. Обновите страницу.", en="There is no such record. Refresh the page.")
NO_ACCREDITATION = Text(
    ru="Такой аккредитации нет. Обновите страницу.", en="There is no such accreditation. Refresh the page."
)
TOO_MANY = Text(
    ru="Записей слишком много. Удалите ненужные и повторите.",
    en="There are too many records. Delete some and try again.",
)
KNOWN = Text(ru="Такая запись уже есть.", en="There is such a record already.")
FILE_LARGE = Text(ru="Файл больше 2 МБ. Разделите список.", en="The file is larger than 2 MB. Divide the list.")
FILE_NONE = Text(ru="Это не таблица. Выберите файл CSV или XLSX.", en="This is no table. Choose a CSV or XLSX file.")
FILE_EMPTY = Text(
    ru="В таблице нет строк. В первой строке нужны названия столбцов.",
    en="The table has no rows. The first row must name the columns.",
)
ROW = Text(ru="{day}: {title}, {hours} ч, {points} ЗЕТ", en="{day}: {title}, {hours} h, {points} points")
MAPPING = Text(
    ru="Укажите столбцы с названием и датой окончания.", en="Name the columns with the title and the last day."
)
F_TITLE = Text(ru="Название", en="Title")
F_PROVIDER = Text(ru="Организация", en="Provider")
F_KIND = Text(ru="Вид", en="Kind")
F_HOURS = Text(ru="Часы", en="Hours")
F_POINTS = Text(ru="ЗЕТ", en="Points")
F_STARTED = Text(ru="Начало", en="Start")
F_ENDED = Text(ru="Окончание", en="End")
F_NUMBER = Text(ru="Номер удостоверения", en="Number of the certificate")
F_NUMBER_HINT = Text(
    ru="По номеру портал узнаёт курс из раздела «Квалификация» и не считает его дважды.",
    en="By the number the portal knows a course under “Qualification” again and does not count it twice.",
)
F_TOPIC = Text(ru="Для какой специальности", en="For which speciality")
ANY_TOPIC = Text(ru="Для всех", en="For all")
F_DOCUMENT = Text(ru="Удостоверение", en="Certificate")
FIELDS: Final[dict[str, Text]] = {
    "title": F_TITLE,
    "provider": F_PROVIDER,
    "kind": F_KIND,
    "hours": F_HOURS,
    "points": F_POINTS,
    "started_on": F_STARTED,
    "ended_on": F_ENDED,
    "number": F_NUMBER,
}
SCREEN: Final[dict[str, Text]] = {
    "hours": Text(ru="{have} из {asks} ч", en="{have} of {asks} h"),
    "hoursLabel": Text(ru="Часы за период", en="Hours in the period"),
    "cpdLabel": Text(ru="Из них с удостоверением", en="Of them with a certificate"),
    "period": Text(ru="Период: {first} – {last}", en="Period: {first} – {last}"),
    "ready": Text(ru="Часов достаточно: портфолио можно собирать.", en="The hours suffice: gather the portfolio."),
    "missing": Text(
        ru="Не хватает {hours} ч, из них с удостоверением {cpd} ч.",
        en="{hours} h are missing, {cpd} h of them with a certificate.",
    ),
    "missingAny": Text(
        ru="Не хватает {hours} ч. Часов с удостоверением достаточно.",
        en="{hours} h are missing. The hours with a certificate suffice.",
    ),
    "firstDay": Text(ru="Первый день подачи портфолио", en="First day to send the portfolio"),
    "safeDay": Text(ru="Последний надёжный день", en="Last safe day"),
    "safeHint": Text(
        ru="Это на 10 рабочих дней раньше окончания: запас портала на исправления, а не требование приказа.",
        en="It is 10 working days before the end: the portal’s reserve for corrections, not a demand of the regulation.",
    ),
    "workingDays": Text(ru="Рабочих дней осталось: {count}", en="Working days left: {count}"),
    "late": Text(
        ru="Надёжный день прошёл: подавайте портфолио сейчас.", en="The safe day is past: send the portfolio now."
    ),
    "lateMissing": Text(
        ru="Надёжный день прошёл: наберите недостающие часы и подайте портфолио не позже {day}.",
        en="The safe day is past: gather the missing hours and send the portfolio by {day}.",
    ),
    "over": Text(
        ru="Аккредитация закончилась {day}. Пока нет новой, работать по этой специальности нельзя.",
        en="The accreditation ended on {day}. Until there is a new one you may not practise in this speciality.",
    ),
    "uncertain": Text(
        ru="Переносы выходных на этот год правительство ещё не утвердило: дни могут сдвинуться.",
        en="The days off of that year are not decreed yet: the days may shift.",
    ),
    "which": Text(ru="Аккредитация", en="Accreditation"),
    "noTopic": Text(ru="Без специальности", en="No speciality named"),
    "until": Text(ru="до {day}", en="until {day}"),
    "ended": Text(ru="закончилась {day}", en="ended on {day}"),
    "courses": Text(
        ru="Из раздела «Квалификация» учтено {hours} ч.", en="{hours} h of them come from “Qualification”."
    ),
    "details": Text(ru="Сроки и план", en="Dates and plan"),
    "plan": Text(ru="План на оставшиеся месяцы", en="Plan for the months left"),
    "planRow": Text(
        ru="{hours} ч, из них с удостоверением {cpd} ч", en="{hours} h, {cpd} h of them with a certificate"
    ),
    "planRows": Text(
        ru="по {hours} ч в месяц, из них с удостоверением {cpd} ч",
        en="{hours} h a month, {cpd} h of them with a certificate",
    ),
    "planAny": Text(ru="{hours} ч", en="{hours} h"),
    "planAnys": Text(ru="по {hours} ч в месяц", en="{hours} h a month"),
    "none": Text(
        ru="Чтобы увидеть готовность, укажите дату протокола аккредитации.",
        en="To see how ready you are, enter the date of your accreditation protocol.",
    ),
    "noneLink": Text(ru="Указать дату", en="Enter the date"),
    "enter": Text(ru="Обучение и загрузка списка", en="Training and import of a list"),
    "source": Text(ru="Основание", en="Regulation"),
    "counts": Text(ru="В зачёт", en="Counts"),
    "outside": Text(ru="Вне периода", en="Outside of the period"),
    "edit": Text(ru="Изменить", en="Edit"),
    "remove": Text(ru="Удалить", en="Delete"),
    "empty": Text(
        ru="Записей пока нет. Добавьте обучение или загрузите список из таблицы.",
        en="No records yet. Add a training or import a list from a table.",
    ),
    "total": Text(ru="Записей: {count}", en="Records: {count}"),
}
