"""Words of the levels. Tables are keyed by the values of the enums in `schemas`."""

from typing import Final

from medportal.kernel.text import Plural, Text

LEVELS: Final[dict[int, Text]] = {
    0: Text(ru="Не определён", en="Not determined"),
    1: Text(ru="Упрощённая", en="Simple"),
    2: Text(ru="Стандартная", en="Standard"),
    3: Text(ru="Подтверждённая", en="Confirmed"),
}
GIVES: Final[dict[int, Text]] = {
    1: Text(
        ru="Вы можете войти в кабинет и заполнять сведения.", en="You can enter the cabinet and fill in your details."
    ),
    2: Text(
        ru="Открываются расписание, уведомления и заявление на доступ к электронным медицинским картам.",
        en="Opens the schedule, notices and the application for access to electronic medical records.",
    ),
    3: Text(
        ru="Открываются заявления о лицензиях и аккредитации, закрытые разделы нормативной базы и свидетельство.",
        en="Opens applications for licences and accreditation, closed sections of the regulations and the certificate.",
    ),
}
CONDITIONS: Final[dict[str, Text]] = {
    "consent": Text(ru="Согласие на обработку данных", en="Consent to data processing"),
    "identity": Text(ru="Фамилия, имя и дата рождения", en="Name and date of birth"),
    "any_contact": Text(ru="Подтверждённый телефон или почта", en="A confirmed phone or e-mail"),
    "numbers": Text(ru="СНИЛС и ИНН", en="SNILS and INN"),
    "passport": Text(ru="Данные действующего паспорта", en="Details of a passport in force"),
    "passport_scan": Text(ru="Подтверждённый скан паспорта", en="A confirmed scan of the passport"),
    "qualification_scan": Text(
        ru="Подтверждённый скан диплома, сертификата или аккредитации",
        en="A confirmed scan of a diploma, certificate or accreditation",
    ),
    "phone": Text(ru="Подтверждённый телефон", en="A confirmed phone"),
    "password": Text(ru="Пароль", en="A password"),
    "both_contacts": Text(ru="Подтверждённые телефон и почта", en="Phone and e-mail both confirmed"),
    "snils_check": Text(ru="Подтверждение СНИЛС в СФР", en="SNILS confirmed by the Social Fund"),
    "inn_check": Text(ru="Подтверждение ИНН в ФНС", en="INN confirmed by the Tax Service"),
    "passport_check": Text(ru="Подтверждение паспорта в МВД", en="Passport confirmed by the Interior Ministry"),
    "policy_check": Text(ru="Подтверждённый полис ОМС", en="A confirmed OMS policy"),
    "qualification": Text(ru="Действующий сертификат или аккредитация", en="A valid certificate or accreditation"),
    "identity_proof": Text(
        ru="Подтверждение личности: в центре, подписью или через банк",
        en="Proof of identity: at a centre, by signature or through a bank",
    ),
    "education": Text(ru="Подтверждённое образование", en="A confirmed education"),
    "pack": Text(ru="Квалификация, подтверждённая отделом верификации", en="Qualification confirmed by the verifiers"),
}
CURES: Final[dict[str, Text]] = {
    "consent": Text(ru="Дайте согласие на обработку данных.", en="Give your consent to data processing."),
    "identity": Text(ru="Заполните фамилию, имя и дату рождения.", en="Fill in your name and date of birth."),
    "any_contact": Text(ru="Подтвердите телефон или почту.", en="Confirm a phone or an e-mail address."),
    "numbers": Text(ru="Заполните СНИЛС и ИНН.", en="Fill in SNILS and INN."),
    "passport": Text(
        ru="Внесите данные действующего паспорта.", en="Enter the details of a passport that is in force."
    ),
    "passport_scan": Text(
        ru="Добавьте скан действующего паспорта в «Мои документы».",
        en="Add a scan of a passport in force to “My documents”.",
    ),
    "qualification_scan": Text(
        ru="Добавьте скан диплома, сертификата или аккредитации в «Мои документы».",
        en="Add a scan of a diploma, certificate or accreditation to “My documents”.",
    ),
    "phone": Text(ru="Подтвердите телефон кодом из SMS.", en="Confirm the phone with a code from an SMS."),
    "password": Text(ru="Задайте пароль.", en="Set a password."),
    "both_contacts": Text(ru="Подтвердите и телефон, и почту.", en="Confirm both the phone and the e-mail address."),
    "snils_check": Text(
        ru="Сверьте СНИЛС и фамилию с документом и спросите реестр ещё раз.",
        en="Compare SNILS and name with the document and ask the register again.",
    ),
    "inn_check": Text(
        ru="Сверьте ИНН и фамилию с документом и спросите реестр ещё раз.",
        en="Compare INN and name with the document and ask the register again.",
    ),
    "passport_check": Text(
        ru="Сверьте данные паспорта с документом и спросите реестр ещё раз.",
        en="Compare the passport details with the document and ask the register again.",
    ),
    "policy_check": Text(
        ru="Укажите действующий полис ОМС и подтвердите его.", en="Enter an OMS policy in force and have it confirmed."
    ),
    "qualification": Text(
        ru="Внесите действующую аккредитацию или сертификат специалиста в разделе «Квалификация».",
        en="Enter an accreditation or a specialist certificate in force under “Qualification”.",
    ),
    "identity_proof": Text(
        ru="Подтвердите личность в сервисном центре: возьмите с собой паспорт.",
        en="Prove your identity at a service centre: take your passport with you.",
    ),
    "education": Text(
        ru="Внесите сведения об образовании и отправьте их на проверку.", en="Enter your education and send it in."
    ),
    "pack": Text(
        ru="Соберите документы о квалификации и отправьте их на проверку.",
        en="Put the papers of your qualification together and send them in.",
    ),
}
RIGHTS: Final[dict[str, Text]] = {
    "notices": Text(ru="Уведомления и письма", en="Notices and letters"),
    "schedule": Text(ru="Расписание приёма", en="The schedule of visits"),
    "records_access": Text(
        ru="Заявление на доступ к электронным медицинским картам", en="Application for access to medical records"
    ),
    "training_application": Text(ru="Заявления на обучение", en="Applications for training"),
    "licence_application": Text(ru="Заявления о лицензиях", en="Applications about licences"),
    "accreditation_application": Text(ru="Заявления об аккредитации", en="Applications for accreditation"),
    "closed_regulations": Text(ru="Закрытые разделы нормативной базы", en="Closed sections of the regulations"),
    "prefilled_forms": Text(
        ru="Заполнение больничных листов и рецептов вашими данными", en="Sick notes and prescriptions filled in for you"
    ),
    "active_profile": Text(ru="Активный профессиональный профиль", en="An active professional profile"),
    "patient_booking": Text(ru="Запись пациентов", en="Booking of patients"),
    "prescriptions": Text(ru="Рецепты", en="Prescriptions"),
    "programmes": Text(ru="Государственные программы", en="State programmes"),
    "certificate": Text(
        ru="Свидетельство о профессиональной квалификации", en="Certificate of professional qualification"
    ),
}
CLOSED_FOR = Text(ru="{right}: закрыто. Не хватает: {missing}.", en="{right}: closed. Missing: {missing}.")

