"""Words of the desk."""

from typing import Final

from medportal.kernel.text import Plural, Text

TITLE: Final = Text(ru="Проверка данных", en="Verification desk")
SHELVES: Final[dict[str, Text]] = {
    "open": Text(ru="Все открытые", en="All open"),
    "mine": Text(ru="Назначенные мне", en="Assigned to me"),
    "held": Text(ru="Отложенные", en="On hold"),
    "waiting": Text(ru="Ждём врача", en="Waiting for the doctor"),
    "decided": Text(ru="Решённые", en="Decided"),
}
SHELVES_LABEL: Final = Text(ru="Очереди", en="Queues")
SUBJECTS: Final[dict[str, Text]] = {
    "document": Text(ru="Документ", en="Document"),
    "education": Text(ru="Образование", en="Education"),
    "policy": Text(ru="Полис ОМС", en="OMS policy"),
    "identity": Text(ru="Личность", en="Identity"),
    "duplicate": Text(ru="Повторная регистрация", en="Duplicate"),
}
PAPERS: Final[dict[str, Text]] = {
    "policy": Text(ru="Полис ОМС", en="OMS policy"),
    "diploma": Text(ru="Диплом", en="Diploma"),
    "internship": Text(ru="Интернатура", en="Internship"),
    "residency": Text(ru="Ординатура", en="Residency"),
    "training": Text(ru="Повышение квалификации", en="Further training"),
    "certificate": Text(ru="Сертификат специалиста", en="Specialist certificate"),
    "accreditation": Text(ru="Аккредитация", en="Accreditation"),
    "employment": Text(ru="Место работы", en="Workplace"),
    "licence": Text(ru="Лицензия", en="Licence"),
    "region": Text(ru="Право работать в регионе", en="Right to work in the region"),
}
RECORD: Final = Text(ru="{what}: сведения", en="{what}: details")
LIMITS: Final[dict[str, Text]] = {
    "in_time": Text(ru="В срок", en="In time"),
    "near": Text(ru="Срок близко", en="Limit is near"),
    "breached": Text(ru="Срок вышел", en="Limit is over"),
}
STATES: Final[dict[str, Text]] = {
    "open": Text(ru="Открыто", en="Open"),
    "held": Text(ru="Отложено", en="On hold"),
    "waiting": Text(ru="Ждёт врача", en="Waiting for the doctor"),
    "deciding": Text(ru="Решение можно отменить", en="The decision can be taken back"),
    "decided": Text(ru="Решено", en="Decided"),
    "withdrawn": Text(ru="Отозвано", en="Withdrawn"),
}
OUTCOMES: Final[dict[str, Text]] = {
    "confirmed": Text(ru="Подтверждено", en="Confirmed"),
    "refused": Text(ru="Отказано", en="Refused"),
}
DEEDS: Final[dict[str, Text]] = {
    "asked": Text(ru="Поставлено в очередь", en="Put into the queue"),
    "refreshed": Text(ru="Данные обновились", en="The details were renewed"),
    "looked": Text(ru="Просмотр", en="Looked"),
    "assigned": Text(ru="Взято в работу", en="Taken"),
    "released": Text(ru="Возвращено в общую очередь", en="Given back"),
    "held": Text(ru="Отложено", en="Put on hold"),
    "resumed": Text(ru="Возобновлено", en="Taken up again"),
    "noted": Text(ru="Добавлена заметка", en="A note was added"),
    "item_asked": Text(ru="Запрошено у врача", en="Asked of the doctor"),
    "answered": Text(ru="Врач ответил", en="The doctor answered"),
    "lapsed": Text(ru="Врач не ответил в срок", en="The doctor did not answer in time"),
    "confirmed": Text(ru="Подтверждено", en="Confirmed"),
    "refused": Text(ru="Отказано", en="Refused"),
    "undone": Text(ru="Решение отменено", en="The decision was taken back"),
    "withdrawn": Text(ru="Отозвано", en="Withdrawn"),
    "appealed": Text(ru="Обжаловано врачом", en="The doctor appealed"),
}
ROLES: Final[dict[str, Text]] = {
    "verifier": Text(ru="Верификатор", en="Verifier"),
    "operator": Text(ru="Оператор центра", en="Centre operator"),
    "support": Text(ru="Поддержка", en="Support"),
    "administrator": Text(ru="Администратор", en="Administrator"),
    "doctor": Text(ru="Врач", en="Doctor"),
    "applicant": Text(ru="Врач", en="Doctor"),
    "visitor": Text(ru="Посетитель", en="Visitor"),
    "system": Text(ru="Портал", en="Portal"),
}
YOU: Final = Text(ru="вы", en="you")
COLLEAGUE: Final = Text(ru="сотрудник", en="a colleague")
NOBODY: Final = Text(ru="никому не назначено", en="unassigned")

