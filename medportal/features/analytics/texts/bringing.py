"""Words of the screen on which a practice is brought in."""

from medportal.kernel.text import Text

TITLE = Text(ru="Загрузка данных", en="Bringing data in")
LEAD = Text(
    ru="Принесите выгрузку из вашей медицинской системы: посещения станут показателями.",
    en="Bring an export of your clinic’s system: visits become figures.",
)
WORDS: dict[str, Text] = {
    "choose_title": Text(ru="Выберите файл", en="Choose a file"),
    "choose_lead": Text(
        ru="CSV, XLSX, Parquet или FHIR R4 (Bundle, NDJSON). Кодировка и разделитель определятся сами.",
        en="CSV, XLSX, Parquet or FHIR R4 (Bundle, NDJSON). Encoding and separator are found by themselves.",
    ),
    "promise": Text(
        ru="Портал хранит только числа. Имена, СНИЛС, полисы, адреса и телефоны пациентов он узнаёт, называет и "
        "отбрасывает раньше, чем вы увидите столбцы; сам файл сразу удаляется.",
        en="The portal keeps numbers only. Names, SNILS, policies, addresses and phones of patients are recognised, named "
        "and dropped before you see the columns; the file itself is removed at once.",
    ),
    "choose": Text(ru="Выбрать файл", en="Choose file"),
    "or_drop": Text(ru="или перетащите его сюда", en="or drop it here"),
    "sending": Text(ru="Отправляем файл", en="Sending the file"),
    "stop": Text(ru="Прервать отправку", en="Stop sending"),
    "not_sent": Text(
        ru="Файл не отправлен. Проверьте соединение и попробуйте ещё раз.",
        en="The file was not sent. Check the connection and try again.",
    ),
    "trouble": Text(ru="Не получилось. Обновите страницу.", en="That did not work. Reload the page."),
    "loading": Text(ru="Читаем столбцы…", en="Reading the columns…"),
    "list_title": Text(ru="Загрузки", en="Imports"),
    "list_empty": Text(ru="Загрузок пока нет.", en="No imports yet."),
    "gone": Text(
        ru="Столбцы с данными пациентов отброшены.",
        en="Columns with data of patients were dropped.",
    ),
    "gone_birth": Text(
        ru="Из даты рождения взята только возрастная группа.", en="Of a birth date only the age group was taken."
    ),
    "column": Text(ru="Столбец", en="Column"),
    "map_title": Text(ru="Что в каком столбце", en="What each column tells"),
    "map_lead": Text(
        ru="Столбцы узнаны по названиям и значениям. Поправьте, если нужно; выбор запомнится для таких же файлов.",
        en="Columns are recognised by titles and values. Correct what is wrong; your choice is remembered for such files.",
    ),
    "in_utc": Text(
        ru="Время в файле — по UTC. Час и день будут взяты по вашему часовому поясу:",
        en="Times in the file are of UTC. Hours and days will be taken by your time zone:",
    ),
    "change_zone": Text(ru="Сменить часовой пояс", en="Change the time zone"),
    "tells": Text(ru="Что в столбце", en="What is told by"),
    "ignore": Text(ru="Не загружать", en="Leave out"),
    "choose_rows": Text(ru="Загрузить не все строки", en="Take only some rows"),
    "from": Text(ru="С даты", en="From"),
    "to": Text(ru="По дату", en="To"),
    "left_out": Text(ru="Кроме строк", en="Without rows"),
    "same": Text(
        ru="Загрузить и строки, которые совпадают до минуты во всех столбцах",
        en="Take also rows that are the same to the minute in every column",
    ),
    "need_date": Text(ru="Укажите, в каком столбце дата.", en="Say which column holds the date."),
    "bad_rows": Text(ru="Номера строк пишут так: 2-10, 15.", en="Rows are written like 2-10, 15."),
    "go": Text(ru="Загрузить", en="Take in"),
    "cancel": Text(ru="Отказаться от загрузки", en="Give this import up"),
    "rows": Text(ru="Строк в файле", en="Rows in the file"),
    "taken": Text(ru="Принято", en="Taken"),
    "refused": Text(ru="Не принято", en="Not taken"),
    "unknown": Text(ru="Незнакомых кодов", en="Unknown codes"),
    "found": Text(ru="В файле найдены:", en="The file holds:"),
    "dropped": Text(ru="Отброшены данные пациентов:", en="Dropped data of patients:"),
    "report": Text(ru="Скачать список непринятых строк", en="Download the list of rows not taken"),
    "to_charts": Text(ru="Смотреть графики", en="See the charts"),
    "undo": Text(ru="Отменить загрузку", en="Undo this import"),
    "undo_sure": Text(
        ru="Все её строки уйдут из показателей. Отменить?", en="All its rows will leave the figures. Undo it?"
    ),
    "undo_yes": Text(ru="Отменить целиком", en="Undo it all"),
    "no": Text(ru="Оставить", en="Keep it"),
}
