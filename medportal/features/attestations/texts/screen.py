"""Words of the calendar's screens, as its browser component takes them: a table by name."""

from typing import Final

from medportal.kernel.text import Text

TITLE = Text(ru="Календарь", en="Calendar")
LEAD = Text(
    ru="Сроки, которые портал считает по вашим документам и датам, и ваши собственные события.",
    en="Dates that the portal reckons from your documents and dates, and your own events.",
)
VIEWS: Final[dict[str, Text]] = {
    "month": Text(ru="Месяц", en="Month"),
    "week": Text(ru="Неделя", en="Week"),
    "year": Text(ru="Год", en="Year"),
    "agenda": Text(ru="Повестка", en="Agenda"),
}
DAYS: Final[dict[str, Text]] = {
    "one": Text(ru="{count} день", en="{count} day"),
    "few": Text(ru="{count} дня", en="{count} days"),
    "many": Text(ru="{count} дней", en="{count} days"),
}
EVENTS: Final[dict[str, Text]] = {
    "one": Text(ru="{count} событие", en="{count} event"),
    "few": Text(ru="{count} события", en="{count} events"),
    "many": Text(ru="{count} событий", en="{count} events"),
}
SCOPES: Final[dict[str, Text]] = {
    "one": Text(ru="Только этот день", en="This day only"),
    "all": Text(ru="Вся серия", en="The whole series"),
}
SNOOZES: Final[dict[str, Text]] = {
    "1": Text(ru="1 день", en="1 day"),
    "3": Text(ru="3 дня", en="3 days"),
    "7": Text(ru="неделю", en="a week"),
    "14": Text(ru="2 недели", en="2 weeks"),
    "30": Text(ru="30 дней", en="30 days"),
}
CHANNELS: Final[dict[str, Text]] = {
    "email": Text(ru="письмо", en="e-mail"),
    "sms": Text(ru="СМС", en="text message"),
}
LETTER_STATES: Final[dict[str, Text]] = {
    "queued": Text(ru="ждёт отправки", en="queued"),
    "sent": Text(ru="отправлено", en="sent"),
    "refused": Text(ru="адресат не принял", en="refused by the recipient"),
    "given_up": Text(ru="отправить не удалось", en="given up"),
}
LETTER_WAITS = Text(ru="письмо уйдёт", en="the letter goes at")
SHEET: Final[dict[str, Text]] = {
    "today": Text(ru="сегодня", en="today"),
    "inDays": Text(ru="через {days}", en="in {days}"),
    "ago": Text(ru="{days} назад", en="{days} ago"),
    "isToday": Text(ru="сегодня", en="today"),
    "dayOff": Text(ru="выходной", en="day off"),
    "free": Text(ru="Событий нет", en="No events"),
    "nothingAhead": Text(
        ru="Впереди пока ничего нет. Укажите даты документов или добавьте своё событие.",
        en="Nothing lies ahead yet. Enter the dates of your documents or add an event of your own.",
    ),
    "more": Text(ru="Показать ещё", en="Show more"),
    "close": Text(ru="Закрыть", en="Close"),
    "cancel": Text(ru="Отмена", en="Cancel"),
    "wait": Text(ru="Загружаем календарь…", en="Loading the calendar…"),
    "lost": Text(
        ru="Календарь не загрузился. Проверьте связь и попробуйте ещё раз.",
        en="The calendar did not load. Check the connection and try again.",
    ),
    "nextDate": Text(
        ru="Следующий срок портал посчитает по новой дате или документу.",
        en="The portal reckons the next date from a new date or document.",
    ),
    "nextDateGo": Text(ru="Указать новую дату", en="Enter a new date"),
    "eventGone": Text(
        ru="Этого события больше нет: его удалили, или срок считается по-другому.",
        en="This event is there no more: it was deleted, or its date is reckoned otherwise.",
    ),
    "again": Text(ru="Повторить", en="Try again"),
    "previous": Text(ru="Назад", en="Previous"),
    "next": Text(ru="Вперёд", en="Next"),
    "todayButton": Text(ru="Сегодня", en="Today"),
    "viewsLabel": Text(ru="Вид календаря", en="View of the calendar"),
    "legend": Text(ru="Какие события показывать", en="Which events to show"),
    "newButton": Text(ru="Добавить событие", en="Add an event"),
    "newOnDay": Text(ru="Добавить событие на этот день", en="Add an event on this day"),
    "keys": Text(
        ru="Стрелки: день или неделя. Home и End: начало и конец недели. PageUp и PageDown: месяц, с Shift год. Enter: события дня.",
        en="Arrows: a day or a week. Home and End: start and end of the week. PageUp and PageDown: a month, with Shift a year. Enter: the day’s events.",
    ),
    "ifMissed": Text(ru="Если пропустить срок", en="If the date is missed"),
    "opens": Text(ru="Можно заняться с", en="May be dealt with from"),
    "from": Text(ru="Откуда дата", en="Where the date comes from"),
    "confirmed": Text(ru="Подтверждён", en="Confirmed"),
    "unconfirmed": Text(ru="Не подтверждён", en="Not confirmed"),
    "source": Text(ru="Основание", en="Regulation"),
    "verified": Text(ru="Проверено по источнику", en="Checked against the source"),
    "notVerified": Text(ru="Не проверено", en="Not checked"),
    "repeats": Text(ru="Повтор", en="Repetition"),
    "repeatsYes": Text(ru="Событие повторяется", en="The event is repeated"),
    "place": Text(ru="Место", en="Place"),
    "notes": Text(ru="Заметки", en="Notes"),
    "document": Text(ru="Документ", en="Document"),
    "documentOpen": Text(ru="Открыть документ", en="Open the document"),
    "snoozed": Text(ru="Отложено до", en="Put off until"),
    "whyMoved": Text(ru="Почему перенесено", en="Why it moved"),
    "reminders": Text(ru="Напоминания", en="Reminders"),
    "letterWaits": LETTER_WAITS,
    "bellOnly": Text(ru="только в уведомлениях портала", en="in the portal’s notices only"),
    "markDone": Text(ru="Сделано", en="Mark as done"),
    "undone": Text(ru="Снять отметку «сделано»", en="Not done after all"),
    "download": Text(ru="Скачать .ics", en="Download .ics"),
    "edit": Text(ru="Изменить", en="Edit"),
    "snooze": Text(ru="Не напоминать", en="Do not remind for"),
    "snoozeGo": Text(ru="Отложить", en="Put off"),
    "moveOrDelete": Text(ru="Перенести или удалить", en="Move or delete"),
    "moveTo": Text(ru="Новая дата", en="New date"),
    "move": Text(ru="Перенести", en="Move"),
    "carry": Text(ru="Перенести по сетке стрелками", en="Move in the grid with arrow keys"),
    "remove": Text(ru="Удалить", en="Delete"),
    "removed": Text(ru="Событие удалено.", en="The event was deleted."),
    "restore": Text(ru="Вернуть", en="Put it back"),
    "moved": Text(ru="Перенесено на {day}", en="Moved to {day}"),
    "carrying": Text(
        ru="Перенос: {title}. Стрелками выберите день, Enter перенесёт, Esc отменит.",
        en="Moving: {title}. Choose a day with the arrow keys, Enter moves it, Esc cancels.",
    ),
    "carryOff": Text(ru="Перенос отменён", en="The move was cancelled"),
    "newTitle": Text(ru="Новое событие", en="New event"),
    "editTitle": Text(ru="Изменить событие", en="Edit the event"),
    "add": Text(ru="Добавить", en="Add"),
    "save": Text(ru="Сохранить", en="Save"),
}