FILTER: Final = Text(ru="Показать", en="Show")
ORDERS: Final[dict[str, Text]] = {
    "limit": Text(ru="Сначала с близким сроком", en="Nearest limit first"),
    "age": Text(ru="Сначала давно поступившие", en="Longest waiting first"),
}
ALL_SORTS: Final = Text(ru="Все виды", en="All sorts")
ANY_LIMIT: Final = Text(ru="Любой срок", en="Any limit")
SAVED_HINT: Final = Text(
    ru="Выбранный отбор хранится в адресе страницы: добавьте её в закладки.",
    en="The choice stands in the page’s address: bookmark it.",
)
START: Final = Text(ru="Взять следующее дело", en="Take the next case")
COLUMN_CASE: Final = Text(ru="Дело", en="Case")
COLUMN_OPENED: Final = Text(ru="Поступило", en="Came in")
COLUMN_DUE: Final = Text(ru="Срок", en="Limit")
COLUMN_WHO: Final = Text(ru="У кого", en="With whom")
COLUMN_FAILED: Final = Text(ru="Не прошло правил", en="Rules not passed")
APPEAL: Final = Text(ru="обжалование", en="appeal")
OWN: Final = Text(ru="ваше собственное", en="your own")
EMPTY: Final = Text(
    ru="Здесь пусто. Новые дела появятся сами.", en="Nothing here. New cases will appear by themselves."
)
EMPTY_FILTERED: Final = Text(ru="По этому отбору дел нет.", en="No cases fit this choice.")
SHOW_ALL: Final = Text(ru="Показать все открытые", en="Show all open cases")
WORKING_DAYS: Final = Plural("рабочий день", "рабочих дня", "рабочих дней", "working day", "working days")
LEFT: Final = Text(ru="осталось: {days}", en="left: {days}")
TODAY: Final = Text(ru="сегодня", en="today")
OVERDUE: Final = Text(ru="просрочено: {days}", en="overdue: {days}")
TOTAL: Final = Text(ru="Дел в списке", en="Cases in the list")
MORE: Final = Text(ru="Следующие", en="Next page")

