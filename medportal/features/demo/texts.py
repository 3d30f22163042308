"""Words of the demonstration's pages."""

from medportal.kernel.text import Text

PEOPLE_TITLE = Text(ru="Вымышленные люди", en="Invented people")
PEOPLE_LEAD = Text(
    ru="Этих людей знают демонстрационные реестры. Зарегистрируйтесь под любым из них: данные выдуманы, контрольные "
    "числа верны, письма и СМС придут на страницу «Письма и СМС».",
    en="The demonstration registers know these people. Register as any of them: the data are invented, the check digits "
    "are right, letters and texts appear on the page “Letters and texts”.",
)
PROVES = Text(ru="Что показывает:", en="What it shows:")
OUTBOX_TITLE = Text(ru="Письма и СМС", en="Letters and texts")
OUTBOX_LEAD = Text(
    ru="Здесь видно то, что портал отправил бы по почте и СМС. Страница обновляется сама.",
    en="Here you see what the portal would have sent by e-mail and SMS. The page refreshes by itself.",
)
OUTBOX_EMPTY = Text(
    ru="Пока ничего не отправлено. Начните регистрацию, и здесь появятся код и ссылка.",
    en="Nothing has been sent yet. Start a registration, and a code and a link will appear here.",
)
TO = Text(ru="Кому", en="To")
SMS = Text(ru="СМС", en="SMS")
EMAIL = Text(ru="Письмо", en="E-mail")
ROWS = {
    "surname": Text(ru="Фамилия", en="Surname"),
    "given_name": Text(ru="Имя", en="Given name"),
    "patronymic": Text(ru="Отчество", en="Patronymic"),
    "birth_date": Text(ru="Дата рождения", en="Date of birth"),
    "sex": Text(ru="Пол", en="Sex"),
    "phone": Text(ru="Телефон", en="Phone"),
    "email": Text(ru="Почта", en="E-mail"),
    "snils": Text(ru="СНИЛС", en="SNILS"),
    "inn": Text(ru="ИНН", en="INN"),
    "passport": Text(ru="Паспорт", en="Passport"),
    "issued": Text(ru="Выдан", en="Issued"),
    "mrz": Text(ru="Строки паспорта", en="Passport lines"),
    "address": Text(ru="Адрес", en="Address"),
    "work": Text(ru="Работа", en="Work"),
    "policy": Text(ru="Полис ОМС", en="OMS policy"),
    "diploma": Text(ru="Диплом", en="Diploma"),
    "internship": Text(ru="Интернатура", en="Internship"),
    "residency": Text(ru="Ординатура", en="Residency"),
    "certificate": Text(ru="Сертификат специалиста", en="Specialist certificate"),
    "accreditation": Text(ru="Аккредитация", en="Accreditation"),
    "job": Text(ru="Место работы", en="Place of work"),
}
SEX = {"M": Text(ru="Мужской", en="Male"), "F": Text(ru="Женский", en="Female")}
NO_PATRONYMIC = Text(ru="нет", en="none")
DETAILS = Text(ru="Все данные", en="All details")
