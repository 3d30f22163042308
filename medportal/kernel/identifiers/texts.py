"""What the judge says: one sentence per code, none of which repeats the number it speaks about."""

from medportal.kernel.text import Text

OK = Text(
    ru="Номер записан верно. Это проверка записи, а не запрос в реестр.",
    en="The number is written correctly. This is a check of its writing, not a query to a register.",
)

TEXTS: dict[str, Text] = {
    "ok": OK,
    "empty": Text(ru="Значение пустое: введите его.", en="The value is empty: enter it."),
    "too_long": Text(
        ru="Значение слишком длинное: проверьте, что вставлено только оно.",
        en="The value is too long: make sure that nothing else was pasted.",
    ),
    "unknown_kind": Text(
        ru="Такого вида проверки нет: выберите один из перечисленных в справке команды.",
        en="There is no such kind of check: choose one of those listed in the help of the command.",
    ),
    "snils_format": Text(
        ru="Введите СНИЛС как 123-456-789 00 или 11 цифр.",
        en="Enter the SNILS as 123-456-789 00 or as 11 digits.",
    ),
    "snils_zero": Text(
        ru="СНИЛС не может состоять из одних нулей: введите номер с карточки или выписки.",
        en="A SNILS cannot be all zeros: enter the number from the card or statement.",
    ),
    "snils_control": Text(
        ru="Контрольное число СНИЛС не сходится: проверьте цифры.",
        en="The control number of the SNILS does not match: check the digits.",
    ),
    "inn12_format": Text(
        ru="Введите ИНН человека: 12 цифр подряд.",
        en="Enter a person’s INN: 12 digits in a row.",
    ),
    "inn10_format": Text(
        ru="Введите ИНН организации: 10 цифр подряд.",
        en="Enter an organisation’s INN: 10 digits in a row.",
    ),
    "inn_region": Text(
        ru="ИНН не начинается с 00: проверьте первые две цифры.",
        en="An INN does not begin with 00: check the first two digits.",
    ),
    "inn_control": Text(
        ru="Контрольные цифры ИНН не сходятся: проверьте цифры.",
        en="The control digits of the INN do not match: check the digits.",
    ),
    "ogrn_format": Text(ru="Введите ОГРН: 13 цифр подряд.", en="Enter the OGRN: 13 digits in a row."),
    "ogrnip_format": Text(ru="Введите ОГРНИП: 15 цифр подряд.", en="Enter the OGRNIP: 15 digits in a row."),
    "ogrn_sign": Text(
        ru="ОГРН начинается с 1 или 5: проверьте первую цифру.",
        en="An OGRN begins with 1 or 5: check the first digit.",
    ),
    "ogrnip_sign": Text(
        ru="ОГРНИП начинается с 3: проверьте первую цифру.",
        en="An OGRNIP begins with 3: check the first digit.",
    ),
    "ogrn_control": Text(
        ru="Контрольная цифра не сходится: проверьте номер.",
        en="The control digit does not match: check the number.",
    ),
    "enp_format": Text(
        ru="Введите номер полиса ОМС единого образца: 16 цифр подряд.",
        en="Enter the number of the unified OMS policy: 16 digits in a row.",
    ),
    "enp_control": Text(
        ru="Контрольная цифра полиса не сходится: проверьте цифры.",
        en="The control digit of the policy does not match: check the digits.",
    ),
    "enp_birth_code": Text(
        ru="В номере полиса нет настоящей даты рождения: проверьте цифры с 3-й по 10-ю.",
        en="The policy number holds no real birth date: check digits 3 to 10.",
    ),
    "enp_birth": Text(
        ru="Дата рождения в номере полиса другая: проверьте номер и дату рождения.",
        en="The birth date in the policy number is different: check the number and the birth date.",
    ),
    "enp_sex": Text(
        ru="Пол в номере полиса другой: проверьте номер и указанный пол.",
        en="The sex in the policy number is different: check the number and the stated sex.",
    ),
    "passport_format": Text(
        ru="Введите серию и номер паспорта как 45 04 123456: 4 цифры серии и 6 цифр номера.",
        en="Enter the passport as 45 04 123456: 4 digits of the series and 6 of the number.",
    ),
    "passport_zero": Text(
        ru="Номер паспорта не может быть 000000: введите номер из паспорта.",
        en="A passport number cannot be 000000: enter the number from the passport.",
    ),
    "validity_format": Text(
        ru="Введите даты как birth=ГГГГ-ММ-ДД;issued=ГГГГ-ММ-ДД;today=ГГГГ-ММ-ДД.",
        en="Enter the dates as birth=YYYY-MM-DD;issued=YYYY-MM-DD;today=YYYY-MM-DD.",
    ),
    "issued_in_future": Text(
        ru="Дата выдачи ещё не наступила: проверьте её.",
        en="The date of issue is in the future: check it.",
    ),
    "issued_too_early": Text(
        ru="Паспорт не выдают раньше 14 лет: проверьте дату выдачи и дату рождения.",
        en="A passport is not issued before the age of 14: check the date of issue and the birth date.",
    ),
    "passport_expired": Text(
        ru="Паспорт был действителен до {until}: нужны данные нового паспорта.",
        en="The passport was valid until {until}: the new passport is needed.",
    ),
    "division_code_format": Text(
        ru="Введите код подразделения как 770-001.",
        en="Enter the division code as 770-001.",
    ),
    "division_code_level": Text(
        ru="Третья цифра кода подразделения бывает от 0 до 3: проверьте код.",
        en="The third digit of a division code is 0 to 3: check the code.",
    ),
    "card_format": Text(
        ru="Введите номер карты: от 13 до 19 цифр подряд.",
        en="Enter the card number: 13 to 19 digits in a row.",
    ),
    "card_control": Text(
        ru="Контрольная цифра номера карты не сходится: проверьте цифры.",
        en="The control digit of the card number does not match: check the digits.",
    ),
    "postal_index_format": Text(
        ru="Введите почтовый индекс: 6 цифр, первая от 1 до 6.",
        en="Enter the postal index: 6 digits, the first one 1 to 6.",
    ),
    "phone_format": Text(
        ru="Введите телефон в международной форме: +7 и 10 цифр без пробелов, например +79001234567.",
        en="Enter the phone in the international form: +7 and 10 digits without spaces, such as +79001234567.",
    ),
    "phone_unknown": Text(
        ru="Такого кода города или оператора нет: проверьте первые цифры после +7.",
        en="There is no such area or operator code: check the first digits after +7.",
    ),
    "phone_mobile": Text(
        ru="Нужен российский мобильный номер: +79 и ещё 9 цифр.",
        en="A Russian mobile number is needed: +79 and 9 more digits.",
    ),
    "licence_latin": Text(
        ru="В номере лицензии латинские буквы: наберите Л, О, Ф, С по-русски.",
        en="The licence number has Latin letters: type Л, О, Ф, С in Russian.",
    ),
    "licence_activity": Text(
        ru="Это лицензия не на медицинскую деятельность: нужен номер вида Л041-01137-77/00000001.",
        en="This licence is not for medical activity: a number like Л041-01137-77/00000001 is needed.",
    ),
    "licence_activity_legacy": Text(
        ru="Это лицензия не на медицинскую деятельность: нужен номер вида ЛО-77-01-000001.",
        en="This licence is not for medical activity: a number like ЛО-77-01-000001 is needed.",
    ),
    "licence_format": Text(
        ru="Введите номер лицензии как Л041-01137-77/00000001.",
        en="Enter the licence number as Л041-01137-77/00000001.",
    ),
    "licence_format_legacy": Text(
        ru="Введите номер прежней лицензии как ЛО-77-01-000001 или ФС-77-01-000001.",
        en="Enter the number of the former licence as ЛО-77-01-000001 or ФС-77-01-000001.",
    ),
    "diploma_format": Text(
        ru="Введите серию и номер диплома как 107724 0000001: 6 цифр серии и 7 цифр номера.",
        en="Enter the diploma as 107724 0000001: 6 digits of the series and 7 of the number.",
    ),
    "diploma_legacy_format": Text(
        ru="Введите серию и номер прежнего диплома русскими буквами и цифрами, например ВСГ 1234567.",
        en="Enter the former diploma in Cyrillic letters and digits, such as ВСГ 1234567.",
    ),
    "diploma_zero": Text(
        ru="Номер диплома не может состоять из одних нулей: введите номер из диплома.",
        en="A diploma number cannot be all zeros: enter the number from the diploma.",
    ),
    "oid_mo_format": Text(
        ru="Введите OID медицинской организации как 1.2.643.5.1.13.13.12.2.77.7777.",
        en="Enter the OID of the medical organisation as 1.2.643.5.1.13.13.12.2.77.7777.",
    ),
    "icd10_format": Text(
        ru="Введите код МКБ-10 латинской буквой и цифрами, например E11.9.",
        en="Enter the ICD-10 code as a Latin letter and digits, such as E11.9.",
    ),
    "service_code_format": Text(
        ru="Введите код услуги латинской A или B и цифрами, например A04.20.001 или B01.047.001.",
        en="Enter the service code with a Latin A or B and digits, such as A04.20.001 or B01.047.001.",
    ),
    "fgos_code_format": Text(
        ru="Введите код ФГОС как 31.08.49.",
        en="Enter the FGOS code as 31.08.49.",
    ),
}
"""Every code the judge can give; those of the machine-readable lines are in `mrz_texts`."""