CASE_TITLE: Final = Text(ru="Дело", en="Case")
BACK: Final = Text(ru="К очереди", en="To the queue")
SCAN: Final = Text(ru="Скан", en="Scan")
NO_SCAN: Final = Text(ru="К этому делу не приложен скан.", en="No scan comes with this case.")
COMPARISON: Final = Text(ru="Сверка", en="Comparison")
COLUMN_FIELD: Final = Text(ru="Поле", en="Field")
COLUMN_READ: Final = Text(ru="Прочитано в документе", en="Read in the document")
COLUMN_TYPED: Final = Text(ru="Введено", en="Typed")
COLUMN_REGISTER: Final = Text(ru="Ответ реестра", en="Register’s answer")
DIFFERS_AT: Final = Text(ru="отличаются знаки", en="characters that differ:")
DIFFERS_WHOLE: Final = Text(ru="отличается целиком", en="differs altogether")
NOT_READ: Final = Text(ru="не прочитано", en="not read")
NOT_TYPED: Final = Text(ru="не введено", en="not typed")
REGISTER_SAME: Final = Text(ru="совпадает", en="matches")
REGISTER_DIFFERS: Final = Text(ru="отличается", en="differs")
REGISTER_NONE: Final = Text(ru="не проверяется", en="not checked")
REGISTER_SAYS: Final = Text(ru="{register}: {state}", en="{register}: {state}")
NO_VALUES: Final = Text(ru="Сверять нечего: значений нет.", en="There is nothing to compare.")
FAILED_RULES: Final = Text(ru="Правила, которые не прошли", en="Rules that did not pass")
NO_FAILED: Final = Text(ru="Автоматические правила замечаний не нашли.", en="The automatic rules found nothing wrong.")
HISTORY: Final = Text(ru="Ход дела", en="Timeline")
NOTES: Final = Text(ru="Заметки для коллег", en="Notes for colleagues")
NO_NOTES: Final = Text(ru="Заметок нет.", en="No notes.")
APPEAL_WORDS: Final = Text(ru="Врач пишет", en="The doctor writes")
PERSON: Final = Text(ru="Врач", en="Doctor")
DUE: Final = Text(ru="Срок", en="Limit")
WITH: Final = Text(ru="У кого", en="With")

CONFIRM: Final = Text(ru="Подтвердить", en="Confirm")
REFUSE: Final = Text(ru="Отказать", en="Refuse")
ASK: Final = Text(ru="Запросить одно", en="Ask for one item")
HOLD: Final = Text(ru="Отложить", en="Put on hold")
RESUME: Final = Text(ru="Вернуть в работу", en="Take up again")
NOTE: Final = Text(ru="Заметка", en="Note")
TAKE: Final = Text(ru="Взять себе", en="Take it")
RELEASE: Final = Text(ru="Вернуть в очередь", en="Give it back")
ACTIONS: Final = Text(ru="Решение", en="Decision")
CANCEL: Final = Text(ru="Не сейчас", en="Not now")
REASONS: Final = Text(ru="Причины отказа", en="Reasons for refusal")
REASON: Final = Text(ru="Что исправить", en="What to mend")
WORDS: Final = Text(ru="Сообщение врачу", en="Message to the doctor")
WORDS_HINT: Final = Text(
    ru="Необязательно: причины врач увидит и так, вместе с тем, что делать.",
    en="Optional: the doctor sees the reasons anyway, and what to do.",
)
WORDS_HINT_NEUTRAL: Final = Text(
    ru="Кроме этого сообщения человек увидит только общую фразу. Не пишите ничего о другой учётной записи.",
    en="Beside this message the person sees only a general sentence. Write nothing about the other account.",
)
NOTE_LABEL: Final = Text(
    ru="Заметка для коллег, врач её не увидит", en="Note for colleagues; the doctor does not see it"
)
DAYS_LABEL: Final = Text(ru="Сколько рабочих дней дать", en="How many working days to give")
SEND_REFUSAL: Final = Text(ru="Отказать", en="Refuse")
SEND_ASK: Final = Text(ru="Отправить врачу", en="Send to the doctor")
SAVE_HOLD: Final = Text(ru="Отложить дело", en="Put on hold")
SAVE_NOTE: Final = Text(ru="Сохранить заметку", en="Save the note")
DONE: Final[dict[str, Text]] = {
    "confirmed": Text(ru="Подтверждено: {title}", en="Confirmed: {title}"),
    "refused": Text(ru="Отказано: {title}", en="Refused: {title}"),
    "undone": Text(ru="Решение отменено, дело снова у вас.", en="The decision is taken back; the case is yours again."),
    "asked": Text(ru="Предыдущее дело: запрос отправлен врачу.", en="The case before: the doctor was asked."),
    "held": Text(ru="Предыдущее дело отложено.", en="The case before was put on hold."),
    "noted": Text(ru="Заметка сохранена.", en="The note is saved."),
    "taken": Text(ru="Дело теперь ваше.", en="The case is yours now."),
    "released": Text(ru="Дело снова в общей очереди.", en="The case is everybody’s again."),
    "resumed": Text(ru="Дело снова в работе.", en="The case is being worked on again."),
}
UNDO: Final[dict[str, Text]] = {
    "label": Text(ru="Принятые решения", en="Decisions made"),
    "undo": Text(ru="Отменить", en="Undo"),
    "left": Text(ru="Врач узнает через {seconds} с", en="The doctor is told in {seconds} s"),
    "spoken": Text(
        ru="{done}. Решение можно отменить в течение 10 секунд клавишей Z.",
        en="{done}. The decision can be taken back for 10 seconds by the key Z.",
    ),
}
CHANGED: Final = Text(
    ru="Дело изменилось: с ним работает коллега, или поступили новые данные.",
    en="The case has changed: a colleague is working on it, or new details have come.",
)
LAST_ONE: Final = Text(ru="Это было последнее дело в списке.", en="That was the last case of the list.")
LOOK_AGAIN: Final = Text(ru="Открыть дело заново", en="Open the case again")
NO_CASE: Final = Text(ru="Такого дела нет.", en="There is no such case.")
LOADING: Final = Text(ru="Открываем дело…", en="Opening the case…")

