"""A sentence for each way to go wrong.

Every one is built as «Название поля: что не так. Что сделать.», so that the label stays in the nominative. {found} is
the character in question, {sample} the template.
"""

from medportal.kernel.text import Text

PROBLEMS: dict[str, Text] = {
    "consent_required": Text(
        ru="{label}: без него нельзя создать учётную запись. Прочитайте документ и поставьте отметку, если согласны.",
        en="{label}: without it no account can be created. Read the document and tick the box if you agree.",
    ),
    "choose": Text(ru="{label}: выберите один из вариантов.", en="{label}: choose one of the options."),
    "digits": Text(
        ru="{label}: цифр здесь не бывает, а есть «{found}». Уберите цифры.{sample}",
        en="{label}: digits do not belong here, and there is “{found}”. Remove the digits.{sample}",
    ),
    "latin": Text(
        ru="{label}: есть латинская буква «{found}». Наберите русскими буквами.{sample}",
        en="{label}: there is a Latin letter “{found}”. Type in Russian letters.{sample}",
    ),
    "double_space": Text(
        ru="{label}: внутри два пробела подряд. Оставьте один.{sample}",
        en="{label}: there are two spaces in a row inside. Keep one.{sample}",
    ),
    "alphabet": Text(
        ru="{label}: допустимы русские буквы, дефис, пробел, апостроф и точка между буквами. Уберите остальное.{sample}",
        en="{label}: Russian letters, and a hyphen, space, apostrophe or dot between them are allowed. Remove the rest.{sample}",
    ),
    "case": Text(
        ru="{label}: обычно пишут с заглавной буквы, остальные строчные. Сверьте с паспортом.",
        en="{label}: usually begins with a capital, the rest is in lower case. Compare with the passport.",
    ),
    "yo": Text(
        ru="{label}: часто пишется через «ё». Сверьте с паспортом: буква должна совпасть.",
        en="{label}: often has the letter “ё”. Compare with the passport: the letter must be the same.",
    ),
    "patronymic_and_none": Text(
        ru="{label}: поле заполнено, но отмечено, что отчества нет. Очистите поле или снимите отметку.",
        en="{label}: it is filled in, yet the box says there is none. Clear the field or untick the box.",
    ),
    "date_format": Text(
        ru="{label}: введите день, месяц и четыре цифры года через точку, ДД.ММ.ГГГГ.{sample}",
        en="{label}: enter day, month and four digits of the year with dots, DD.MM.YYYY.{sample}",
    ),
    "date_unreal": Text(
        ru="{label}: такой даты нет в календаре. Проверьте день, месяц и год.{sample}",
        en="{label}: there is no such date in the calendar. Check day, month and year.{sample}",
    ),
    "date_future": Text(
        ru="{label}: эта дата ещё не наступила. Проверьте год.{sample}",
        en="{label}: this date is in the future. Check the year.{sample}",
    ),
    "too_young": Text(
        ru="{label}: регистрация возможна с 18 лет. Проверьте год рождения.{sample}",
        en="{label}: one can register from the age of 18. Check the year of birth.{sample}",
    ),
    "too_old": Text(
        ru="{label}: получается больше 100 лет. Проверьте год рождения.{sample}",
        en="{label}: this makes more than 100 years. Check the year of birth.{sample}",
    ),
    "young": Text(
        ru="{label}: получается меньше 22 лет, для врача это необычно. Проверьте год рождения.",
        en="{label}: this makes less than 22 years, which is unusual for a doctor. Check the year of birth.",
    ),
    "phone_format": Text(
        ru="{label}: введите +7 и ещё 10 цифр.{sample}",
        en="{label}: enter +7 and 10 more digits.{sample}",
    ),
    "phone_country": Text(
        ru="{label}: нужен российский номер, он начинается с +7.{sample}",
        en="{label}: a Russian number is needed, it begins with +7.{sample}",
    ),
    "phone_mobile": Text(
        ru="{label}: это не мобильный номер, а код придёт в СМС. Введите номер, который начинается с +79.{sample}",
        en="{label}: this is not a mobile number, and the code comes as a text message. Enter one that begins with +79.{sample}",
    ),
    "email_cyrillic": Text(
        ru="{label}: есть русская буква «{found}». Наберите адрес латинскими буквами.{sample}",
        en="{label}: there is a Russian letter “{found}”. Type the address in Latin letters.{sample}",
    ),
    "email_format": Text(
        ru="{label}: адрес состоит из имени, знака @ и названия сервиса с точкой. Проверьте его.{sample}",
        en="{label}: an address is a name, the sign @ and a service with a dot. Check it.{sample}",
    ),
    "email_slip": Text(
        ru="{label}: возможно, опечатка, обычно пишут {meant}. Проверьте адрес.",
        en="{label}: perhaps a slip, the usual one is {meant}. Check the address.",
    ),
    "code_format": Text(
        ru="{label}: введите 6 цифр из сообщения.{sample}", en="{label}: enter the 6 digits of the message.{sample}"
    ),
    "snils_format": Text(
        ru="{label}: введите как 123-456-789 00 или 11 цифр подряд.",
        en="{label}: enter it as 123-456-789 00 or as 11 digits in a row.",
    ),
    "snils_zero": Text(
        ru="{label}: номер не может состоять из одних нулей. Введите номер с карточки или выписки.",
        en="{label}: the number cannot be all zeros. Enter the one from the card or statement.",
    ),
    "snils_control": Text(
        ru="{label}: контрольное число не сходится. Проверьте цифры.{sample}",
        en="{label}: the control number does not match. Check the digits.{sample}",
    ),
    "inn_format": Text(
        ru="{label}: нужен ИНН человека, 12 цифр подряд. Десять цифр бывает у организаций.",
        en="{label}: a person’s INN is needed, 12 digits in a row. Organisations have ten.",
    ),
    "inn_region": Text(
        ru="{label}: не начинается с 00. Проверьте первые две цифры.{sample}",
        en="{label}: it does not begin with 00. Check the first two digits.{sample}",
    ),
    "inn_control": Text(
        ru="{label}: контрольные цифры не сходятся. Проверьте цифры.{sample}",
        en="{label}: the control digits do not match. Check the digits.{sample}",
    ),
    "mrz": Text(ru="{label}: {reading}", en="{label}: {reading}"),
    "mrz_differs": Text(
        ru="{label}: не совпадает с введённым ({fields}). Сверьте оба с паспортом.",
        en="{label}: they differ from what was entered ({fields}). Compare both with the passport.",
    ),
    "series_format": Text(ru="{label}: введите 4 цифры.{sample}", en="{label}: enter 4 digits.{sample}"),
    "series_region": Text(
        ru="{label}: с таких двух цифр серии обычно не начинаются. Сверьте с паспортом.",
        en="{label}: a series does not usually begin with these two digits. Compare with the passport.",
    ),
    "series_year": Text(
        ru="{label}: последние две цифры обычно близки к году выдачи, а здесь {year} год. Сверьте с паспортом.",
        en="{label}: the last two digits are usually near the year of issue, here it is {year}. Compare with the passport.",
    ),
    "number_format": Text(ru="{label}: введите 6 цифр.{sample}", en="{label}: enter 6 digits.{sample}"),
    "number_zero": Text(
        ru="{label}: номер не может быть 000000. Введите номер из паспорта.{sample}",
        en="{label}: it cannot be 000000. Enter the number from the passport.{sample}",
    ),
    "passport_too_old": Text(
        ru="{label}: паспорта России выдают с 1 октября 1997 года. Проверьте год.{sample}",
        en="{label}: Russian passports have been issued since 1 October 1997. Check the year.{sample}",
    ),
    "issued_too_early": Text(
        ru="{label}: паспорт не выдают раньше 14 лет. Проверьте дату выдачи и дату рождения.{sample}",
        en="{label}: a passport is not issued before the age of 14. Check it and the date of birth.{sample}",
    ),
    "passport_expired": Text(
        ru="{label}: такой паспорт был действителен до {until}. Если вы уже получили новый, введите его данные.",
        en="{label}: such a passport was valid until {until}. If you already have the new one, enter it.",
    ),
    "issuer_format": Text(
        ru="{label}: перепишите из паспорта русскими буквами, не короче 5 знаков.{sample}",
        en="{label}: copy it from the passport in Russian letters, at least 5 characters.{sample}",
    ),
    "division_format": Text(
        ru="{label}: введите 6 цифр через дефис.{sample}", en="{label}: enter 6 digits with a hyphen.{sample}"
    ),
    "division_level": Text(
        ru="{label}: третья цифра бывает от 0 до 3. Сверьте с паспортом.{sample}",
        en="{label}: the third digit is 0 to 3. Compare with the passport.{sample}",
    ),
    "index_format": Text(
        ru="{label}: введите 6 цифр, первая от 1 до 6.{sample}",
        en="{label}: enter 6 digits, the first one 1 to 6.{sample}",
    ),
    "region_unlisted": Text(
        ru="{label}: такого названия нет в списке. Выберите из списка, если регион там есть.",
        en="{label}: the list has no such name. Choose from the list if the region is there.",
    ),
    "address_format": Text(
        ru="{label}: допустимы русские буквы, цифры и знаки . , - / № ( ) «». Уберите остальное.{sample}",
        en="{label}: Russian letters, digits and . , - / № ( ) «» are allowed. Remove the rest.{sample}",
    ),
    "house_format": Text(
        ru="{label}: должна быть хотя бы одна цифра.{sample}",
        en="{label}: there must be at least one digit.{sample}",
    ),
    "licence_latin": Text(
        ru="{label}: есть латинская буква «{found}», а номер пишут русскими. Замените её.{sample}",
        en="{label}: there is a Latin letter “{found}”, the number is written in Russian ones. Replace it.{sample}",
    ),
    "licence_activity": Text(
        ru="{label}: это лицензия на другой вид деятельности. Нужна медицинская: Л041-… или ЛО-…-01-….{sample}",
        en="{label}: this licence is for another activity. A medical one is needed: Л041-… or ЛО-…-01-….{sample}",
    ),
    "licence_format": Text(
        ru="{label}: введите как в реестре лицензий.{sample} Прежний вид: ЛО-77-01-000001.",
        en="{label}: enter it as in the register of licences.{sample} The former kind: ЛО-77-01-000001.",
    ),
    "ogrn_format": Text(
        ru="{label}: введите 13 цифр (для ИП 15 цифр) подряд.",
        en="{label}: enter 13 digits (15 for a sole trader) in a row.",
    ),
    "ogrn_control": Text(
        ru="{label}: контрольная цифра не сходится. Проверьте номер.{sample}",
        en="{label}: the control digit does not match. Check the number.{sample}",
    ),
    "work_either": Text(
        ru="{label}: укажите номер лицензии или ОГРН работодателя, достаточно одного из них.",
        en="{label}: give the licence number or the employer’s OGRN, either is enough.",
    ),
    "unlisted": Text(
        ru="{label}: такой строки нет в номенклатуре. Начните вводить и выберите из списка.",
        en="{label}: the nomenclature has no such row. Start typing and choose from the list.",
    ),
    "password_short": Text(
        ru="{label}: нужно не меньше 8 знаков. Добавьте ещё.", en="{label}: at least 8 characters are needed. Add more."
    ),
    "password_digit": Text(ru="{label}: добавьте хотя бы одну цифру.", en="{label}: add at least one digit."),
    "password_lower": Text(
        ru="{label}: добавьте хотя бы одну строчную букву.", en="{label}: add at least one lower-case letter."
    ),
    "password_upper": Text(
        ru="{label}: добавьте хотя бы одну заглавную букву.", en="{label}: add at least one upper-case letter."
    ),
    "password_guessable": Text(
        ru="{label}: слишком просто, знаки идут подряд или повторяются. Придумайте несколько слов, не связанных между собой.",
        en="{label}: too simple, the characters follow each other or repeat. Think of several unrelated words.",
    ),
    "password_personal": Text(
        ru="{label}: в нём есть ваше имя, дата или номер, которые знают другие. Придумайте без них.",
        en="{label}: it contains your name, a date or a number that others know. Think of one without them.",
    ),
    "password_common": Text(
        ru="{label}: он среди самых частых, такие подбирают первыми. Придумайте несколько слов, не связанных между собой.",
        en="{label}: it is among the most common ones, which are tried first. Think of several unrelated words.",
    ),
    "password_differs": Text(
        ru="{label}: не совпадает с первым. Наберите его снова.",
        en="{label}: it differs from the first one. Type it again.",
    ),
}
