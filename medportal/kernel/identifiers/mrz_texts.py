"""What is said about the machine-readable lines of a passport. The browser says the same words: they travel in the schema."""

from medportal.kernel.text import Text

MRZ_TEXTS: dict[str, Text] = {
    "ok": Text(
        ru="Строки прочитаны, все контрольные цифры сходятся.",
        en="The lines are read and all check digits match.",
    ),
    "mrz_lines": Text(
        ru="Нужны ровно две строки по 44 знака с нижней части страницы с фотографией, а здесь строк: {count}.",
        en="Exactly two lines of 44 characters from the bottom of the photo page are needed; lines here: {count}.",
    ),
    "mrz_order": Text(
        ru="Строки переставлены: первой идёт та, что начинается с PNRUS. Поменяйте их местами.",
        en="The lines are in the wrong order: the one that begins with PNRUS comes first. Swap them.",
    ),
    "mrz_alphabet": Text(
        ru="В строках бывают только латинские буквы, цифры и знак <. Исправьте лишний знак.",
        en="The lines hold only Latin letters, digits and the sign <. Correct the foreign character.",
    ),
    "mrz_length": Text(
        ru="В строке {line} знаков: {count}, а должно быть 44. Проверьте, что знаки < не потеряны.",
        en="Line {line} has {count} characters instead of 44. Make sure that no < is lost.",
    ),
    "mrz_head": Text(
        ru="Строка 1 начинается с PNRUS, а в строке 2 на местах 11–13 стоит RUS. Сверьте с паспортом.",
        en="Line 1 begins with PNRUS and line 2 has RUS at positions 11–13. Compare with the passport.",
    ),
    "mrz_digit": Text(
        ru="В строке 2 на месте цифры стоит другой знак. Сверьте с паспортом.",
        en="Line 2 has another character where a digit belongs. Compare with the passport.",
    ),
    "mrz_sex": Text(
        ru="В строке 2 на месте 21 стоит M или F. Сверьте с паспортом.",
        en="Line 2 has M or F at position 21. Compare with the passport.",
    ),
    "mrz_filler": Text(
        ru="В строке 2 на местах 22–28 и 42 стоит знак <. Сверьте с паспортом.",
        en="Line 2 has < at positions 22–28 and 42. Compare with the passport.",
    ),
    "mrz_document": Text(
        ru="Контрольная цифра серии и номера не сходится: сверьте знаки 1–10 строки 2.",
        en="The check digit of the series and number does not match: compare characters 1–10 of line 2.",
    ),
    "mrz_birth": Text(
        ru="Контрольная цифра даты рождения не сходится: сверьте знаки 14–20 строки 2.",
        en="The check digit of the birth date does not match: compare characters 14–20 of line 2.",
    ),
    "mrz_extra": Text(
        ru="Контрольная цифра даты выдачи и кода подразделения не сходится: сверьте знаки 29–43 строки 2.",
        en="The check digit of the issue date and division code does not match: compare characters 29–43 of line 2.",
    ),
    "mrz_whole": Text(
        ru="Общая контрольная цифра не сходится: сверьте строку 2, начиная с последнего знака.",
        en="The overall check digit does not match: compare line 2, beginning with its last character.",
    ),
    "mrz_dates": Text(
        ru="Даты или код подразделения в строке 2 невозможны. Сверьте знаки 14–19 и 30–41 с паспортом.",
        en="The dates or the division code in line 2 are impossible. Compare characters 14–19 and 30–41 with the passport.",
    ),
    "mrz_names": Text(
        ru="Фамилия и имя в строке 1 не читаются: между ними стоит <<, цифр 0, 1 и 5 в них нет. Сверьте с паспортом.",
        en="The names in line 1 cannot be read: << stands between them, 0, 1 and 5 do not occur. Compare with the passport.",
    ),
}

SUSPECT = Text(
    ru=" Строка {line}, знак {position}: стоит «{seen}»",
    en=" Line {line}, character {position}: it is “{seen}”",
)
LIKELY = Text(ru=", возможно, нужно «{likely}».", en=", it should perhaps be “{likely}”.")
UNSURE = Text(ru=".", en=".")
