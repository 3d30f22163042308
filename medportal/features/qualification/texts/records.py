"""Words of records, of the pack and of refusals. Tables are keyed by the values of the enums in `schemas`."""

from medportal.kernel.text import Text

TYPES: dict[str, Text] = {
    "policy": Text(ru="Полис ОМС", en="OMS policy"),
    "diploma": Text(ru="Диплом", en="Diploma"),
    "internship": Text(ru="Интернатура", en="Internship"),
    "residency": Text(ru="Ординатура", en="Residency"),
    "training": Text(ru="Повышение квалификации", en="Further training"),
    "certificate": Text(ru="Сертификат специалиста", en="Specialist certificate"),
    "accreditation": Text(ru="Аккредитация", en="Accreditation"),
    "employment": Text(ru="Место работы", en="Place of work"),
    "licence": Text(ru="Лицензия", en="Licence"),
    "region": Text(ru="Право работать в регионе", en="Right to work in the region"),
}

STATES: dict[str, Text] = {
    "checking": Text(ru="Проверяется", en="Being checked"),
    "in_review": Text(ru="У сотрудника", en="With the staff"),
    "needs_scan": Text(ru="Нужен скан", en="Scan needed"),
    "verified": Text(ru="Подтверждено", en="Confirmed"),
    "fix_needed": Text(ru="Нужно исправить", en="To be mended"),
    "refused": Text(ru="Отказано", en="Refused"),
    "expired": Text(ru="Срок истёк", en="Expired"),
}
POLICY_ACTIVE = Text(ru="Активный", en="Active")

SLOTS: dict[str, Text] = {
    "policy": Text(ru="Полис ОМС", en="OMS policy"),
    "diploma": Text(ru="Диплом", en="Diploma"),
    "postgraduate": Text(ru="Ординатура или интернатура", en="Residency or internship"),
    "training": Text(ru="Повышение квалификации", en="Further training"),
    "admission": Text(ru="Аккредитация или сертификат", en="Accreditation or certificate"),
    "practice": Text(ru="Место работы или лицензия", en="Place of work or licence"),
    "region": Text(ru="Право работать в регионе", en="Right to work in the region"),
}

SLOT_HINTS: dict[str, Text] = {
    "policy": Text(
        ru="Без полиса нельзя подать заявление на обучение, лицензию и другие профессиональные действия.",
        en="Without a policy no application for training, licences or other professional actions can be made.",
    ),
    "diploma": Text(ru="Проверяется в ФРДО.", en="Checked in the register of education documents."),
    "postgraduate": Text(
        ru="Достаточно одного документа. Не нужен, если подтверждена первичная аккредитация.",
        en="One paper is enough. None is needed once a primary accreditation is confirmed.",
    ),
    "training": Text(ru="Если проходили.", en="If you took any."),
    "admission": Text(
        ru="Подходит любое из двух, пока действует срок. Проверяется в ФРМР.",
        en="Either will do while it is in force. Checked in the Register of Medical Workers.",
    ),
    "practice": Text(
        ru="Работаете по найму — укажите организацию. Ведёте приём сами — лицензию.",
        en="If you are employed, name the organisation; if you run a practice of your own, its licence.",
    ),
    "region": Text(ru="Необязательно: единой формы нет.", en="Optional: there is no uniform form."),
}

SLOT_STATES: dict[str, Text] = {
    "met": Text(ru="Есть", en="There"),
    "waiting": Text(ru="Проверяется", en="Being checked"),
    "fix": Text(ru="Нужно исправить", en="To be mended"),
    "missing": Text(ru="Не хватает", en="Missing"),
    "optional": Text(ru="По желанию", en="Optional"),
}

NO_PROFILE = Text(
    ru="Сначала закончите регистрацию: полис и документы сверяются с вашими данными.",
    en="Finish your registration first: policy and papers are compared with your details.",
)
NO_RECORD = Text(ru="Такой записи у вас нет.", en="You have no such record.")
CHECK_ANSWERS = Text(ru="Исправьте отмеченное и сохраните ещё раз.", en="Mend what is marked and save again.")
TOO_MANY = Text(
    ru="Записей уже сорок. Удалите лишние или напишите в поддержку.",
    en="There are forty records already. Delete some, or write to support.",
)
NOTHING_TO_ASK = Text(
    ru="Эту запись сейчас не нужно проверять ещё раз.", en="This record need not be checked again now."
)
NOT_APPEALABLE = Text(
    ru="Обжаловать можно отказ сотрудника, пока данные записи не изменены.",
    en="A refusal by staff can be appealed against while the details of the record are unchanged.",
)
NO_SCAN = Text(
    ru="Сначала приложите скан: сотруднику нужно на что-то смотреть.",
    en="Lay a scan to it first: the staff need something to look at.",
)
NO_SUCH_SCAN = Text(ru="Такого скана у вас нет.", en="You have no such scan.")
SLOW_DOWN = Text(ru="Слишком много запросов. Подождите минуту.", en="Too many requests. Wait a minute.")
STAFF_ONLY = Text(ru="Это видит только сотрудник, который проверяет документы.", en="Only staff who verify see this.")

POLICY_NEEDED = Text(
    ru="Сначала подтвердите полис ОМС: без него заявление подать нельзя.",
    en="Confirm your OMS policy first: no application can be made without it.",
)

TOLD_VERIFIED = Text(ru="{what}: подтверждено", en="{what}: confirmed")
TOLD_VERIFIED_BODY = Text(ru="Запись проверена и действует.", en="The record is checked and in force.")
TOLD_FIX = Text(ru="{what}: нужно исправить", en="{what}: to be mended")
TOLD_EXPIRED = Text(ru="{what}: срок истёк", en="{what}: expired")
TOLD_EXPIRED_BODY = Text(
    ru="Внесите данные нового документа: без него часть функций закрыта.",
    en="Enter the details of the new document: without it some functions are closed.",
)
TOLD_REFUSED = Text(ru="{what}: отказано", en="{what}: refused")
TOLD_REFUSED_BODY = Text(
    ru="{why} Исправьте запись или обжалуйте отказ в течение 30 дней.",
    en="{why} Mend the record, or appeal within 30 days.",
)
ASKED_ITEM = Text(ru="Сотрудник просит прислать заново", en="The staff ask for it anew")

NOTE_RENAMED = Text(ru="до {to} · теперь «{name}»", en="until {to} · now “{name}”")
NOTE_NAMED_TO = Text(ru="название до {to}", en="name borne until {to}")
NOTE_NAMED_FROM = Text(ru="название с {since}", en="name borne since {since}")
NOTE_NOT_ACCREDITED = Text(ru="аккредитация до {to}", en="accredited until {to}")

SHARED_WITH = Text(ru="Тот же документ указал", en="The same paper is named by")