PROOFS: Final[dict[str, Text]] = {
    "in_person": Text(ru="Лично, в сервисном центре", en="In person, at a service centre"),
    "ukep": Text(ru="Квалифицированной электронной подписью", en="By a qualified electronic signature"),
    "bank": Text(ru="Через банк", en="Through a bank"),
}
PROOF_BY_OPERATOR = Text(
    ru="Подтвердить личность посетителя может оператор сервисного центра.",
    en="An operator of a service centre proves the identity of a visitor.",
)
PROOF_OF_ONESELF = Text(
    ru="Собственную личность подтверждает другой сотрудник.",
    en="Your own identity is proven by another member of staff.",
)
PROOF_OF_NOBODY = Text(
    ru="Сначала внесите данные человека: подтверждать пока некого.",
    en="Enter the person’s details first: there is nobody to prove yet.",
)

UP_TITLE = Text(ru="Уровень учётной записи: {level}", en="The level of your account: {level}")
UP_BODY = Text(
    ru="Уровень повышен: выполнено условие {gained}. {gives}", en="The level has risen: you now meet {gained}. {gives}"
)
UP_BODY_MANY = Text(
    ru="Уровень повышен: выполнены условия {gained}. {gives}", en="The level has risen: you now meet {gained}. {gives}"
)
DOWN_TITLE = Text(ru="Уровень учётной записи понижен: {level}", en="The level of your account has gone down: {level}")
DOWN_BODY = Text(
    ru="Больше не выполняется условие {lost}. Данные сохранены. Что сделать: {cures}",
    en="You no longer meet {lost}. No data is lost. What to do: {cures}",
)
DOWN_BODY_MANY = Text(
    ru="Больше не выполняются условия {lost}. Данные сохранены. Что сделать: {cures}",
    en="You no longer meet {lost}. No data is lost. What to do: {cures}",
)
LETTER = Text(
    ru="{body}\n\nЧто выполнено и чего не хватает, видно в личном кабинете: {link}",
    en="{body}\n\nYour cabinet shows what is done and what is missing: {link}",
)
USUAL = Text(
    ru="Обычно решаем за {median}, девять случаев из десяти — за {p90} (по нашим решениям за 90 дней).",
    en="We mostly decide within {median}, nine times of ten within {p90} (of our decisions in the last 90 days).",
)
USUAL_UNKNOWN = Text(
    ru="Сколько это обычно занимает, пока сказать нельзя: мало данных.",
    en="How long this mostly takes cannot be said yet: there are too few decisions.",
)
# «За 3 часа», «за 21 минуту»: the case that follows «за».
MINUTES = Plural("минуту", "минуты", "минут", "minute", "minutes")
HOURS = Plural("час", "часа", "часов", "hour", "hours")
DAYS = Plural("день", "дня", "дней", "day", "days")

PROOF_LOST: Final = Text(
    ru="СНИЛС изменён после того, как {day} личность была подтверждена ({how})",
    en="The SNILS was changed after the identity had been proven on {day} ({how})",
)
PASSPORT_SHARED: Final = Text(
    ru="Тот же паспорт указан и в другой учётной записи", en="Another account names the same passport"
)
IDENTITY_REFUSED: Final = Text(ru="Личность не подтверждена", en="The identity is not confirmed")
IDENTITY_ASKED: Final = Text(
    ru="Чтобы подтвердить личность, нужно ещё кое-что", en="Something more is needed to confirm your identity"
)
IDENTITY_CONFIRMED: Final = Text(ru="Личность подтверждена", en="The identity is confirmed")
IDENTITY_CONFIRMED_BODY: Final = Text(
    ru="Сотрудник сверил исправленные данные: прежнее подтверждение личности действует.",
    en="A member of staff has compared the corrected details: the earlier proof of identity holds.",
)
