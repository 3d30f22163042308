"""Words of the viewer of one document."""

from medportal.kernel.text import Text

TITLE = Text(ru="Документ", en="Document")

VIEWER: dict[str, Text] = {
    "none": Text(ru="Такого документа нет", en="There is no such document"),
    "none_lead": Text(
        ru="Возможно, он удалён или ссылка набрана с ошибкой. Ваши документы целы.",
        en="It may have been deleted, or the link is mistyped. Your documents are safe.",
    ),
    "to_gallery": Text(ru="Мои документы", en="My documents"),
    "to_bin": Text(ru="Корзина", en="Bin"),
    "trouble": Text(
        ru="Документ не загрузился. Проверьте связь и обновите страницу.",
        en="The document did not load. Check the connection and reload the page.",
    ),
    # The page
    "tools": Text(ru="Просмотр страницы", en="Page tools"),
    "page_back": Text(ru="Предыдущая страница", en="Previous page"),
    "page_on": Text(ru="Следующая страница", en="Next page"),
    "page_of": Text(ru="{page} из {count}", en="{page} of {count}"),
    "page_go": Text(ru="Страница {page}", en="Page {page}"),
    "page_label": Text(ru="{title}: страница {page} из {count}", en="{title}: page {page} of {count}"),
    "page_trouble": Text(
        ru="Страница не открылась. Проверьте связь и обновите страницу браузера.",
        en="The page did not open. Check the connection and reload the browser’s page.",
    ),
    "no_pages": Text(
        ru="Страницы появятся, когда файл будет проверен.", en="Pages appear as soon as the file has been checked."
    ),
    "zoom_in": Text(ru="Крупнее", en="Zoom in"),
    "zoom_out": Text(ru="Мельче", en="Zoom out"),
    "turn": Text(ru="Повернуть", en="Rotate"),
    "fit": Text(ru="По ширине", en="Fit the width"),
    "keys": Text(
        ru="На странице работают клавиши: + и − масштаб, 0 по ширине, R поворот, PageUp и PageDown страницы.",
        en="Keys on the page: + and − zoom, 0 fit the width, R rotate, PageUp and PageDown pages.",
    ),
    # The verdict
    "means_gathering": Text(ru="Страницы ещё загружаются.", en="Pages are still being uploaded."),
    "means_uploaded": Text(
        ru="Файл принят, сейчас портал его прочтёт. Обновлять страницу не нужно.",
        en="The file is here and will be read now. There is no need to reload the page.",
    ),
    "means_checking": Text(
        ru="Портал читает документ и сверяет его с реестрами. Обновлять страницу не нужно.",
        en="The portal reads the document and compares it with registers. There is no need to reload the page.",
    ),
    "means_in_review": Text(
        ru="Документ смотрит сотрудник. Мы сообщим, когда появится решение.",
        en="A member of staff looks at the document. You will be told of the decision.",
    ),
    "means_verified": Text(ru="Документ принят и действует.", en="The document is accepted and valid."),
    "means_kept": Text(
        ru="Документы этого вида хранятся без проверки.", en="Documents of this kind are kept without a check."
    ),
    "means_expired": Text(
        ru="Срок действия закончился. Загрузите новый документ.", en="The document is out of date. Upload a new one."
    ),
    "means_superseded": Text(
        ru="Вы загрузили более новую версию этого документа.", en="You have uploaded a newer version of this document."
    ),
    "type_now": Text(ru="Заполнить данные", en="Type the details"),
    "note": Text(ru="Пояснение сотрудника", en="Note by staff"),
    "mend_until": Text(ru="Исправьте до {date}.", en="Please mend it by {date}."),
    "answer_by": Text(ru="Ответ будет не позднее {date}.", en="You will have an answer by {date}."),
    # What was read
    "read_title": Text(ru="Что прочитано со скана", en="What was read on the scan"),
    "read_hint": Text(
        ru="Выберите строку, и место на странице будет обведено.",
        en="Choose a line, and its place on the page is framed.",
    ),
    "proven": Text(ru="контрольные цифры сходятся", en="check digits match"),
    "from_code": Text(ru="из строки кода, проверьте", en="from the code lines, please check"),
    "from_print": Text(ru="из печатного текста, проверьте", en="from print, please check"),
    "known": Text(ru="в ваших данных: {value}", en="in your details: {value}"),
    "unread": Text(ru="Не прочитано:", en="Could not be read:"),
    # Facts
    "facts_title": Text(ru="Сведения", en="Details"),
    "added": Text(ru="Добавлен", en="Added"),
    "file": Text(ru="Файл", en="File"),
    "issued": Text(ru="Выдан", en="Issued"),
    "expires": Text(ru="Действует до", en="Valid until"),
    "expiring": Text(ru="Скоро истекает", en="Expires soon"),
    "pages_count": Text(ru="Страниц", en="Pages"),
    "scan": Text(ru="Проверка на вирусы", en="Virus check"),
    "signature": Text(ru="Электронная подпись", en="Electronic signature"),
    "signed": Text(ru="Приложена", en="Attached"),
    # Own fields
    "own_title": Text(ru="Данные документа", en="Details on the document"),
    "optional": Text(ru="(необязательно)", en="(optional)"),
    "day_hint": Text(ru="ДД.ММ.ГГГГ", en="ДД.ММ.ГГГГ (day, month, year)"),
    "save": Text(ru="Сохранить", en="Save"),
    "saved": Text(ru="Сохранено", en="Saved"),
    # Signature
    "signature_title": Text(ru="Файл электронной подписи", en="Signature file"),
    "signature_hint": Text(
        ru="Отсоединённая подпись к этому документу: .sig или .p7s, до 10 МБ.",
        en="A detached signature of this document: .sig or .p7s, up to 10 MB.",
    ),
    "signature_choose": Text(ru="Выбрать файл подписи", en="Choose the signature file"),
    "signature_type": Text(
        ru="Сюда добавляется только файл подписи: .sig или .p7s.", en="Only a signature file goes here: .sig or .p7s."
    ),
    "bad_size": Text(
        ru="Файл пуст или больше 10 МБ. Выберите другой файл.",
        en="The file is empty or larger than 10 MB. Choose another file.",
    ),
    "not_sent": Text(
        ru="Не получилось загрузить. Проверьте связь и повторите.",
        en="The upload failed. Check the connection and try again.",
    ),
    # What may be done
    "acts": Text(ru="Действия с документом", en="What can be done with the document"),
    "original": Text(ru="Скачать оригинал", en="Download the original"),
    "replace": Text(ru="Заменить", en="Replace"),
    "bin": Text(ru="В корзину", en="Move to the bin"),
    "binned": Text(ru="Документ в корзине.", en="The document is in the bin."),
    "gone_on": Text(ru="Удалится {date}. Осталось дней: {days}.", en="Goes on {date}. Days left: {days}."),
    "restore": Text(ru="Восстановить", en="Restore"),
    # History
    "history_title": Text(ru="История", en="History"),
    "versions": Text(ru="Версии", en="Versions"),
    "version": Text(ru="Версия", en="Version"),
    "this_version": Text(ru="Эта версия", en="This version"),
    "moves": Text(ru="Состояния", en="States"),
    "looks": Text(ru="Кто открывал", en="Who has opened it"),
    "look_view": Text(ru="карточка документа", en="the document’s page"),
    "look_page": Text(ru="страницы", en="its pages"),
    "look_original": Text(ru="скачан оригинал", en="the original was downloaded"),
}
