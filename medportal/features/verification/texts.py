"""Words of verification, in both languages. Tables are keyed by the values of the enums in `schemas`."""

from typing import Final

from medportal.kernel.text import Text

REGISTERS: Final[dict[str, Text]] = {
    "snils": Text(ru="Социальный фонд России (СФР)", en="Social Fund of Russia"),
    "inn": Text(ru="ФНС России", en="Federal Tax Service of Russia"),
    "passport": Text(ru="МВД России", en="Ministry of Internal Affairs of Russia"),
    "policy": Text(ru="ФОМС", en="Federal Compulsory Medical Insurance Fund"),
    "education": Text(ru="ФРДО Рособрнадзора", en="Federal Register of Education Documents"),
    "practitioner": Text(ru="ФРМР Минздрава России", en="Federal Register of Medical Workers"),
}

KINDS: Final[dict[str, Text]] = {
    "snils": Text(ru="СНИЛС", en="SNILS"),
    "inn": Text(ru="ИНН", en="INN"),
    "passport": Text(ru="Паспорт", en="Passport"),
    "policy": Text(ru="Полис ОМС", en="OMS policy"),
    "education": Text(ru="Документ об образовании", en="Education document"),
    "practitioner": Text(ru="Допуск и работа", en="Admission and employment"),
}

STATES: Final[dict[str, Text]] = {
    "queued": Text(ru="Ждёт отправки", en="Waiting to be sent"),
    "asking": Text(ru="Проверяется", en="Being checked"),
    "ok": Text(ru="Подтверждено", en="Confirmed"),
    "mismatch": Text(ru="Есть расхождения", en="Does not match"),
    "not_found": Text(ru="Не найдено", en="Not found"),
    "invalid": Text(ru="Недействителен", en="Not valid"),
    "unavailable": Text(ru="Ждём ответа реестра", en="Waiting for the register"),
    "error": Text(ru="Реестр не принял запрос", en="The register did not accept the request"),
}

EXPLANATIONS: Final[dict[str, Text]] = {
    "queued": Text(
        ru="Запрос будет отправлен через несколько секунд. Ничего делать не нужно.",
        en="The request will be sent in a few seconds. You need not do anything.",
    ),
    "asking": Text(
        ru="Запрос отправлен, реестр готовит ответ. Страницу можно закрыть: проверка продолжится.",
        en="The request is sent and the register is preparing its answer. You may close the page: the check goes on.",
    ),
    "ok": Text(
        ru="Реестр подтвердил ваши данные.",
        en="The register has confirmed your details.",
    ),
    "mismatch": Text(
        ru="Сверьте отмеченное с документом. Если ошиблись вы, исправьте ответ, и проверка повторится. "
        "Если в документе так же, обратитесь в ведомство, чтобы оно исправило запись.",
        en="Compare what is marked with your document. If the slip is yours, change the answer and it will be checked "
        "again. If your document says the same, ask the authority to correct its record.",
    ),
    "not_found": Text(
        ru="Реестр не нашёл сведений по вашим данным. Сверьте с документами фамилию, имя, отчество, дату рождения, "
        "серию и номер паспорта. Если всё верно, обратитесь в ведомство.",
        en="The register found nothing for your details. Compare surname, given name, patronymic, birth date, passport "
        "series and number with your documents. If all is right, contact the authority.",
    ),
    "invalid": Text(
        ru="По сведениям реестра документ недействителен.",
        en="According to the register the document is not valid.",
    ),
    "unavailable": Text(
        ru="Реестр пока не ответил. Это не отказ: портал спросит его снова сам. Ничего делать не нужно.",
        en="The register has not answered yet. This is not a refusal: the portal will ask again by itself. "
        "You need not do anything.",
    ),
    "error": Text(
        ru="Реестр не принял запрос портала. Ваши данные здесь ни при чём. Повторите проверку позже; "
        "если не поможет, напишите в поддержку.",
        en="The register did not accept the portal’s request. Your details are not the cause. Repeat the check later; "
        "if that does not help, write to support.",
    ),
}

