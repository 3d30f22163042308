"""Labels, hints and templates of the wizard's inputs."""

from medportal.kernel.text import Text


def _same(words: str) -> Text:
    return Text(ru=words, en=words)


LABELS: dict[str, Text] = {
    "consent": Text(ru="Согласие на обработку персональных данных", en="Consent to the processing of personal data"),
    "surname": Text(ru="Фамилия", en="Surname"),
    "given_name": Text(ru="Имя", en="Given name"),
    "patronymic": Text(ru="Отчество", en="Patronymic"),
    "no_patronymic": Text(ru="Отчества нет в паспорте", en="There is no patronymic in the passport"),
    "birth_date": Text(ru="Дата рождения", en="Date of birth"),
    "sex": Text(ru="Пол", en="Sex"),
    "phone": Text(ru="Мобильный телефон", en="Mobile phone"),
    "email": Text(ru="Электронная почта", en="E-mail"),
    "sms_code": Text(ru="Код из СМС", en="Code from the text message"),
    "snils": Text(ru="СНИЛС", en="SNILS"),
    "inn": Text(ru="ИНН", en="INN"),
    "passport_mrz": Text(ru="Две нижние строки паспорта", en="Two bottom lines of the passport"),
    "passport_series": Text(ru="Серия паспорта", en="Passport series"),
    "passport_number": Text(ru="Номер паспорта", en="Passport number"),
    "passport_issued_on": Text(ru="Дата выдачи паспорта", en="Passport date of issue"),
    "passport_issuer": Text(ru="Кем выдан паспорт", en="Passport issued by"),
    "passport_division_code": Text(ru="Код подразделения", en="Division code"),
    "postal_index": Text(ru="Почтовый индекс", en="Postal index"),
    "region": Text(ru="Регион", en="Region"),
    "city": Text(ru="Город или населённый пункт", en="City or settlement"),
    "street": Text(ru="Улица", en="Street"),
    "house": Text(ru="Дом", en="House"),
    "flat": Text(ru="Квартира", en="Flat"),
    "licence_number": Text(ru="Номер медицинской лицензии", en="Medical licence number"),
    "employer_ogrn": Text(ru="ОГРН работодателя", en="Employer’s OGRN"),
    "position": Text(ru="Должность", en="Position"),
    "speciality": Text(ru="Специальность", en="Speciality"),
    "password": Text(ru="Пароль", en="Password"),
    "password_again": Text(ru="Пароль ещё раз", en="Password again"),
}

