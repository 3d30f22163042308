"""Words of the cabinet. Tables are keyed by the values of the enums in `schemas`."""

from typing import Final

from medportal.kernel.text import Text

TITLE = Text(ru="Личный кабинет", en="Your cabinet")
LEVEL_TITLE = Text(ru="Уровень учётной записи", en="Level of your account")
LEVEL_NOW = Text(ru="Сейчас:", en="Now:")
MISSING: Final[dict[int, Text]] = {
    1: Text(ru="Что нужно для уровня «Упрощённая»", en="What the level “Simple” asks for"),
    2: Text(ru="Что нужно для уровня «Стандартная»", en="What the level “Standard” asks for"),
    3: Text(ru="Что нужно для уровня «Подтверждённая»", en="What the level “Confirmed” asks for"),
}
TOP = Text(ru="Это высший уровень: все условия выполнены.", en="This is the highest level: every condition is met.")
MET = Text(ru="Выполнено", en="Done")
WAITS: Final[dict[str, Text]] = {
    "register": Text(ru="Проверяется", en="Being checked"),
    "desk": Text(ru="У сотрудника", en="With our staff"),
    "you": Text(ru="Ваш шаг", en="Your turn"),
}
REGISTER_ANSWERS = Text(
    ru="Портал и реестры проверят сами, обычно за несколько минут. Вам ничего делать не нужно.",
    en="The portal and the registers check it by themselves, mostly within minutes. There is nothing for you to do.",
)
RIGHTS_TITLE = Text(ru="Что открыто", en="What is open to you")
RIGHTS_LEAD = Text(
    ru="Права, которые даёт ваша учётная запись. Закрытое откроется само, когда условие выполнится.",
    en="What your account lets you do. What is closed opens by itself once its condition is met.",
)
OPEN = Text(ru="Открыто", en="Open")
CLOSED = Text(ru="Закрыто", en="Closed")
MISSING_FOR = Text(ru="Не хватает:", en="Missing:")
RIGHTS_NEED_TITLE = Text(ru="Что нужно для каждого права", en="What each right asks for")
RIGHT = Text(ru="Право", en="Right")
ASKED_LEVEL = Text(ru="Уровень", en="Level")
ASKED_BESIDE = Text(ru="Кроме того", en="Besides")
NOTHING_BESIDE = Text(ru="—", en="—")
ABOUT_LEVELS = Text(ru="Что даёт каждый уровень", en="What each level gives")
CURE: Final[dict[str, str]] = {
    "identity": "/register/person",
    "any_contact": "/register/confirm",
    "numbers": "/register/numbers",
    "passport": "/register/passport",
    "phone": "/register/confirm",
    "password": "/security",
    "both_contacts": "/register/confirm",
    "snils_check": "#check-snils",
    "inn_check": "#check-inn",
    "passport_check": "#check-passport",
    "passport_scan": "/documents?add=passport",
    "qualification_scan": "/documents?add=diploma",
    "policy_check": "/qualification/policy",
    "qualification": "/qualification/accreditation",
    "identity_proof": "/levels#identity",
    "education": "/qualification/education",
    "pack": "/qualification",
}
CHECKS_TITLE = Text(ru="Проверки в реестрах", en="Register checks")
DEMONSTRATION = Text(ru="ответ демонстрационного реестра", en="answer of a demonstration register")
ANSWERED_AT = Text(ru="Ответ получен", en="Answered")
NEXT_TRY = Text(ru="Следующий запрос", en="Next attempt")
ASK_AGAIN = Text(ru="Спросить ещё раз", en="Ask again")
CORRECT = Text(ru="Исправить данные", en="Correct the details")
DIFFERENCES = Text(ru="Расхождения в ваших данных отмечены:", en="Where your details differ is marked:")
WHOLE_DIFFERS = Text(ru="значение отличается целиком", en="the whole value differs")
PLACES_DIFFER = Text(ru="отличаются знаки", en="these characters differ:")
CHANGE_CONTACTS = Text(ru="Изменить контакты", en="Change the contacts")
CONTACTS_TITLE = Text(ru="Контакты", en="Contacts")
PHONE = Text(ru="Телефон", en="Phone")
EMAIL = Text(ru="Почта", en="E-mail")
CONFIRMED = Text(ru="Подтверждено", en="Confirmed")
NOT_CONFIRMED = Text(ru="Не подтверждено", en="Not confirmed")
DATA_TITLE = Text(ru="Ваши данные", en="Your details")
BIRTH_DATE = Text(ru="Дата рождения", en="Date of birth")
SNILS = Text(ru="СНИЛС", en="SNILS")
INN = Text(ru="ИНН", en="INN")
PASSPORT = Text(ru="Паспорт", en="Passport")
ADDRESS = Text(ru="Адрес регистрации", en="Registered address")
WORKPLACE = Text(ru="Лицензия или ОГРН", en="Licence or OGRN")
POSITION = Text(ru="Должность", en="Position")
SPECIALITY = Text(ru="Специальность", en="Speciality")
REVEAL = Text(ru="Показать номера", en="Show the numbers")
REVEAL_LEAD = Text(
    ru="Введите пароль ещё раз. Номера будут видны 30 секунд; просмотр записывается в журнал.",
    en="Type your password again. The numbers are visible for 30 seconds; the look is written to the log.",
)
REVEAL_GO = Text(ru="Показать", en="Show")
HIDES_IN = Text(ru="Скроются через {seconds} с", en="Hidden again in {seconds} s")
CANCEL = Text(ru="Отмена", en="Cancel")
STAFF = Text(
    ru="Вы вошли как сотрудник. Здесь начинается ваша работа.",
    en="You are signed in as staff. Your work begins here.",
)
STAFF_DESK = Text(ru="Очередь проверки", en="The queue of cases")
STAFF_CENTRE = Text(ru="Приём клиента", en="Receive a client")
STAFF_CALENDAR = Text(ru="Календарь", en="The calendar")
FIELDS: Final[dict[str, Text]] = {
    "surname": Text(ru="Фамилия", en="Surname"),
    "given_name": Text(ru="Имя", en="Given name"),
    "patronymic": Text(ru="Отчество", en="Patronymic"),
    "birth_date": BIRTH_DATE,
    "sex": Text(ru="Пол", en="Sex"),
    "snils": SNILS,
    "inn": INN,
    "passport_series": Text(ru="Серия паспорта", en="Passport series"),
    "passport_number": Text(ru="Номер паспорта", en="Passport number"),
    "passport_issued_on": Text(ru="Дата выдачи паспорта", en="Passport date of issue"),
    "passport_issuer": Text(ru="Кем выдан паспорт", en="Passport issued by"),
    "passport_division_code": Text(ru="Код подразделения", en="Division code"),
}
ABOUT_TITLE = Text(ru="Уровни учётной записи", en="Levels of an account")
ABOUT_LEAD = Text(
    ru="Уровень вычисляется из выполненных условий. Если условие перестало выполняться, уровень понизится, но данные "
    "не пропадут.",
    en="The level is computed from the conditions that are met. If one is lost, the level goes down; no data is lost.",
)
HOW = (
    (
        "scans",
        Text(ru="Сканы паспорта и диплома", en="Scans of passport and diploma"),
        Text(
            ru="Добавьте их в «Мои документы»: файлом, снимком камеры или перетаскиванием. Портал прочитает скан и скажет, "
            "что на нём не видно; что не решили реестры, посмотрит сотрудник.",
            en="Add them to “My documents”: as a file, by camera or by dropping them. The portal reads the scan and says "
            "what cannot be seen; what the registers do not settle, our staff looks at.",
        ),
    ),
    (
        "policy",
        Text(ru="Полис ОМС", en="OMS policy"),
        Text(
            ru="Номер полиса проверяется в реестре ФОМС. Без полиса регистрация не останавливается: закрыты только заявления.",
            en="The number of the policy is checked in the insurance fund’s register. Registration does not stop without "
            "a policy: only applications are closed.",
        ),
    ),
    (
        "qualification",
        Text(ru="Сертификат или аккредитация", en="Certificate or accreditation"),
        Text(
            ru="Подойдёт любое из двух, пока срок не истёк. Когда срок истечёт, уровень понизится и придёт уведомление.",
            en="Either one will do while it is in force. When it ends, the level goes down and you are told.",
        ),
    ),
    (
        "identity",
        Text(ru="Подтверждение личности", en="Proof of identity"),
        Text(
            ru="Придите с паспортом в сервисный центр: оператор сверит документ с вами. Подтверждение подписью и через "
            "банк в этой версии ещё не открыто.",
            en="Come to a service centre with your passport: the operator compares it with you. Proof by signature and "
            "through a bank is not open yet in this version.",
        ),
    ),
)
