"""Words of the screens of documents: gallery, bin, uploader. Tables are handed to the browser's components by name."""

from medportal.kernel.text import Text

TITLE = Text(ru="Мои документы", en="My documents")
ADD = Text(ru="Добавить документ", en="Add a document")
BIN = Text(ru="Корзина", en="Bin")
BIN_LEAD = Text(
    ru="Документ лежит в корзине 30 дней, потом удаляется без возможности вернуть. То, на чём основано решение, хранится дольше.",
    en="A document stays in the bin for 30 days and is then deleted for good. What a decision rests on is kept longer.",
)
TO_GALLERY = Text(ru="К моим документам", en="To my documents")
RESTORED = Text(ru="Документ возвращён в раздел «Мои документы».", en="The document is back in “My documents”.")
TROUBLE = Text(
    ru="Документы не загрузились. Проверьте связь и обновите страницу.",
    en="The documents did not load. Check the connection and reload the page.",
)

# What a doctor adds first, and what for: any of the kinds will do.
FIRST: tuple[tuple[tuple[str, ...], Text, Text], ...] = (
    (
        ("passport",),
        Text(ru="Паспорт", en="Passport"),
        Text(
            ru="Нужен для уровня «Стандартная». Портал сам прочтёт серию, номер, дату выдачи и адрес.",
            en="Needed for the level “Standard”. The portal reads series, number, date of issue and address by itself.",
        ),
    ),
    (
        ("diploma", "accreditation", "certificate"),
        Text(ru="Диплом или выписка об аккредитации", en="Diploma or accreditation extract"),
        Text(
            ru="Нужны для уровня «Стандартная» и подтверждают вашу квалификацию.",
            en="Needed for the level “Standard”; proves your qualification.",
        ),
    ),
    (
        ("oms_policy",),
        Text(ru="Полис ОМС", en="OMS policy"),
        Text(
            ru="Нужен для уровня «Подтверждённая»: без него закрыты заявления.",
            en="Needed for the level “Confirmed”: applications are closed without it.",
        ),
    ),
)

STATE_FILTERS: dict[str, Text] = {
    "checking": Text(ru="Проверяется", en="Being checked"),
    "in_review": Text(ru="Проверяется сотрудником", en="Being reviewed"),
    "verified": Text(ru="Подтверждён", en="Confirmed"),
    "kept": Text(ru="Сохранён", en="Kept"),
    "fix_needed": Text(ru="Нужно исправить", en="Needs mending"),
    "rejected": Text(ru="Отклонён", en="Rejected"),
    "expiring": Text(ru="Истекает", en="Expires soon"),
    "expired": Text(ru="Истёк", en="Expired"),
    "superseded": Text(ru="Заменён", en="Replaced"),
}

GALLERY: dict[str, Text] = {
    "trouble": TROUBLE,
    "filters": Text(ru="Поиск и отбор", en="Search and filters"),
    "filter_more": Text(ru="Отбор", en="Filters"),
    "search": Text(ru="Поиск", en="Search"),
    "kind": Text(ru="Вид", en="Kind"),
    "all_kinds": Text(ru="Все виды", en="All kinds"),
    "state": Text(ru="Состояние", en="State"),
    "all_states": Text(ru="Все состояния", en="All states"),
    "order": Text(ru="Порядок", en="Order"),
    "order_newest": Text(ru="Сначала новые", en="Newest first"),
    "order_oldest": Text(ru="Сначала старые", en="Oldest first"),
    "order_kind": Text(ru="По виду", en="By kind"),
    "order_ending": Text(ru="По сроку действия", en="By expiry"),
    "look": Text(ru="Как показывать", en="How to show"),
    "look_grid": Text(ru="Плитка", en="Grid"),
    "look_list": Text(ru="Список", en="List"),
    "shown": Text(ru="Показано: {shown} из {total}", en="Shown: {shown} of {total}"),
    "more": Text(ru="Показать ещё (осталось: {left})", en="Show more ({left} left)"),
    "pages": Text(ru="страниц: {count}", en="pages: {count}"),
    "added_on": Text(ru="Добавлен {date}", en="Added {date}"),
    "issued_on": Text(ru="Выдан {date}", en="Issued {date}"),
    "expires_on": Text(ru="Действует до {date}", en="Valid until {date}"),
    "gone_on": Text(ru="Удалится {date}. Осталось дней: {days}.", en="Goes on {date}. Days left: {days}."),
    "restore": Text(ru="Восстановить", en="Restore"),
    "restore_of": Text(ru="Восстановить: {kind}, добавлен {date}", en="Restore: {kind}, added {date}"),
    "bin_empty": Text(ru="Корзина пуста.", en="The bin is empty."),
    "nothing_found": Text(
        ru="По этим условиям ничего не нашлось. Измените запрос или сбросьте отбор.",
        en="Nothing was found. Change the search or reset the filters.",
    ),
    "forget": Text(ru="Сбросить отбор", en="Reset the filters"),
    "empty_title": Text(ru="Здесь пока нет документов", en="There are no documents yet"),
    "empty_lead": Text(
        ru="Подойдёт скан или снимок на телефон. Портал прочтёт его за секунды и сразу скажет, если что-то не так. Начните с этих:",
        en="A scan or a photo taken with the phone will do. The portal reads it within seconds and says at once if something is wrong. Begin with these:",
    ),
    "missing": Text(ru="Добавьте ещё:", en="Add as well:"),
}