REASONS: Final[dict[str, Text]] = {
    "nobody": Text(
        ru="Сведений с такими данными нет, либо подходит не один человек.",
        en="There is no record with these details, or more than one person fits.",
    ),
    "expired": Text(
        ru="Срок действия паспорта истёк. Обратитесь в МВД за новым и внесите его данные.",
        en="The passport has expired. Apply to the Ministry for a new one and enter its details.",
    ),
    "replaced": Text(
        ru="Паспорт заменён другим. Внесите данные действующего паспорта.",
        en="The passport was replaced by another. Enter the details of the valid one.",
    ),
    "issued_wrongly": Text(
        ru="Паспорт выдан с нарушением. Обратитесь в подразделение МВД, которое его выдало.",
        en="The passport was issued improperly. Contact the Ministry’s office that issued it.",
    ),
    "destroyed": Text(
        ru="Паспорт числится уничтоженным. Внесите данные действующего паспорта или обратитесь в МВД.",
        en="The passport is recorded as destroyed. Enter the details of a valid one or contact the Ministry.",
    ),
    "holder_deceased": Text(
        ru="По сведениям МВД, владелец паспорта умер. Если это ошибка, обратитесь в любое подразделение МВД "
        "по вопросам миграции.",
        en="According to the Ministry the holder of the passport has died. If this is a mistake, contact any of the "
        "Ministry’s migration offices.",
    ),
    "defective": Text(
        ru="Бланк паспорта признан испорченным. Обратитесь в МВД за новым.",
        en="The passport’s blank is recorded as defective. Apply to the Ministry for a new one.",
    ),
    "lost": Text(
        ru="Паспорт числится утраченным. Внесите данные действующего паспорта или обратитесь в МВД.",
        en="The passport is recorded as lost. Enter the details of a valid one or contact the Ministry.",
    ),
    "not_valid": Text(
        ru="МВД не подтверждает, что паспорт действителен. Обратитесь в подразделение МВД по вопросам миграции.",
        en="The Ministry does not confirm that the passport is valid. Contact one of its migration offices.",
    ),
    "policy_closed": Text(
        ru="По сведениям ФОМС, полис закрыт. Внесите данные действующего полиса или обратитесь в свою страховую "
        "медицинскую организацию.",
        en="According to the Fund the policy is closed. Enter the details of a valid one or contact your insurer.",
    ),
    "annulled": Text(
        ru="По сведениям реестра, документ аннулирован или заменён дубликатом. Внесите данные действующего документа.",
        en="According to the register the document was annulled or replaced by a duplicate. Enter the details of the "
        "valid one.",
    ),
    "no_such_paper": Text(
        ru="Реестр знает вас, но такого документа за вами не числит. Сверьте номер, серию и дату.",
        en="The register knows you but has no such document of yours. Compare its number, series and date.",
    ),
    "unreachable": Text(
        ru="С реестром нет связи.",
        en="The register cannot be reached.",
    ),
    "timed_out": Text(
        ru="Реестр отвечает слишком долго.",
        en="The register takes too long to answer.",
    ),
    "no_answer_yet": Text(
        ru="Реестр принял запрос и готовит ответ.",
        en="The register has taken the request in and is preparing its answer.",
    ),
    "garbled": Text(
        ru="Ответ реестра не удалось прочитать.",
        en="The register’s answer could not be read.",
    ),
    "out_of_order": Text(
        ru="Реестр временно не работает.",
        en="The register is out of order for now.",
    ),
    "register_failed": Text(
        ru="В реестре произошёл сбой.",
        en="The register had a failure.",
    ),
    "failed_here": Text(
        ru="На портале произошёл сбой, мы о нём уже знаем.",
        en="The portal had a failure, and we know of it.",
    ),
    "not_connected": Text(
        ru="Этот портал ещё не подключён к реестру. Проверка дождётся подключения.",
        en="This portal is not connected to the register yet. The check will wait until it is.",
    ),
    "paused": Text(
        ru="Реестр несколько раз подряд не ответил, портал сделал паузу.",
        en="The register failed several times in a row, and the portal has paused.",
    ),
    "too_often": Text(
        ru="За сутки можно проверить не больше десяти вариантов: так чужие данные нельзя подобрать. "
        "Этот вариант проверим, как только сутки пройдут.",
        en="At most ten versions a day are checked, so that nobody can guess another person’s details. "
        "This one will be checked as soon as the day is over.",
    ),
    "refused": Text(
        ru="Реестр отклонил запрос портала.",
        en="The register rejected the portal’s request.",
    ),
}

FIELDS: Final[dict[str, Text]] = {
    "surname": Text(ru="фамилия", en="surname"),
    "given_name": Text(ru="имя", en="given name"),
    "patronymic": Text(ru="отчество", en="patronymic"),
    "birth_date": Text(ru="дата рождения", en="birth date"),
    "sex": Text(ru="пол", en="sex"),
    "snils": Text(ru="СНИЛС", en="SNILS"),
    "inn": Text(ru="ИНН", en="INN"),
    "passport_number": Text(ru="номер паспорта", en="passport number"),
    "policy_number": Text(ru="номер полиса", en="policy number"),
    "policy_issued_on": Text(ru="дата выдачи полиса", en="policy’s date of issue"),
    "holder": Text(ru="фамилия, имя, отчество в документе", en="name in the document"),
    "issued_on": Text(ru="дата выдачи", en="date of issue"),
    "institution": Text(ru="кто выдал документ", en="who issued the document"),
    "paper_number": Text(ru="номер документа", en="document number"),
}

DIFFERS: Final = Text(ru="Отличается: {fields}.", en="Differs: {fields}.")
MARKED: Final = Text(
    ru="Отмечены знаки вашего ответа, которые не совпали с записью реестра.",
    en="The marked characters of your answer do not match the register’s record.",
)
WHOLE_VALUE: Final = Text(
    ru="Не совпадает почти весь ответ, поэтому отдельные знаки не отмечены.",
    en="Almost the whole answer differs, so single characters are not marked.",
)
DEMONSTRATION: Final = Text(
    ru="Ответ демонстрационного реестра",
    en="Answer of a demonstration register",
)
DEMONSTRATION_HINT: Final = Text(
    ru="Государственный реестр не спрашивали: данные и ответ вымышлены.",
    en="No state register was asked: the data and the answer are invented.",
)
NEXT_TRY: Final = Text(ru="Следующая попытка: {when}.", en="Next try: {when}.")
ASK_AGAIN: Final = Text(ru="Проверить ещё раз", en="Check again")
LIMIT_HINT: Final = Text(
    ru="Проверять можно не чаще десяти раз в сутки. Реестр указывает, какие знаки не совпали, "
    "и ограничение не даёт подбирать чужие данные.",
    en="You may check at most ten times a day. The answer tells which characters differ, and the limit keeps others "
    "from guessing your details.",
)

NOTHING_TO_ASK: Final = Text(
    ru="Эти данные ещё не отправлялись на проверку. Заполните их и отправьте регистрацию.",
    en="These details have not been sent to be checked yet. Fill them in and submit the registration.",
)
TOO_OFTEN: Final = Text(
    ru="За сутки проверено уже десять раз. Повторите завтра: ограничение не даёт подбирать чужие данные.",
    en="This was checked ten times within a day. Try again tomorrow: the limit keeps others from guessing details.",
)
