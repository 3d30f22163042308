"""Words of the day sheet."""

from medportal.kernel.text import Text

TITLE = Text(ru="Дневной лист", en="Day sheet")
LEAD = Text(
    ru="Заполните день за минуту: стрелки переходят между строками, «+» и «−» меняют число, цифры вписывают его.",
    en="Fill a day in within a minute: arrows go between lines, “+” and “−” change a number, digits write it.",
)
WORDS: dict[str, Text] = {
    "day": Text(ru="День", en="Day"),
    "earlier": Text(ru="Предыдущий день", en="Day before"),
    "later": Text(ru="Следующий день", en="Day after"),
    "line": Text(ru="Посещения", en="Visits"),
    "count": Text(ru="Число", en="Number"),
    "less": Text(ru="Меньше", en="Less"),
    "more": Text(ru="Больше", en="More"),
    "no_shows": Text(ru="Неявки", en="No-shows"),
    "minutes": Text(ru="Минут на все посещения", en="Minutes for all visits"),
    "sum": Text(ru="Всего посещений", en="Visits in all"),
    "mean": Text(ru="Минут на посещение", en="Minutes a visit"),
    "saving": Text(ru="Сохраняем…", en="Saving…"),
    "saved": Text(ru="Сохранено", en="Saved"),
    "not_saved": Text(
        ru="Не сохранено: нет соединения. Числа останутся на странице, попробуем ещё раз.",
        en="Not saved: no connection. The numbers stay on the page, we will try again.",
    ),
    "loading": Text(ru="Открываем день…", en="Opening the day…"),
    "add_title": Text(ru="Добавить строку", en="Add a line"),
    "add": Text(ru="Добавить", en="Add"),
    "remove": Text(ru="Убрать строку", en="Take the line away"),
    "reason": Text(ru="Цель", en="Reason"),
    "kind": Text(ru="Первичное или повторное", en="First or repeat"),
    "place": Text(ru="Место", en="Place"),
    "payment": Text(ru="Кто платит", en="Who pays"),
    "diagnosis": Text(ru="Код МКБ-10", en="ICD-10 code"),
    "service": Text(ru="Код услуги", en="Code of the service"),
    "twice": Text(ru="Такая строка уже есть.", en="This line is here already."),
    "unset": Text(ru="Не указано", en="Not given"),
}
