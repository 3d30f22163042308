"""Words of the calendar's smaller pages: dates, training, reminders, exchange, rules."""

from typing import Final

from medportal.kernel.text import Plural, Text

TABS: Final[tuple[tuple[str, Text], ...]] = (
    ("/calendar", Text(ru="Календарь", en="Calendar")),
    ("/calendar/training", Text(ru="Обучение", en="Training")),
    ("/calendar/dates", Text(ru="Мои даты", en="My dates")),
    ("/calendar/reminders", Text(ru="Напоминания", en="Reminders")),
    ("/calendar/exchange", Text(ru="Обмен", en="Exchange")),
    ("/calendar/rules", Text(ru="Правила", en="Rules")),
)
TABS_LABEL = Text(ru="Разделы календаря", en="Parts of the calendar")
POSTS_TAB = Text(ru="Объявления", en="Announcements")
UPCOMING_TITLE = Text(ru="Ближайшие сроки", en="Next dates")
UPCOMING_NONE = Text(
    ru="Впереди пока ничего нет. Назовите даты документов, и портал напомнит о каждом сроке заранее.",
    en="Nothing lies ahead yet. Tell the dates of your documents, and the portal reminds you in good time.",
)
UPCOMING_TELL = Text(ru="Указать даты", en="Tell the dates")
UPCOMING_ALL = Text(ru="Весь календарь", en="The whole calendar")
TODAY = Text(ru="сегодня", en="today")
IN_DAYS = Text(ru="через {days}", en="in {days}")
DAYS_AGO = Text(ru="{days} назад", en="{days} ago")
LOST: Final[dict[str, Text]] = {
    "lost": Text(ru="Не загрузилось. Проверьте связь.", en="It did not load. Check the connection."),
    "again": Text(ru="Повторить", en="Try again"),
}
PARTS: Final[dict[str, Text]] = {
    "movesTitle": Text(ru="Что перенесено и почему", en="What moved and why"),
    "whatIfTitle": Text(
        ru="Что перестанет работать, если ничего не делать", en="What stops working if nothing is done"
    ),
    "whatIfDay": Text(ru="До какого дня", en="Until which day"),
    "whatIfNothing": Text(ru="К этому дню ничего не перестанет работать.", en="Nothing stops working by that day."),
    "since": Text(ru="с {day}:", en="from {day}:"),
    "bestAct": Text(ru="Важнее всего:", en="What matters most:"),
    "keeps": Text(ru="Это сохранит:", en="It keeps:"),
    **LOST,
}
RECORDS: Final[dict[str, Text]] = {
    **LOST,
    "save": Text(ru="Сохранить", en="Save"),
    "add": Text(ru="Добавить", en="Add"),
    "cancel": Text(ru="Отмена", en="Cancel"),
    "edit": Text(ru="Изменить", en="Edit"),
    "remove": Text(ru="Удалить", en="Delete"),
    "saved": Text(ru="Сохранено", en="Saved"),
    "gone": Text(ru="Удалено: {title}.", en="Deleted: {title}."),
    "restore": Text(ru="Вернуть", en="Put it back"),
    "counts": Text(ru="В зачёт", en="Counts"),
    "outside": Text(ru="Вне периода", en="Outside of the period"),
    "hoursShort": Text(ru="ч", en="h"),
    "pointsShort": Text(ru="ЗЕТ", en="points"),
}
DATES_TITLE = Text(ru="Мои даты", en="My dates")
DATES_LEAD = Text(
    ru="От этих дат портал считает сроки. Даты из профиля и документов он берёт сам.",
    en="The portal reckons from these dates. Dates of the profile and of documents it takes by itself.",
)
FACT_WORDS: Final[dict[str, Text]] = {
    **RECORDS,
    "newTitle": Text(ru="Добавить дату", en="Add a date"),
    "editTitle": Text(ru="Исправить дату", en="Correct the date"),
    "listTitle": Text(ru="Указанные даты", en="Dates entered"),
    "empty": Text(
        ru="Вы пока ничего не указали. Добавляйте то, чего нет в документах.",
        en="You have entered nothing yet. Add what is not in your documents.",
    ),
    "inStead": Text(ru="Не учитывается, срок считается по документу:", en="Not used, the date is reckoned from:"),
    "older": Text(ru="Не учитывается: есть более новая дата", en="Not used: there is a newer date"),
    "takenTitle": Text(ru="Даты из документов и профиля", en="Dates from documents and the profile"),
    "takenLead": Text(
        ru="Подтверждённый документ, срок которого не истёк, важнее даты, указанной вами. Получили новый документ? Добавьте его, и срок перенесётся.",
        en="A confirmed document that has not ended goes before a date you enter. Have you got a new one? Add it, and the date moves.",
    ),
    "takenEmpty": Text(
        ru="Документов с датами пока нет. Добавьте аккредитацию, категорию или медосмотр, и сроки появятся сами.",
        en="There are no documents with dates yet. Add an accreditation, a category or a medical examination, and the dates appear by themselves.",
    ),
    "takenAdd": Text(ru="Добавить документ", en="Add a document"),
    "confirmed": Text(ru="Подтверждён", en="Confirmed"),
    "unconfirmed": Text(ru="Не подтверждён", en="Not confirmed"),
    "profile": Text(ru="Профиль", en="Profile"),
}
TRAINING_WORDS: Final[dict[str, Text]] = {
    **RECORDS,
    "newTitle": Text(ru="Добавить обучение", en="Add a training"),
    "editTitle": Text(ru="Исправить запись", en="Correct the record"),
    "listTitle": Text(ru="Записи об обучении", en="Records of training"),
    "empty": Text(
        ru="Записей пока нет. Добавьте обучение или загрузите список из таблицы.",
        en="No records yet. Add a training or import a list from a table.",
    ),
    "coursesTitle": Text(ru="Курсы из раздела «Квалификация»", en="Courses under “Qualification”"),
    "coursesEmpty": Text(
        ru="Курсов там пока нет. Курс с удостоверением лучше добавить туда: портал проверит его и сам зачтёт часы.",
        en="There are none yet. A course with a certificate is best added there: the portal checks it and counts its hours.",
    ),
    "coursesAdd": Text(ru="Добавить курс", en="Add a course"),
    "inStead": Text(ru="Второй раз не считается, часы учтены", en="Not counted twice, the hours are taken"),
    "fromThere": Text(ru="из раздела «Квалификация»", en="from “Qualification”"),
    "confirmed": Text(ru="Подтверждён", en="Confirmed"),
    "unconfirmed": Text(ru="Не подтверждён", en="Not confirmed"),
}
TRAINING_LEAD = Text(
    ru="Часы и ЗЕТ за период аккредитации. Курсы из раздела «Квалификация» портал учитывает сам, остальное добавьте здесь или загрузите таблицей CSV или XLSX.",
    en="Hours and points of the accreditation’s period. Courses under “Qualification” are counted by themselves; add the rest here, or import it from a CSV or XLSX table.",
)
F_FACT = Text(ru="Что это за дата", en="What the date is")
F_ON = Text(ru="Дата", en="Date")
F_ON_HINT = Text(ru="Когда это произошло", en="When it happened")
F_UNTIL = Text(ru="Действует до", en="Valid until")
F_UNTIL_HINT = Text(ru="Если срок указан в самом документе", en="If the document itself names it")
F_TOPIC = Text(ru="Специальность или предмет", en="Speciality or subject")
F_TOPIC_HINT = Text(ru="Если таких документов несколько", en="If there are several of them")
IMPORT_LIST = Text(ru="Загрузить список из таблицы", en="Import a list from a table")
IMPORT: Final[dict[str, Text]] = {
    "file": Text(ru="Выбрать файл", en="Choose a file"),
    "mapping": Text(ru="Что в каких столбцах", en="Which column holds what"),
    "go": Text(ru="Загрузить", en="Import"),
    "undo": Text(ru="Отменить загрузку", en="Undo the import"),
    "added": Text(ru="Добавлено: {added}. Уже было: {known}.", en="Added: {added}. There already: {known}."),
    "done": Text(ru="Загрузка закончена", en="The import is finished"),
    "refused": Text(ru="Не загрузятся строки: {count}", en="Rows that are not taken in: {count}"),
    "row": Text(ru="Строка {number}", en="Row {number}"),
    "found": Text(ru="Будет загружено: {count}", en="To be imported: {count}"),
    "lost": Text(ru="Файл не удалось прочитать. Попробуйте ещё раз.", en="The file could not be read. Try again."),
}
LIST_HINT = Text(
    ru="CSV или XLSX до 2 МБ, в первой строке названия столбцов. Ничего не загрузится, пока вы не подтвердите.",
    en="CSV or XLSX up to 2 MB, the first row names the columns. Nothing is taken in until you confirm.",
)
ICS_HINT = Text(
    ru="Файл .ics до 1 МБ. Ничего не загрузится, пока вы не подтвердите.",
    en="An .ics file up to 1 MB. Nothing is taken in until you confirm.",
)
EXCHANGE_TITLE = Text(ru="Обмен с другими календарями", en="Exchange with other calendars")
FEED_TITLE = Text(ru="Подписка в вашей программе календаря", en="Subscription in your calendar program")
FEED_LEAD = Text(
    ru="По секретному адресу даты видны в телефоне или почтовой программе. Кто знает адрес, тот видит календарь: не пересылайте его.",
    en="By a secret address the dates are seen in a phone or a mail program. Whoever knows it sees the calendar: do not pass it on.",
)
ICS_TITLE = Text(ru="Загрузить календарь из файла", en="Import a calendar from a file")
FEED: Final[dict[str, Text]] = {
    **LOST,
    "feedNone": Text(ru="Адреса пока нет.", en="There is no address yet."),
    "feedSince": Text(ru="Адрес действует с {day}.", en="The address has worked since {day}."),
    "feedOnce": Text(
        ru="Скопируйте адрес сейчас: больше он не покажется.", en="Copy the address now: it will not be shown again."
    ),
    "feedMake": Text(ru="Получить адрес", en="Get an address"),
    "feedAnew": Text(ru="Получить новый адрес, прежний отключится", en="Get a new address, the old one stops"),
    "feedRevoke": Text(ru="Отключить адрес", en="Switch the address off"),
    "copy": Text(ru="Скопировать", en="Copy"),
    "copied": Text(ru="Адрес скопирован", en="The address was copied"),
}
REMINDERS_TITLE = Text(ru="Напоминания", en="Reminders")
REMINDERS_LEAD = Text(
    ru="Уведомления в портале приходят всегда. Письма и СМС идут только на подтверждённые контакты.",
    en="Notices in the portal always come. Letters and text messages go to confirmed contacts only.",
)
F_EMAIL = Text(ru="Письма на почту", en="By e-mail")
F_SMS = Text(ru="СМС на телефон", en="By text message")
F_DIGEST = Text(ru="Собирать письма", en="Gather letters")
F_HOUR = Text(ru="В котором часу напоминать", en="At which hour to remind")
F_QUIET_FROM = Text(ru="Тихие часы: с", en="Quiet hours: from")
F_QUIET_TO = Text(ru="Тихие часы: до", en="Quiet hours: until")
F_ZONE = Text(ru="Часовой пояс", en="Time zone")
F_ABSENT_FROM = Text(ru="Отсутствую с", en="Absent from")
F_ABSENT_TO = Text(ru="Отсутствую по", en="Absent until")
F_ABSENT_HINT = Text(ru="В эти дни писем не будет", en="No letters on these days")
F_MUTED = Text(ru="О чём не напоминать", en="What not to remind of")
F_LADDER = Text(ru="За сколько дней напоминать", en="How many days before to remind")
F_LADDER_HINT = Text(
    ru="Дни через запятую, например 90, 30, 7, 1; -1: на следующий день. Пусто: как обычно.",
    en="Days with commas between, like 90, 30, 7, 1; -1: the day after. Empty: the usual way.",
)
DIGESTS: Final[dict[str, Text]] = {
    "none": Text(ru="Каждое отдельно", en="Each by itself"),
    "daily": Text(ru="Одно письмо в день", en="One letter a day"),
    "weekly": Text(ru="Одно письмо в неделю", en="One letter a week"),
}
SAVED = Text(ru="Сохранено", en="Saved")
SAVE = Text(ru="Сохранить", en="Save")
BELL_ONLY = Text(ru="только в уведомлениях портала", en="in the portal’s notices only")
LETTERS_TITLE = Text(ru="Что было отправлено", en="What was sent")
LETTERS_EMPTY = Text(ru="Напоминаний пока не было.", en="There were no reminders yet.")
LADDER_WRONG = Text(
    ru="Введите числа через запятую, например 90, 30, 7, 1.", en="Enter numbers with commas between, like 90, 30, 7, 1."
)
RULES_TITLE = Text(ru="Правила, по которым считаются сроки", en="Rules by which dates are reckoned")
RULES_LEAD = Text(
    ru="У каждого правила указано основание. Непроверенные правила помечены: уточняйте срок в отделе кадров.",
    en="Each rule names its regulation. Rules that were not checked are marked: ask your personnel department.",
)
R_PERIOD = Text(ru="Срок", en="Period")
R_DEMAND = Text(ru="Что требуется", en="What it asks for")
R_CONSEQUENCE = Text(ru="Если пропустить", en="If missed")
R_SOURCE = Text(ru="Основание", en="Regulation")
R_CHECKED = Text(ru="На чём проверено", en="Checked on")
R_NUMBER = Text(ru="Версия", en="Version")
R_VALID = Text(ru="Действует", en="In force")
R_EDIT = Text(ru="Новая версия", en="New version")
R_SAVE = Text(ru="Сохранить новую версию", en="Save the new version")
R_VERIFIED = Text(ru="Правило проверено по источнику", en="The rule was checked against its source")
R_FROM = Text(ru="Действует с", en="In force from")
R_TO = Text(ru="Действует по", en="In force until")
R_LADDER = Text(ru="Лестница напоминаний, дни", en="Ladder of reminders, days")
R_HOURS = Text(ru="Часов требуется", en="Hours asked for")
R_CPD = Text(ru="Из них с удостоверением", en="Of them with a certificate")
R_CHECKED_EN = Text(ru="На чём проверено, по-английски", en="Checked on, in English")
R_SOURCE_EN = Text(ru="Основание по-английски", en="Regulation in English")
R_CONSEQUENCE_EN = Text(ru="Если пропустить, по-английски", en="If missed, in English")
R_PERIOD_EN = Text(ru="Срок по-английски", en="Period in English")
R_DEMAND_EN = Text(ru="Что требуется, по-английски", en="What it asks for, in English")
R_STEPS = Text(ru="Что попадает в календарь", en="What stands in the calendar")
R_STEP_TITLE = Text(ru="Событие", en="Event, in Russian")
R_STEP_TITLE_EN = Text(ru="Событие по-английски", en="Event in English")
R_STEP_LADDER = Text(ru="Напоминания об этом событии, дни", en="Reminders of this event, days")
R_STEP_LADDER_HINT = Text(ru="Пусто: как у всего правила", en="Empty: those of the whole rule")
R_SPANS: Final[dict[str, Text]] = {
    "after": Text(ru="Через сколько после даты", en="How long after the date"),
    "plus": Text(ru="Сколько ещё можно опоздать", en="How much later it may be done"),
    "minus": Text(ru="На сколько раньше окончания", en="How long before the end"),
    "opens_before": Text(ru="За сколько можно заняться", en="How long before it may be dealt with"),
}
R_UNITS: Final[dict[str, Text]] = {
    "years": Text(ru="Лет", en="Years"),
    "months": Text(ru="Месяцев", en="Months"),
    "days": Text(ru="Дней", en="Days"),
    "working_days": Text(ru="Рабочих дней", en="Working days"),
}
SPAN_WRONG = Text(
    ru="Введите целые числа: до 100 лет, 1200 месяцев, 36500 дней или 2000 рабочих дней.",
    en="Enter whole numbers: up to 100 years, 1,200 months, 36,500 days or 2,000 working days.",
)
SPAN_EMPTY = Text(ru="Введите срок: без него событие не посчитать.", en="Enter a length: the event rests on it.")
HOURS_WRONG = Text(
    ru="Введите часы числами: с удостоверением не больше, чем всего.",
    en="Enter hours as numbers: with a certificate not more than in all.",
)
YEARS = Plural("год", "года", "лет", "year", "years")
MONTHS = Plural("месяц", "месяца", "месяцев", "month", "months")
DAYS = Plural("день", "дня", "дней", "day", "days")
WORKING_DAYS = Plural("рабочий день", "рабочих дня", "рабочих дней", "working day", "working days")
SINCE = Text(ru="с {day}", en="from {day}")
UNTIL = Text(ru="по {day}", en="until {day}")
STEP_UNTIL = Text(ru="день, указанный в документе", en="the day named in the document")
STEP_AFTER = Text(ru="через {span}", en="after {span}")
STEP_PLUS = Text(ru="и ещё {span}", en="and {span} more")
STEP_MINUS = Text(ru="за {span} до этого", en="{span} before that")
STEP_OPENS = Text(ru="можно заняться за {span}", en="may be dealt with {span} before")
STEP_YEARLY = Text(ru="в конце каждого года", en="at the end of each year")
STEP_LADDER = Text(ru="напоминания: {rungs}", en="reminders: {rungs}")
RUNGS_BEFORE = Text(ru="за {days}", en="{days} before")
RUNG_ON = Text(ru="в сам день", en="on the day")
RUNG_NEXT = Text(ru="на следующий день", en="the day after")
RUNG_AFTER = Text(ru="через {days} после", en="{days} after")
R_SAVED = Text(
    ru="Новая версия сохранена, сроки пересчитываются.", en="The new version is saved, dates are reckoned anew."
)
R_CANCEL = Text(ru="Отмена", en="Cancel")
ZONES: Final[dict[str, Text]] = {
    "Europe/Kaliningrad": Text(ru="Калининград, МСК−1", en="Kaliningrad, MSK−1"),
    "Europe/Moscow": Text(ru="Москва", en="Moscow"),
    "Europe/Samara": Text(ru="Самара, МСК+1", en="Samara, MSK+1"),
    "Asia/Yekaterinburg": Text(ru="Екатеринбург, МСК+2", en="Yekaterinburg, MSK+2"),
    "Asia/Omsk": Text(ru="Омск, МСК+3", en="Omsk, MSK+3"),
    "Asia/Krasnoyarsk": Text(ru="Красноярск, МСК+4", en="Krasnoyarsk, MSK+4"),
    "Asia/Irkutsk": Text(ru="Иркутск, МСК+5", en="Irkutsk, MSK+5"),
    "Asia/Yakutsk": Text(ru="Якутск, МСК+6", en="Yakutsk, MSK+6"),
    "Asia/Vladivostok": Text(ru="Владивосток, МСК+7", en="Vladivostok, MSK+7"),
    "Asia/Magadan": Text(ru="Магадан, МСК+8", en="Magadan, MSK+8"),
    "Asia/Kamchatka": Text(ru="Камчатка, МСК+9", en="Kamchatka, MSK+9"),
}