HINTS: dict[str, Text] = {
    "surname": Text(ru="Как в паспорте, русскими буквами.", en="As in the passport, in Russian letters."),
    "given_name": Text(ru="Как в паспорте, русскими буквами.", en="As in the passport, in Russian letters."),
    "patronymic": Text(ru="Как в паспорте, русскими буквами.", en="As in the passport, in Russian letters."),
    "birth_date": Text(ru="Например, 07.03.1985.", en="For example, 07.03.1985."),
    "phone": Text(
        ru="Российский мобильный номер. На него придёт код.", en="A Russian mobile number. A code will be sent to it."
    ),
    "email": Text(ru="На неё придёт ссылка для подтверждения.", en="A confirmation link will be sent to it."),
    "sms_code": Text(ru="6 цифр из сообщения.", en="6 digits from the message."),
    "snils": Text(
        ru="11 цифр, можно с дефисами: 123-456-789 00.", en="11 digits, hyphens are welcome: 123-456-789 00."
    ),
    "inn": Text(
        ru="12 цифр. Его можно узнать на сайте nalog.gov.ru.", en="12 digits. It can be found on nalog.gov.ru."
    ),
    "passport_mrz": Text(
        ru="По желанию. Перепишите или вставьте две строки под фотографией: поля заполнятся сами.",
        en="Optional. Type or paste the two lines below the photo: the fields will fill themselves.",
    ),
    "passport_series": Text(ru="4 цифры.", en="4 digits."),
    "passport_number": Text(ru="6 цифр.", en="6 digits."),
    "passport_issued_on": Text(ru="Например, 20.06.2015.", en="For example, 20.06.2015."),
    "passport_issuer": Text(
        ru="Как в паспорте, можно с сокращениями.", en="As in the passport, abbreviations are welcome."
    ),
    "passport_division_code": Text(ru="Например, 770-001.", en="For example, 770-001."),
    "postal_index": Text(ru="6 цифр.", en="6 digits."),
    "region": Text(ru="Начните вводить и выберите из списка.", en="Start typing and choose from the list."),
    "street": Text(ru="Оставьте пустым, если улиц нет.", en="Leave empty where there are no streets."),
    "house": Text(ru="С корпусом и строением, например 12 к. 3.", en="With building numbers, such as 12 к. 3."),
    "flat": Text(ru="Оставьте пустым для частного дома.", en="Leave empty for a private house."),
    "licence_number": Text(
        ru="Лицензия организации или ИП. Достаточно её или ОГРН работодателя.",
        en="Licence of an organisation or sole trader. Either it or the employer’s OGRN is enough.",
    ),
    "employer_ogrn": Text(
        ru="13 цифр, для ИП 15. Достаточно его или номера лицензии.",
        en="13 digits, 15 for a sole trader. Either it or the licence number is enough.",
    ),
    "position": Text(ru="Начните вводить и выберите из списка.", en="Start typing and choose from the list."),
    "speciality": Text(ru="Начните вводить и выберите из списка.", en="Start typing and choose from the list."),
    "password": Text(
        ru="Не короче 8 знаков: цифра, строчная и заглавная буквы.",
        en="At least 8 characters: a digit, a lower-case and an upper-case letter.",
    ),
}

SAMPLES: dict[str, Text] = {
    "surname": Text(ru="Щукина-Юрьева", en="Щукина-Юрьева"),
    "given_name": Text(ru="Алёна", en="Алёна"),
    "patronymic": Text(ru="Андреевна", en="Андреевна"),
    "birth_date": _same("07.03.1985"),
    "phone": _same("+7 900 123-45-67"),
    "email": _same("doctor@example.ru"),
    "sms_code": _same("123456"),
    "snils": _same("123-456-789 00"),
    "inn": Text(ru="12 цифр подряд", en="12 digits in a row"),
    "passport_series": _same("45 14"),
    "passport_number": _same("123456"),
    "passport_issued_on": _same("20.06.2015"),
    "passport_issuer": Text(ru="ГУ МВД России по г. Москве", en="ГУ МВД России по г. Москве"),
    "passport_division_code": _same("770-001"),
    "postal_index": _same("190000"),
    "region": Text(ru="Москва", en="Москва"),
    "city": Text(ru="Казань", en="Казань"),
    "street": Text(ru="ул. Садовая", en="ул. Садовая"),
    "house": Text(ru="12 к. 3", en="12 к. 3"),
    "flat": _same("45"),
    "licence_number": _same("Л041-01137-77/00000001"),
    "employer_ogrn": Text(ru="13 или 15 цифр подряд", en="13 or 15 digits in a row"),
}

SECTION_TITLES: dict[str, Text] = {
    "consent": Text(ru="Согласие", en="Consent"),
    "person": Text(ru="О вас", en="About you"),
    "contacts": Text(ru="Контакты", en="Contacts"),
    "numbers": Text(ru="СНИЛС и ИНН", en="SNILS and INN"),
    "passport": Text(ru="Паспорт", en="Passport"),
    "address": Text(ru="Адрес регистрации", en="Registered address"),
    "work": Text(ru="Работа", en="Work"),
    "password": Text(ru="Пароль", en="Password"),
}

SEXES: tuple[tuple[str, Text], ...] = (
    ("M", Text(ru="Мужской", en="Male")),
    ("F", Text(ru="Женский", en="Female")),
)
