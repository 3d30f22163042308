"""Words of the calendar. Tables are keyed by the values of the enums in `schemas`."""

from typing import Final

from medportal.kernel.text import Plural, Text

KINDS: Final[dict[str, Text]] = {
    "accreditation": Text(ru="Аккредитация", en="Accreditation"),
    "certificate": Text(ru="Сертификат", en="Certificate"),
    "category": Text(ru="Категория", en="Category"),
    "nmo": Text(ru="НМО", en="Continuing education"),
    "mentoring": Text(ru="Наставничество", en="Mentoring"),
    "training": Text(ru="Обучение", en="Training"),
    "licence": Text(ru="Лицензия", en="Licence"),
    "oms_policy": Text(ru="Полис ОМС", en="Insurance policy"),
    "passport": Text(ru="Паспорт", en="Passport"),
    "medical_exam": Text(ru="Медосмотр", en="Medical examination"),
    "esign": Text(ru="Электронная подпись", en="Electronic signature"),
    "term": Text(ru="Срок по обращению", en="Term of a request"),
    "inspection": Text(ru="Проверка", en="Inspection"),
    "notice": Text(ru="Объявление", en="Announcement"),
    "own": Text(ru="Своё событие", en="Own event"),
}
LADDER_OF: Final[dict[str, Text]] = {
    kind: Text(
        ru=f"За сколько дней напоминать: {name.ru.lower() if name.ru != 'НМО' else name.ru}",
        en=f"Days before to remind: {name.en.lower()}",
    )
    for kind, name in KINDS.items()
}
STATES: Final[dict[str, Text]] = {
    "done": Text(ru="Сделано", en="Done"),
    "ahead": Text(ru="Впереди", en="Ahead"),
    "soon": Text(ru="Скоро", en="Soon"),
    "overdue": Text(ru="Просрочено", en="Overdue"),
    "open": Text(ru="Уже можно", en="Open"),
    "past": Text(ru="Прошло", en="Over"),
}
FACTS: Final[dict[str, Text]] = {
    "birth": Text(ru="Дата рождения", en="Date of birth"),
    "passport_issued": Text(ru="Дата выдачи паспорта", en="Date the passport was issued"),
    "accreditation": Text(ru="Дата протокола аккредитации", en="Date of the accreditation protocol"),
    "certificate": Text(ru="Дата экзамена на сертификат", en="Date of the certificate examination"),
    "category": Text(ru="Дата приказа о категории", en="Date of the order on the category"),
    "mentoring": Text(ru="Начало наставничества", en="Start of mentoring"),
    "medical_exam": Text(ru="Дата последнего медосмотра", en="Date of the last medical examination"),
    "hygiene": Text(ru="Дата гигиенической подготовки", en="Date of hygiene training"),
    "licence": Text(ru="Дата лицензии или подтверждения", en="Date of the licence or confirmation"),
    "esign": Text(ru="Выдача сертификата подписи", en="Signature certificate issued"),
    "oms_temporary": Text(ru="Выдача временного свидетельства ОМС", en="Temporary insurance certificate issued"),
    "oms_policy": Text(ru="Выдача полиса ОМС", en="Insurance policy issued"),
    "training": Text(ru="Удостоверение об обучении", en="Training certificate"),
    "employment": Text(ru="Трудовой договор", en="Contract of employment"),
    "paper": Text(ru="Документ с указанным сроком", en="Document with a last day of its own"),
    "correction_asked": Text(ru="Подача корректировки данных", en="Correction of data asked for"),
    "accreditation_decided": Text(ru="Публикация протокола аккредитации", en="Accreditation protocol published"),
    "portfolio_refused": Text(ru="Отказ по портфолио", en="Portfolio refused"),
    "licence_decided": Text(ru="Решение лицензирующего органа", en="Decision of the licensing authority"),
    "data_asked": Text(ru="Запрос о персональных данных", en="Request about personal data"),
    "consent_withdrawn": Text(ru="Отзыв согласия", en="Withdrawal of consent"),
}
ORIGINS: Final[dict[str, Text]] = {
    "profile": Text(ru="По данным профиля", en="From your profile"),
    "document": Text(ru="По документу", en="From a document"),
    "person": Text(ru="По дате, которую вы указали", en="From a date you entered"),
    "own": Text(ru="Ваше событие", en="Your own event"),
    "imported": Text(ru="Из загруженного календаря", en="From an imported calendar"),
    "staff": Text(ru="От портала", en="From the portal"),
}
RIGHTS: Final[dict[str, Text]] = {
    "practise": Text(ru="Медицинская деятельность", en="Practising medicine"),
    "category_pay": Text(ru="Доплата за категорию", en="Extra pay for the category"),
    "sign": Text(ru="Электронная подпись документов", en="Signing documents electronically"),
    "identity": Text(ru="Подтверждённая личность", en="Confirmed identity"),
    "admission": Text(ru="Допуск к работе", en="Admission to work"),
    "licensed_work": Text(ru="Работа по лицензии", en="Work under the licence"),
    "insurance": Text(ru="Заявления на обучение и лицензии", en="Applications for training and licences"),
    "accreditation_access": Text(ru="Допуск к периодической аккредитации", en="Access to periodic accreditation"),
}
WHY: Final[dict[str, Text]] = {
    "new": Text(ru="Добавлено в план", en="Added to the plan"),
    "fact_changed": Text(
        ru="Перенесено: изменилась дата в профиле или указанная вами",
        en="Moved: a date of the profile, or one you entered, changed",
    ),
    "paper_changed": Text(
        ru="Перенесено: изменилась дата в документе или появился новый документ",
        en="Moved: a date of the document changed, or there is a new document",
    ),
    "by_paper": Text(
        ru="Перенесено: теперь срок считается по документу, а не по дате, указанной вами",
        en="Moved: now the date is reckoned from the document, not from the date you entered",
    ),
    "by_word": Text(
        ru="Перенесено: документ больше не действует, срок считается по дате, указанной вами",
        en="Moved: the document no longer counts, the date is reckoned from the one you entered",
    ),
    "paper_gone": Text(
        ru="Убрано из плана: документ удалён, не принят или больше не даёт этой даты",
        en="Taken out of the plan: the document was deleted, refused, or no longer gives this date",
    ),
    "rule_changed": Text(ru="Перенесено: изменилось правило", en="Moved: the rule changed"),
    "gone": Text(ru="Убрано из плана: больше не требуется", en="Taken out of the plan: no longer needed"),
    "time_passed": Text(ru="Осталось в прошлом", en="Lies in the past"),
}
UNVERIFIED = Text(
    ru="Правило не проверено по тексту приказа: уточните срок в отделе кадров.",
    en="This rule was not checked against the regulation: ask your personnel department about the date.",
)
DAYS = Plural("день", "дня", "дней", "day", "days")

