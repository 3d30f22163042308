"""Words of posts."""

from typing import Final

from medportal.kernel.text import Text

TITLE = Text(ru="Объявления врачам", en="Announcements to doctors")
LEAD = Text(
    ru="Объявление появится в календаре и в уведомлениях тех, кому оно адресовано.",
    en="An announcement appears in the calendar and under the bell of those it is addressed to.",
)
KINDS: Final[dict[str, Text]] = {
    "inspection": Text(ru="Предстоящая проверка", en="Coming inspection"),
    "programme": Text(ru="Государственная программа", en="State programme"),
    "competition": Text(ru="Конкурс", en="Competition"),
    "regulation": Text(ru="Изменение нормативных актов", en="Change of regulations"),
}
LEVELS: Final[dict[str, Text]] = {
    "0": Text(ru="Всем", en="Everybody"),
    "1": Text(ru="Упрощённая и выше", en="Simple and above"),
    "2": Text(ru="Стандартная и выше", en="Standard and above"),
    "3": Text(ru="Подтверждённая", en="Confirmed"),
}
F_KIND = Text(ru="О чём", en="What it is about")
F_TITLE_RU = Text(ru="Заголовок", en="Title in Russian")
F_TITLE_EN = Text(ru="Заголовок по-английски", en="Title in English")
F_BODY_RU = Text(ru="Текст", en="Text in Russian")
F_BODY_EN = Text(ru="Текст по-английски", en="Text in English")
F_ENGLISH_HINT = Text(ru="Если оставить пустым, покажем русский", en="Left empty, the Russian words are shown")
F_DATE = Text(ru="Дата в календаре", en="Date in the calendar")
F_DATE_HINT = Text(
    ru="Без даты объявление придёт только в уведомления", en="Without a date it goes under the bell only"
)
F_REGION = Text(ru="Регион", en="Region")
F_SPECIALITY = Text(ru="Специальность", en="Speciality")
F_LEVEL = Text(ru="Уровень учётной записи", en="Level of the account")
ALL = Text(ru="Все", en="All")
PUBLISH = Text(ru="Опубликовать", en="Publish")
PUBLISHED = Text(ru="Опубликовано. Объявление рассылается.", en="Published. It is on its way.")
WITHDRAW = Text(ru="Отозвать", en="Withdraw")
WITHDRAWN = Text(ru="Отозвано", en="Withdrawn")
REACHED = Text(ru="Получили: {count}", en="Reached: {count}")
GOING = Text(ru="рассылается", en="on its way")
DONE = Text(ru="доставлено всем", en="reached everybody")
EMPTY = Text(ru="Объявлений пока не было.", en="There were no announcements yet.")
LIST = Text(ru="Опубликованные", en="Published")
NO_POST = Text(ru="Такого объявления нет.", en="There is no such announcement.")
STAFF_ONLY = Text(ru="Объявления публикуют сотрудники портала.", en="Announcements are made by the portal’s staff.")
TITLE_MISSING = Text(ru="Введите заголовок.", en="Enter a title.")
TITLE_LONG = Text(ru="Сократите заголовок до 200 знаков.", en="Shorten the title to 200 characters.")
BODY_MISSING = Text(ru="Введите текст.", en="Enter a text.")
BODY_LONG = Text(ru="Сократите текст до 2000 знаков.", en="Shorten the text to 2,000 characters.")
DATE_WRONG = Text(ru="Введите дату полностью.", en="Enter the full date.")
