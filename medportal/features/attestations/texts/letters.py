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
    ru="Здравствуйте.\n\n{title}. {when}\n\n{consequence}Календарь: {link}\n\nЧто и когда присылать, можно выбрать в календаре. Больше не присылать писем: {unsubscribe}",
    en="Hello.\n\n{title}. {when}\n\n{consequence}Calendar: {link}\n\nWhat is sent and when can be chosen in the calendar. To get no more letters: {unsubscribe}",
)
BRIEF = Text(ru="МедПортал: {title}. {when}", en="MedPortal: {title}. {when}")
DIGEST_SUBJECT = Text(ru="Напоминания: {dates}", en="Reminders: {dates}")
DIGEST_BODY = Text(
    ru="Здравствуйте.\n\n{lines}\n\nКалендарь: {link}\n\nЧто и когда присылать, можно выбрать в календаре. Больше не присылать писем: {unsubscribe}",
    en="Hello.\n\n{lines}\n\nCalendar: {link}\n\nWhat is sent and when can be chosen in the calendar. To get no more letters: {unsubscribe}",
)
DIGEST_BRIEF = Text(
    ru="МедПортал: напоминаний в календаре: {count}", en="MedPortal: reminders in your calendar: {count}"
)

UNSUBSCRIBE_TITLE = Text(ru="Напоминания по почте", en="Reminders by e-mail")
UNSUBSCRIBE_ASK = Text(
    ru="Больше не присылать напоминания календаря по почте? В портале они останутся.",
    en="Send no more reminders of the calendar by e-mail? In the portal they stay.",
)
UNSUBSCRIBE_BUTTON = Text(ru="Больше не присылать", en="Send no more")
UNSUBSCRIBED = Text(
    ru="Напоминания по почте отключены. Включить их снова можно в календаре, в разделе «Напоминания».",
    en="Reminders by e-mail are off. They can be switched on again in the calendar, under “Reminders”.",
)
UNSUBSCRIBE_NONE = Text(
    ru="Ссылка не действует. Откройте её из письма ещё раз целиком.",
    en="The link does not work. Open the whole link from the letter again.",
)
