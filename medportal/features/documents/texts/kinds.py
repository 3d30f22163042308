"""Words of the kinds of documents and of what is typed off them."""

from medportal.kernel.text import Text

PASSPORT = Text(ru="Паспорт гражданина РФ", en="Russian internal passport")
PASSPORT_HINT = Text(
    ru="Разворот с фотографией (страницы 2 и 3) и страница с действующей регистрацией. Видны все края и нижние строки кода.",
    en="The spread with the photo (pages 2 and 3) and the page with the current registration. All edges and the code lines at the foot are visible.",
)
SNILS = Text(ru="СНИЛС", en="SNILS card")
SNILS_HINT = Text(
    ru="Карточка или уведомление о регистрации: видны номер, фамилия, имя и отчество.",
    en="The card or the notice of registration: number and full name are visible.",
)
INN = Text(ru="Свидетельство ИНН", en="INN certificate")
INN_HINT = Text(
    ru="Свидетельство о постановке на учёт: видны номер, фамилия, имя и отчество.",
    en="The certificate of tax registration: number and full name are visible.",
)
OMS_POLICY = Text(ru="Полис ОМС", en="OMS policy")
OMS_POLICY_HINT = Text(
    ru="Полис или выписка из реестра: видны номер, фамилия, имя, отчество и дата рождения.",
    en="The policy or an extract from the register: number, full name and date of birth are visible.",
)
DIPLOMA = Text(ru="Диплом", en="Diploma")
DIPLOMA_HINT = Text(
    ru="Диплом целиком и приложение: видны серия, номер, учебное заведение, специальность и дата.",
    en="The whole diploma with its supplement: series, number, institution, speciality and date are visible.",
)
INTERNSHIP = Text(ru="Удостоверение об интернатуре", en="Internship certificate")
RESIDENCY = Text(ru="Диплом об ординатуре", en="Residency diploma")
CERTIFICATE = Text(ru="Сертификат специалиста", en="Specialist certificate")
ACCREDITATION = Text(ru="Выписка об аккредитации", en="Accreditation extract")
ACCREDITATION_HINT = Text(
    ru="Выписка или свидетельство: видны номер, специальность и дата прохождения аккредитации.",
    en="The extract or certificate: number, speciality and date of accreditation are visible.",
)
CATEGORY = Text(ru="Приказ о квалификационной категории", en="Order on the qualification category")
CATEGORY_HINT = Text(
    ru="Выписка из приказа или удостоверение: видны категория, специальность, номер и дата приказа.",
    en="An extract from the order or the certificate: category, speciality, number and date of the order are visible.",
)
TRAINING = Text(ru="Удостоверение о повышении квалификации", en="Training certificate")
LICENCE = Text(ru="Лицензия", en="Licence")
LICENCE_HINT = Text(
    ru="Лицензия или выписка из реестра лицензий: видны номер, адреса и перечень работ.",
    en="The licence or an extract from the register: number, addresses and list of services are visible.",
)
WORK_RECORD = Text(ru="Трудовая книжка", en="Work record")
WORK_RECORD_HINT = Text(
    ru="Трудовая книжка или сведения о трудовой деятельности: видны последние записи.",
    en="The work record book or the statement of employment: the latest entries are visible.",
)
EMPLOYMENT = Text(ru="Приказ о приёме или трудовой договор", en="Order or contract of employment")
EMPLOYMENT_HINT = Text(
    ru="Все страницы договора или приказ целиком: видны стороны, должность, даты и подписи.",
    en="All pages of the contract, or the whole order: parties, position, dates and signatures are visible.",
)
MEDICAL_EXAM = Text(ru="Заключение медосмотра", en="Conclusion of the medical examination")
MEDICAL_EXAM_HINT = Text(
    ru="Заключение периодического медосмотра: видны дата и вывод. Подробности о здоровье можно закрыть, его никто не проверяет.",
    en="The conclusion of the periodic examination: date and verdict are visible. Details of your health may be covered, nobody checks it.",
)
MEDICAL_BOOK = Text(ru="Личная медицинская книжка", en="Personal medical book")
MEDICAL_BOOK_HINT = Text(
    ru="Страница с отметкой о гигиенической подготовке: видны дата и срок. Её никто не проверяет.",
    en="The page with the mark of hygiene training: date and term are visible. Nobody checks it.",
)
NAME_CHANGE = Text(ru="Документ о перемене имени", en="Name-change certificate")
NAME_CHANGE_HINT = Text(
    ru="Свидетельство о браке, о расторжении брака или о перемене имени: видны прежнее и новое имя.",
    en="The certificate of marriage, divorce or change of name: the former and the new name are visible.",
)
CONSENT = Text(ru="Согласие", en="Consent")
CONSENT_HINT = Text(
    ru="Подписанное согласие целиком, со всеми страницами и подписью.",
    en="The whole signed consent, with every page and the signature.",
)
OTHER = Text(ru="Другой документ", en="Another document")
OTHER_HINT = Text(
    ru="Любой документ, который вы хотите хранить здесь. Его никто не проверяет.",
    en="Any document that you wish to keep here. Nobody checks it.",
)
PAPER_HINT = Text(
    ru="Документ целиком: видны номер, кем и когда он выдан, специальность и часы.",
    en="The whole document: number, issuer, date, speciality and hours are visible.",
)

SPECIALITY = Text(ru="Специальность", en="Speciality")
SERIES = Text(ru="Серия", en="Series")
NUMBER = Text(ru="Номер", en="Number")
ISSUER = Text(ru="Кем выдан", en="Issued by")
ISSUED_ON = Text(ru="Дата выдачи", en="Date of issue")
EXPIRES_ON = Text(ru="Действует до", en="Valid until")

CHECKERS: dict[str, Text] = {
    "nobody": Text(ru="Не проверяется", en="Not checked"),
    "registers": Text(ru="Проверяется по государственным реестрам", en="Checked against state registers"),
    "person": Text(ru="Проверяет сотрудник", en="Checked by a member of staff"),
}
EXPIRIES: dict[str, Text] = {
    "never": Text(ru="Бессрочно", en="Does not expire"),
    "passport_ages": Text(ru="До 20 или 45 лет и ещё 90 дней", en="Until the age of 20 or 45, and 90 days more"),
    "entered": Text(ru="До даты, указанной в документе", en="Until the date in the document"),
}
OPENS: dict[str, Text] = {
    "identity": Text(ru="подтверждает личность", en="proves identity"),
    "policy": Text(ru="подтверждает полис ОМС", en="proves the OMS policy"),
    "education": Text(ru="подтверждает образование", en="proves education"),
    "qualification": Text(ru="подтверждает право на профессию", en="proves the right to practise"),
    "work": Text(ru="подтверждает место работы", en="proves the workplace"),
}