F_TITLE = Text(ru="Название", en="Title")
F_KIND = Text(ru="Вид", en="Kind")
F_ALL_DAY = Text(ru="Весь день", en="All day")
F_STARTS = Text(ru="Начало: дата", en="Start: date")
F_STARTS_TIME = Text(ru="Начало: время", en="Start: time")
F_ENDS = Text(ru="Конец: дата", en="End: date")
F_ENDS_TIME = Text(ru="Конец: время", en="End: time")
F_REPEAT = Text(ru="Повтор", en="Repetition")
F_INTERVAL = Text(ru="Через сколько повторять", en="Every how many")
F_INTERVAL_HINT = Text(ru="1: каждый раз, 2: через раз", en="1: every time, 2: every other time")
F_WEEKDAYS = Text(ru="По дням недели", en="On weekdays")
F_ENDING = Text(ru="До каких пор", en="Until when")
F_COUNT = Text(ru="Сколько раз", en="How many times")
F_UNTIL = Text(ru="Последний день", en="Last day")
F_LADDER = Text(ru="Напомнить", en="Remind")
F_PLACE = Text(ru="Место", en="Place")
F_NOTES = Text(ru="Заметки", en="Notes")
F_DOCUMENT = Text(ru="Документ", en="Document")
REPEATS: Final[dict[str, Text]] = {
    "": Text(ru="Не повторять", en="Once"),
    "DAILY": Text(ru="По дням", en="Daily"),
    "WEEKLY": Text(ru="По неделям", en="Weekly"),
    "MONTHLY": Text(ru="По месяцам", en="Monthly"),
    "YEARLY": Text(ru="По годам", en="Yearly"),
}
ENDINGS: Final[dict[str, Text]] = {
    "": Text(ru="Без конца", en="Without end"),
    "until": Text(ru="До даты", en="Until a date"),
    "count": Text(ru="Число раз", en="A number of times"),
}
WEEKDAYS: Final[dict[str, Text]] = {
    "MO": Text(ru="Пн", en="Mon"),
    "TU": Text(ru="Вт", en="Tue"),
    "WE": Text(ru="Ср", en="Wed"),
    "TH": Text(ru="Чт", en="Thu"),
    "FR": Text(ru="Пт", en="Fri"),
    "SA": Text(ru="Сб", en="Sat"),
    "SU": Text(ru="Вс", en="Sun"),
}
RUNGS: Final[dict[str, Text]] = {
    "180": Text(ru="за полгода", en="half a year before"),
    "90": Text(ru="за 90 дней", en="90 days before"),
    "60": Text(ru="за 60 дней", en="60 days before"),
    "30": Text(ru="за 30 дней", en="30 days before"),
    "14": Text(ru="за 14 дней", en="14 days before"),
    "7": Text(ru="за 7 дней", en="7 days before"),
    "3": Text(ru="за 3 дня", en="3 days before"),
    "1": Text(ru="накануне", en="the day before"),
    "0": Text(ru="в этот день", en="on the day"),
    "-1": Text(ru="на следующий день", en="the day after"),
}