PAGE: Final = Text(ru="Страница {number}", en="Page {number}")
ZOOM_IN: Final = Text(ru="Крупнее", en="Larger")
ZOOM_OUT: Final = Text(ru="Мельче", en="Smaller")
TURN: Final = Text(ru="Повернуть", en="Turn")
PREVIOUS_PAGE: Final = Text(ru="Предыдущая страница", en="Previous page")
NEXT_PAGE: Final = Text(ru="Следующая страница", en="Next page")
PAGE_TROUBLE: Final = Text(ru="Страница не открылась. Обновите дело.", en="The page did not open. Reload the case.")

KEYS_TITLE: Final = Text(ru="Клавиши", en="Keyboard")
KEYS_ON: Final = Text(ru="Сочетания клавиш включены", en="Shortcuts are on")
KEYS_OFF: Final = Text(ru="Сочетания клавиш выключены", en="Shortcuts are off")
KEYS_HINT: Final = Text(
    ru="Работают, когда вы не печатаете в поле. Их можно выключить.",
    en="They work while you are not typing in a field, and can be switched off.",
)
KEYS_HELP: Final = Text(ru="Показать сочетания клавиш", en="Show the shortcuts")
CLOSE: Final = Text(ru="Закрыть", en="Close")
KEYS: Final[dict[str, Text]] = {
    "J": Text(ru="следующее дело", en="next case"),
    "K": Text(ru="предыдущее дело", en="previous case"),
    "C": Text(ru="подтвердить", en="confirm"),
    "R": Text(ru="отказать", en="refuse"),
    "A": Text(ru="запросить одно исправление", en="ask for one item"),
    "H": Text(ru="отложить", en="put on hold"),
    "N": Text(ru="заметка", en="note"),
    "Z": Text(ru="отменить последнее решение, 10 секунд", en="undo the last decision, for 10 seconds"),
    "Q": Text(ru="к очереди", en="to the queue"),
    "Esc": Text(ru="закрыть то, что открыто", en="close what is open"),
    "?": Text(ru="эта подсказка", en="this help"),
}
FIELDS: Final[dict[str, Text]] = {
    "series": Text(ru="Серия", en="Series"),
    "number": Text(ru="Номер", en="Number"),
    "issue_date": Text(ru="Дата выдачи", en="Date of issue"),
    "division_code": Text(ru="Код подразделения", en="Division code"),
    "issuing_authority": Text(ru="Кем выдан", en="Issued by"),
    "surname": Text(ru="Фамилия", en="Surname"),
    "name": Text(ru="Имя", en="Given name"),
    "patronymic": Text(ru="Отчество", en="Patronymic"),
    "birth_date": Text(ru="Дата рождения", en="Date of birth"),
    "birth_place": Text(ru="Место рождения", en="Place of birth"),
    "sex": Text(ru="Пол", en="Sex"),
    "registration_address": Text(ru="Адрес регистрации", en="Registered address"),
    "snils": Text(ru="СНИЛС", en="SNILS"),
    "inn": Text(ru="ИНН", en="INN"),
}
DOUBLE_FIELDS: Final[dict[str, Text]] = {
    "surname": FIELDS["surname"],
    "given_name": FIELDS["name"],
    "patronymic": FIELDS["patronymic"],
    "birth_date": FIELDS["birth_date"],
    "sex": FIELDS["sex"],
    "snils": FIELDS["snils"],
    "inn": FIELDS["inn"],
    "passport_series": Text(ru="Паспорт: серия", en="Passport: series"),
    "passport_number": Text(ru="Паспорт: номер", en="Passport: number"),
}
HOLDER: Final = Text(ru="У владельца номера", en="Holder of the number")
CLAIMANT: Final = Text(ru="В новой регистрации", en="New registration")
OF_HOLDER: Final = Text(ru="Реестр о владельце", en="Register, of the holder")
NEWCOMER: Final = Text(ru="Регистрируется", en="Registering")
NUMBERS: Final = Text(ru="СНИЛС и ИНН сейчас", en="SNILS and INN now")
OTHER_ACCOUNT: Final = Text(ru="Другая учётная запись с тем же паспортом", en="Another account with the same passport")
THEIR_ACCOUNT: Final = Text(ru="Другая запись", en="Other account")
THIS_ACCOUNT: Final = Text(ru="Эта запись", en="This account")
OF_OTHER: Final = Text(ru="Реестр о другой записи", en="Register, of the other account")
# What a decision means where the words on the buttons do not say it: by subject, or by the rule that did not pass.
MEANINGS: Final[dict[str, Text]] = {
    "duplicate": Text(
        ru="Подтвердить — это разные люди, и номер принадлежит тому, кто регистрируется: прежний владелец лишится номера и "
        "получит просьбу исправить его. Номер, который реестр подтвердил за владельцем, не передаётся. Отказать — номер "
        "остаётся у владельца, регистрация с ним не завершится.",
        en="To confirm means: two people, and the number belongs to who registers; its holder loses it and is asked to "
        "correct himself. A number that a register knows as the holder’s is not handed over. To refuse means: the number "
        "stays where it is, and the registration with it does not end.",
    ),
    "PROOF_LOST": Text(
        ru="Подтвердить — перед нами тот же человек: прежнее подтверждение личности действует и для исправленных данных. "
        "Отказать — личность не подтверждена, пока человек не придёт с паспортом в сервисный центр.",
        en="To confirm means: it is the same person, and the earlier proof of identity holds for the corrected details. To "
        "refuse means: the identity is not proven until the person comes to a service centre with the passport.",
    ),
    "PASSPORT_SHARED": Text(
        ru="Подтвердить — паспорт принадлежит этому врачу, сомнение снято. Другую запись решение не меняет. "
        "Отказать — личность не подтверждена, пока человек не придёт с паспортом в сервисный центр.",
        en="To confirm means: the passport is this doctor’s, and the doubt is over. The other account stays as it is. To "
        "refuse means: the identity is not proven until the person comes to a service centre with the passport.",
    ),
}
SEXES: Final[dict[str, str]] = {"M": "МУЖ", "F": "ЖЕН"}
LOOKED_FOR: Final = Text(ru="Проверка по делу", en="Checking a case")
