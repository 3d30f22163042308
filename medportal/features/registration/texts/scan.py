"""Words of the scan that fills a form."""

from typing import Final

from medportal.kernel.text import Text

# By the name under which the browser's component knows them.
WORDS: Final[dict[str, Text]] = {
    "title": Text(
        ru="Сфотографируйте или загрузите паспорт — поля заполнятся сами",
        en="Photograph or upload your passport: the fields fill themselves in",
    ),
    "title_read": Text(ru="Прочитано из скана паспорта", en="Read from the scan of your passport"),
    "title_none": Text(ru="Скан паспорта", en="Scan of the passport"),
    "lead": Text(
        ru="Разворот с фотографией и страница с регистрацией: PDF, JPG или PNG, до 10 МБ. Можно выбрать несколько снимков "
        "сразу. Файл хранится зашифрованным; его видите вы и сотрудник, который проверяет документ.",
        en="The spread with the photo and the page with the registration: PDF, JPG or PNG, up to 10 MB. You may choose "
        "several pictures at once. The file is kept sealed; you see it, and the member of staff who checks the document.",
    ),
    "camera": Text(ru="Сфотографировать", en="Take a photo"),
    "choose": Text(ru="Выбрать файлы", en="Choose files"),
    "choose_again": Text(ru="Загрузить другой скан", en="Upload another scan"),
    "cancel": Text(ru="Отменить", en="Cancel"),
    "sending": Text(ru="Отправляем скан.", en="Sending the scan."),
    "reading": Text(ru="Читаем паспорт, это займёт несколько секунд.", en="Reading the passport, a few seconds."),
    "lost": Text(
        ru="Связь пропала. Отправка продолжится, когда она вернётся.",
        en="The connection is lost. Sending goes on when it is back.",
    ),
    "not_sent": Text(
        ru="Скан не отправлен. Попробуйте ещё раз или введите данные сами.",
        en="The scan was not sent. Try again, or type the data yourself.",
    ),
    "filled": Text(
        ru="Заполнено полей: {count}. Сверьте их с паспортом.",
        en="Fields filled in: {count}. Compare them with the passport.",
    ),
    "some_differ": Text(
        ru="Часть введённого отличается от прочитанного: отличия показаны у полей.",
        en="Some of what you typed differs from what was read: see beside the fields.",
    ),
    "hidden": Text(
        ru="Паспорт прочитан. Чтобы увидеть прочитанное, откройте данные паролем в личном кабинете.",
        en="The passport was read. To see what was read, reveal your details with the password in the cabinet.",
    ),
    "by_hand": Text(
        ru="Прочитать скан не удалось. Введите данные сами: их сверит сотрудник.",
        en="The scan could not be read. Type the data yourself: a member of staff will compare them.",
    ),
    "nothing": Text(
        ru="Для этого раздела ничего прочитать не удалось. Введите данные сами.",
        en="Nothing could be read for this section. Type the data yourself.",
    ),
    "could_not": Text(ru="Прочитать не удалось:", en="Could not be read:"),
    "type_them": Text(ru="Введите сами.", en="Type it yourself."),
    "unread_here": Text(ru="На скане не прочитано: введите сами", en="Not read on the scan: type it yourself"),
    "take_all": Text(ru="Заполнить пустые поля", en="Fill in the empty fields"),
    "from_scan": Text(ru="прочитано из скана", en="read from the scan"),
    "proven": Text(ru="подтверждено контрольными цифрами", en="confirmed by check digits"),
    "look": Text(ru="проверьте", en="please check"),
    "checked": Text(ru="проверено вами", en="checked by you"),
    "all_right": Text(ru="Всё заполненное верно", en="Everything filled in is correct"),
    "right": Text(ru="Верно", en="Correct"),
    "was_read": Text(ru="На скане:", en="On the scan:"),
    "differs": Text(ru="На скане иначе:", en="Differs on the scan:"),
    "take": Text(ru="Взять из скана", en="Take from the scan"),
}
# What is said otherwise to an operator who scans for the client at his table.
CLIENT_WORDS: Final[dict[str, Text]] = {
    "title": Text(
        ru="Отсканируйте паспорт клиента — поля заполнятся сами",
        en="Scan the client’s passport: the fields fill themselves in",
    ),
    "title_read": Text(ru="Прочитано из скана паспорта клиента", en="Read from the scan of the client’s passport"),
    "lead": Text(
        ru="Разворот с фотографией и страница с регистрацией: PDF, JPG или PNG, до 10 МБ. Файл хранится зашифрованным. "
        "Прочитанное сверьте с паспортом на столе.",
        en="The spread with the photo and the page with the registration: PDF, JPG or PNG, up to 10 MB. The file is kept "
        "sealed. Compare what was read with the passport on the table.",
    ),
    "not_sent": Text(
        ru="Скан не отправлен. Попробуйте ещё раз или введите данные с паспорта.",
        en="The scan was not sent. Try again, or key the data in from the passport.",
    ),
    "by_hand": Text(
        ru="Прочитать скан не удалось. Отсканируйте паспорт ещё раз или введите данные сами.",
        en="The scan could not be read. Scan the passport again, or key the data in.",
    ),
}