NO_EVENT = Text(ru="Такого события нет. Обновите календарь.", en="There is no such event. Refresh the calendar.")
NO_RULE = Text(ru="Такого правила нет.", en="There is no such rule.")
NO_FACT = Text(ru="Такой даты нет. Обновите страницу.", en="There is no such date. Refresh the page.")
NOT_YOURS_TO_MOVE = Text(
    ru="Эту дату считает портал. Чтобы её изменить, исправьте документ или дату, от которой она считается.",
    en="The portal reckons this date. To change it, correct the document or the date it is reckoned from.",
)
STAFF_ONLY = Text(ru="Правила меняют сотрудники портала.", en="Rules are changed by the portal’s staff.")
CHANGED_MEANWHILE = Text(
    ru="Это уже изменили в другом окне. Обновите страницу и повторите.",
    en="This was changed in another window meanwhile. Refresh the page and try again.",
)
TOO_MANY_EVENTS = Text(
    ru="В календаре слишком много событий. Удалите ненужные и повторите.",
    en="There are too many events in the calendar. Delete some and try again.",
)

TITLE_MISSING = Text(ru="Введите название события.", en="Enter a title for the event.")
TITLE_LONG = Text(ru="Сократите название до 200 знаков.", en="Shorten the title to 200 characters.")
NOTES_LONG = Text(ru="Сократите заметки до 4000 знаков.", en="Shorten the notes to 4,000 characters.")
DATE_RANGE = Text(ru="Введите дату от 01.01.1900 до 31.12.2150.", en="Enter a date between 01.01.1900 and 31.12.2150.")
DATE_FUTURE = Text(ru="Введите дату не позже сегодняшней.", en="Enter a date that is not after today.")
END_BEFORE = Text(ru="Введите конец не раньше начала.", en="Enter an end that is not before the start.")
TOO_LONG = Text(ru="Событие может длиться не больше 366 дней.", en="An event may last 366 days at most.")
ZONE_UNKNOWN = Text(ru="Выберите часовой пояс из списка.", en="Choose a time zone from the list.")
REPEAT_WRONG = Text(
    ru="Такой повтор не поддерживается. Выберите повтор по дням, неделям, месяцам или годам.",
    en="This repetition is not supported. Choose one by days, weeks, months or years.",
)
REPEAT_NEVER = Text(
    ru="По этому правилу событие не наступит ни разу. Проверьте дни и месяцы.",
    en="By this rule the event never happens. Check the days and months.",
)
LADDER_WRONG = Text(
    ru="Укажите от 0 до 12 напоминаний, каждое от 365 дней до события до 30 дней после.",
    en="Name 0 to 12 reminders, each between 365 days before the event and 30 days after it.",
)
KIND_WRONG = Text(ru="Выберите вид события из списка.", en="Choose a kind of event from the list.")
HOUR_WRONG = Text(ru="Введите час от 0 до 23.", en="Enter an hour between 0 and 23.")
SNOOZE_WRONG = Text(ru="Выберите день от завтрашнего до года вперёд.", en="Choose a day from tomorrow to a year ahead.")
FEED_NAME = Text(ru="МедПортал: даты врача", en="MedPortal: a doctor’s dates")
NO_FEED = Text(ru="Такого календаря нет.", en="There is no such calendar.")
ICS_LARGE = Text(
    ru="Файл больше 1 МБ. Выгрузите календарь по частям.",
    en="The file is larger than 1 MB. Export the calendar in parts.",
)
ICS_NONE = Text(ru="Это не файл календаря. Выберите файл .ics.", en="This is not a calendar file. Choose an .ics file.")
ICS_MANY = Text(
    ru="В файле больше 2000 событий. Выгрузите календарь по частям.",
    en="The file holds more than 2,000 events. Export the calendar in parts.",
)
ICS_BROKEN = Text(ru="Событие не удалось прочитать.", en="The event could not be read.")
ICS_EXCEPTION = Text(
    ru="Отменённое событие или исключение из серии не загружается.",
    en="A cancelled event or an exception of a series is not taken in.",
)
NO_DOCUMENT = Text(ru="Без документа", en="No document")
DOCUMENT_OF = Text(ru="{kind}, добавлен {day}", en="{kind}, added {day}")
DOCUMENT_GONE = Text(ru="Выберите документ из списка.", en="Choose a document from the list.")
DATE_WRONG = Text(ru="Введите дату полностью: день, месяц и год.", en="Enter the full date: day, month and year.")
TIME_WRONG = Text(ru="Введите время, например 09:30.", en="Enter a time, like 09:30.")
INTERVAL_WRONG = Text(ru="Введите число от 1 до 99.", en="Enter a number from 1 to 99.")
COUNT_WRONG = Text(ru="Введите число повторов от 1 до 5000.", en="Enter a number of repetitions from 1 to 5,000.")
NOT_FROM_HERE = Text(
    ru="Запрос пришёл не со страницы портала. Обновите страницу и повторите.",
    en="The request did not come from a page of the portal. Refresh the page and try again.",
)