UPLOADER: dict[str, Text] = {
    "title": Text(ru="Новый документ", en="New document"),
    "title_instead": Text(ru="Новая версия документа", en="A new version of the document"),
    "instead_hint": Text(
        ru="Прежняя версия сохранится в истории с пометкой «Заменён».",
        en="The former version stays in the history, marked “Replaced”.",
    ),
    "close": Text(ru="Закрыть", en="Close"),
    "kind": Text(ru="Что это за документ", en="What document is it"),
    "kind_choose": Text(ru="Выберите вид", en="Choose the kind"),
    "kind_hint": Text(
        ru="От вида зависит, кто и как проверит документ.",
        en="The kind decides who checks the document, and how.",
    ),
    "choose_kind": Text(ru="Выберите, что это за документ.", en="Choose what document it is."),
    "camera": Text(ru="Сфотографировать", en="Take a photo"),
    "camera_more": Text(ru="Снять следующую страницу", en="Photograph the next page"),
    "choose": Text(ru="Выбрать файлы", en="Choose files"),
    "drop_hint": Text(
        ru="Или перетащите файлы сюда, или вставьте снимок из буфера обмена: Ctrl+V.",
        en="Or drop files here, or paste a picture from the clipboard: Ctrl+V.",
    ),
    "drop_here": Text(ru="Отпустите, чтобы добавить", en="Drop to add"),
    "limits": Text(
        ru="PDF, JPG или PNG; до 10 МБ каждый файл и до 10 страниц. Файл электронной подписи добавляется потом, на странице документа.",
        en="PDF, JPG or PNG; up to 10 MB each file and up to 10 pages. A signature file is added later, on the document’s page.",
    ),
    "several": Text(ru="Снимков несколько", en="There are several photos"),
    "join": Text(ru="Это страницы одного документа", en="They are pages of one document"),
    "apart": Text(ru="Это разные документы", en="They are different documents"),
    "order_hint": Text(
        ru="Страницы пойдут в этом порядке. Меняйте его стрелками или перетаскиванием.",
        en="Pages follow in this order. Change it with the arrows or by dragging.",
    ),
    "list": Text(ru="Выбранные файлы", en="Chosen files"),
    "go": Text(ru="Загрузить", en="Upload"),
    "go_joined": Text(ru="Загрузить одним документом", en="Upload as one document"),
    "retry": Text(ru="Повторить загрузку", en="Try again"),
    "sending": Text(ru="Загружаем…", en="Uploading…"),
    "added": Text(ru="Добавлено файлов: {count}", en="Files added: {count}"),
    "removed": Text(ru="Убран файл {name}", en="Removed {name}"),
    "moved": Text(ru="Теперь место {place} из {count}", en="Now at place {place} of {count}"),
    "up": Text(ru="Выше: {name}", en="Move up: {name}"),
    "down": Text(ru="Ниже: {name}", en="Move down: {name}"),
    "remove": Text(ru="Убрать: {name}", en="Remove: {name}"),
    "cancel": Text(ru="Отменить", en="Cancel"),
    "cancel_of": Text(ru="Отменить загрузку: {name}", en="Cancel the upload: {name}"),
    "cancelled": Text(ru="Загрузка отменена: {name}", en="Upload cancelled: {name}"),
    "progress": Text(ru="Загрузка: {name}", en="Upload: {name}"),
    "begun": Text(ru="Загрузка началась", en="The upload has begun"),
    "half": Text(ru="Загружена половина", en="Half of it is uploaded"),
    "done": Text(ru="Загружено. Документ проверяется.", en="Uploaded. The document is being checked."),
    "failed": Text(ru="Не загружено: {name}", en="Not uploaded: {name}"),
    "lost": Text(
        ru="Связь прервалась. Загрузка продолжится сама, когда связь вернётся.",
        en="The connection is lost. The upload goes on by itself when it is back.",
    ),
    "open": Text(ru="Открыть документ", en="Open the document"),
    "checking": Text(
        ru="Загружено. Проверка идёт несколько секунд: состояние изменится на карточке само.",
        en="Uploaded. Checking takes a few seconds: the state on the card changes by itself.",
    ),
    "state_sending": Text(ru="Загружается", en="Uploading"),
    "state_sent": Text(ru="Передан", en="Sent"),
    "state_lost": Text(ru="Ждём связи", en="Waiting for the connection"),
    "state_held": Text(ru="Пробуем ещё раз", en="Trying again"),
    "state_done": Text(ru="Загружен", en="Uploaded"),
    "state_failed": Text(ru="Не загружен", en="Not uploaded"),
    "state_refused": Text(ru="Не принят", en="Not accepted"),
    "not_sent": Text(
        ru="Не получилось загрузить: нет связи с порталом. Проверьте связь и повторите.",
        en="The upload failed: the portal cannot be reached. Check the connection and try again.",
    ),
    "bad_type": Text(
        ru="Такой файл не подойдёт. Нужен PDF, JPG или PNG.", en="This file will not do. PDF, JPG or PNG is needed."
    ),
    "bad_signature": Text(
        ru="Это файл электронной подписи. Сначала загрузите документ, потом добавьте подпись на его странице.",
        en="This is a signature file. Upload the document first, then add the signature on its page.",
    ),
    "bad_size": Text(
        ru="Файл больше 10 МБ. Уменьшите разрешение или разделите документ.",
        en="The file is larger than 10 MB. Lower the resolution or split the document.",
    ),
    "bad_empty": Text(ru="Файл пуст. Выберите его ещё раз.", en="The file is empty. Choose it again."),
    "bad_pages": Text(
        ru="В одном документе не больше 10 страниц. Уберите лишние снимки.",
        en="A document has no more than 10 pages. Remove the photos that are too many.",
    ),
    "doubt": Text(ru="Предупреждение о снимке", en="A warning about the photo"),
    "doubt_small": Text(
        ru="Снимок мелкий: текст может не прочитаться. Снимите ближе, чтобы документ занял весь кадр.",
        en="The photo is small: its text may not be readable. Move closer, so that the document fills the frame.",
    ),
    "doubt_dark": Text(
        ru="Снимок тёмный или бледный. Снимите при дневном свете или под лампой.",
        en="The photo is dark or pale. Take it in daylight or under a lamp.",
    ),
    "doubt_blurred": Text(
        ru="Снимок нерезкий. Положите документ на стол и дождитесь фокусировки.",
        en="The photo is blurred. Lay the document on a table and wait for the focus.",
    ),
    "look_first": Text(
        ru="Посмотрите на предупреждения: переснимите или подтвердите, что загружаете как есть.",
        en="Look at the warnings: take the photo again, or say that you upload it as it is.",
    ),
    "sure": Text(ru="Загрузить всё равно", en="Upload all the same"),
    "sure_said": Text(ru="Загрузим как есть.", en="It will be uploaded as it is."),
    "retake": Text(ru="Переснять", en="Take again"),
    "pasted": Text(ru="снимок", en="picture"),
    "kb": Text(ru="КБ", en="KB"),
    "mb": Text(ru="МБ", en="MB"),
}
# Where an operator scans for the client at his table.
CLIENT_UPLOADER: dict[str, Text] = {
    "title": Text(ru="Сканы оригиналов", en="Scans of the originals"),
    "limits": Text(
        ru="PDF, JPG или PNG; до 10 МБ каждый файл и до 10 страниц. В истории документа останется, что его принёс оператор.",
        en="PDF, JPG or PNG; up to 10 MB each file and up to 10 pages. The document’s history says that an operator brought it.",
    ),
    "done": Text(ru="Загружено.", en="Uploaded."),
    "checking": Text(
        ru="Загружено. Что прочитано и что не так, видно в списке ниже.",
        en="Uploaded. The list below says what was read and what is wrong.",
    ),
}
# What the browser says of a photo before it is sent; the wizard's scan of the passport says the same.
DOUBTS = ("doubt", "doubt_small", "doubt_dark", "doubt_blurred", "retake", "sure", "sure_said")
