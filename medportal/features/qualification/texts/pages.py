"""Words of the pages."""

from medportal.kernel.text import Text

TITLE = Text(ru="Квалификация", en="Qualification")
LEAD = Text(
    ru="Здесь собрано всё, чем подтверждается ваше право работать. Реестры отвечают сами, страница обновляется.",
    en="Everything that proves your right to practise. Registers answer by themselves and the page follows.",
)
COMPLETE = Text(
    ru="Квалификация подтверждена: открыты запись пациентов, рецепты и участие в программах.",
    en="The qualification is confirmed: patient booking, prescriptions and programmes are open.",
)
INCOMPLETE = Text(
    ru="Пока пакет не собран, запись пациентов, рецепты и участие в программах закрыты.",
    en="Until the pack is complete, patient booking, prescriptions and programmes are closed.",
)
POLICY_TITLE = Text(ru="Полис ОМС", en="OMS policy")
POLICY_LEAD = Text(
    ru="Полис проверяется в ФОМС. У полиса единого образца нет ни серии, ни срока действия.",
    en="The policy is checked by the Insurance Fund. A unified policy has neither a series nor an end.",
)
POLICY_ADD = Text(ru="Добавить полис ОМС", en="Add an OMS policy")
CONFIRM = Text(ru="Подтвердить", en="Confirm")
POLICY_HIDDEN = Text(
    ru="Полис подтверждён, поэтому номер скрыт. Чтобы заменить полис, введите новые данные целиком.",
    en="The policy is confirmed, so its number is hidden. To replace it, enter the new details in full.",
)
EDUCATION_TITLE = Text(ru="Образование", en="Education")
EDUCATION_LEAD = Text(
    ru="Диплом, интернатура, ординатура и курсы. Каждый документ проверяется отдельно.",
    en="Diploma, internship, residency and courses. Each document is checked by itself.",
)
EDUCATION_EMPTY = Text(
    ru="Документов об образовании пока нет. Начните с диплома.",
    en="No education documents yet. Begin with the diploma.",
)
ADD: dict[str, Text] = {
    "policy": POLICY_ADD,
    "diploma": Text(ru="Добавить диплом", en="Add a diploma"),
    "internship": Text(ru="Добавить интернатуру", en="Add an internship"),
    "residency": Text(ru="Добавить ординатуру", en="Add a residency"),
    "training": Text(ru="Добавить курсы", en="Add a course"),
    "certificate": Text(ru="Добавить сертификат", en="Add a certificate"),
    "accreditation": Text(ru="Добавить аккредитацию", en="Add an accreditation"),
    "employment": Text(ru="Добавить место работы", en="Add a place of work"),
    "licence": Text(ru="Добавить лицензию", en="Add a licence"),
    "region": Text(ru="Добавить документ", en="Add the document"),
}
RECORD_LEADS: dict[str, Text] = {
    "diploma": Text(ru="Перепишите данные с диплома.", en="Copy the details off the diploma."),
    "internship": Text(
        ru="Перепишите данные с удостоверения. У него часто нет серии.",
        en="Copy the details off the certificate. It often has no series.",
    ),
    "residency": Text(
        ru="Перепишите данные с диплома об ординатуре.", en="Copy the details off the residency diploma."
    ),
    "training": Text(
        ru="Перепишите данные с удостоверения или свидетельства.", en="Copy the details off the certificate."
    ),
    "certificate": Text(
        ru="Сертификат подходит, пока действует его срок. Закончившиеся в 2025 году действуют до 01.01.2027.",
        en="A certificate will do while it is in force. Those that ended in 2025 hold until 01.01.2027.",
    ),
    "accreditation": Text(
        ru="Номер и срок есть в выписке о наличии аккредитации.",
        en="Number and term stand in the extract about the accreditation.",
    ),
    "employment": Text(
        ru="Где вы работаете сейчас. Проверяется в ФРМР.",
        en="Where you work now. Checked in the Register of Medical Workers.",
    ),
    "licence": Text(
        ru="Если вы ведёте приём как ИП или в своей организации. Работаете по найму — лицензия не нужна.",
        en="If you run a practice of your own. If you are employed, no licence is needed.",
    ),
    "region": Text(
        ru="Если регион выдал вам такой документ. Он необязателен.",
        en="If the region gave you such a paper. It is optional.",
    ),
}
NOTE = Text(ru="Пояснение сотрудника:", en="Note by staff:")
SAVE = Text(ru="Сохранить и проверить", en="Save and check")
BACK = Text(ru="К квалификации", en="To the qualification")
BACK_TO_EDUCATION = Text(ru="К образованию", en="To the education")
CHANGE = Text(ru="Изменить", en="Change")
OPEN = Text(ru="Открыть", en="Open")
ASK_AGAIN = Text(ru="Проверить ещё раз", en="Check again")
ASK_PERSON = Text(ru="Отправить сотруднику", en="Send to the staff")
REMOVE = Text(ru="Удалить", en="Delete")
REMOVE_SURE = Text(ru="Да, удалить запись", en="Yes, delete the record")
CANCEL = Text(ru="Отмена", en="Cancel")
REMOVED = Text(ru="Запись удалена.", en="The record is deleted.")
MEND_HERE = Text(ru="Исправить", en="Mend it")
FIRST_OF = Text(ru="или", en="or")
CHECKED_BY = Text(ru="Ответ от {day}: {register}", en="Answered on {day}: {register}")
CHECKED_BY_PERSON = Text(ru="Проверил сотрудник портала", en="Checked by the portal’s staff")
ASKED_OF = Text(ru="Ответ ждём от реестра: {register}", en="Waiting for the register: {register}")
REVIEW_DUE = Text(ru="Сотрудник ответит до {day}", en="The staff will answer by {day}")
VALID_UNTIL = Text(ru="Действует до {day}", en="Valid until {day}")
NEXT_TRY = Text(ru="Спросим снова {when}", en="Asked again at {when}")
DEMONSTRATION = Text(ru="реестр демонстрационный", en="a demonstration register")
SCAN_TITLE = Text(ru="Скан документа", en="Scan of the document")
SCAN_HINT = Text(
    ru="Нужен, если реестр не знает документа: тогда его проверит сотрудник.",
    en="Needed when the register does not know the document: then a person checks it.",
)
SCAN_UPLOAD = Text(ru="Загрузить скан", en="Upload a scan")
SCAN_OF = Text(ru="Скан от {day}", en="Scan of {day}")
SCAN_CHOSEN = Text(ru="Приложен", en="Attached")
SCAN_CHOOSE = Text(ru="Приложить", en="Attach")
NAME_CHANGE = Text(ru="Загрузить свидетельство о перемене имени", en="Upload a name-change certificate")
MAYBE = Text(ru="Возможно, вы имели в виду:", en="Perhaps you meant:")
TAKE = Text(ru="Выбрать", en="Choose")
LOOKING = Text(ru="Ищем…", en="Searching…")
FOUND = Text(ru="Найдено: {count}", en="Found: {count}")
NOTHING = Text(
    ru="Ничего похожего. Проверьте название или отметьте, что заведения нет в списке.",
    en="Nothing like it. Check the name, or tick that the institution is not in the list.",
)
LOOK_FAILED = Text(ru="Список сейчас недоступен.", en="The list is not available now.")
STATE_HEADING = Text(ru="Как идёт проверка", en="How the check goes")
