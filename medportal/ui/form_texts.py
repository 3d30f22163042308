"""Words that every form uses."""

from medportal.kernel.text import Text

ERRORS_TITLE = Text(ru="Проверьте ответы", en="Check your answers")
MEND = Text(ru="Исправить", en="Mend it")
CONTINUE = Text(ru="Продолжить", en="Continue")
WAIT = Text(ru="Проверяем…", en="Checking…")
SAVING = Text(ru="Сохраняем…", en="Saving…")
SAVED = Text(ru="Сохранено", en="Saved")
OFFLINE = Text(
    ru="Нет связи. Не закрывайте страницу: ответы сохранятся, как только связь вернётся.",
    en="No connection. Keep the page open: your answers will be saved as soon as it is back.",
)
OPTIONAL = Text(ru="(необязательно)", en="(optional)")
NOTHING_FOUND = Text(ru="Ничего не найдено. Проверьте, как пишется.", en="Nothing found. Check the spelling.")
FOUND = Text(ru="Найдено: {count}", en="Found: {count}")
SHOW_PASSWORD = Text(ru="Показать", en="Show")
HIDE_PASSWORD = Text(ru="Скрыть", en="Hide")
STRENGTH = Text(ru="Надёжность пароля", en="Password strength")
BACK_TO_LIST = Text(ru="К списку разделов", en="To the list of sections")
