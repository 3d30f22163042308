"""Words of reminders: under the bell, in letters and in SMS."""

from medportal.kernel.text import Plural, Text

DAYS = Plural("день", "дня", "дней", "day", "days")
DATES = Plural("дата", "даты", "дат", "date", "dates")

AHEAD = Text(ru="Через {days}, {on}.", en="In {days}, on {on}.")
TODAY = Text(ru="Сегодня, {on}.", en="Today, {on}.")
TOMORROW = Text(ru="Завтра, {on}.", en="Tomorrow, {on}.")
LATE = Text(ru="Срок был {on}, прошло {days}.", en="It was due on {on}, {days} ago.")

MOVED = Text(ru="План изменился", en="The plan has changed")
MOVED_ONE = Text(ru="{title}: теперь {to}. {why}.", en="{title}: now {to}. {why}.")
MOVED_MORE = Text(
    ru="И ещё {dates}: весь список в календаре.", en="And {dates} more: the whole list is in the calendar."
)

SUBJECT = Text(ru="Напоминание: {title}", en="Reminder: {title}")
BODY = Text(
    ru="Здравствуйте.\n\n{title}. {when}\n\n{consequence}Календарь: {link}\n\nЧто и когда присылать, можно выбрать в календаре.",
    en="Hello.\n\n{title}. {when}\n\n{consequence}Calendar: {link}\n\nWhat is sent and when can be chosen in the calendar.",
)
BRIEF = Text(ru="МедПортал: {title}. {when}", en="MedPortal: {title}. {when}")
DIGEST_SUBJECT = Text(ru="Напоминания: {dates}", en="Reminders: {dates}")
DIGEST_BODY = Text(
    ru="Здравствуйте.\n\n{lines}\n\nКалендарь: {link}\n\nЧто и когда присылать, можно выбрать в календаре.",
    en="Hello.\n\n{lines}\n\nCalendar: {link}\n\nWhat is sent and when can be chosen in the calendar.",
)
DIGEST_BRIEF = Text(
    ru="МедПортал: напоминаний в календаре: {count}", en="MedPortal: reminders in your calendar: {count}"
)
