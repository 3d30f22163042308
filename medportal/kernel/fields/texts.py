"""Sentences that any form may need. {label} is the field's name in the nominative, {sample} its template."""

from medportal.kernel.text import Text

COMMON: dict[str, Text] = {
    "required": Text(ru="{label}: заполните поле.{sample}", en="{label}: fill in this field.{sample}"),
    "too_long": Text(
        ru="{label}: слишком длинно. Оставьте не больше {max} знаков.",
        en="{label}: too long. Keep it to {max} characters.",
    ),
    "control_character": Text(
        ru="{label}: внутри есть управляющий знак ({sign}), он мог попасть при вставке. Удалите его или наберите значение заново.",
        en="{label}: there is a control character ({sign}) inside, probably pasted. Delete it or type the value again.",
    ),
    "direction_mark": Text(
        ru="{label}: внутри есть невидимый знак направления письма ({sign}). Удалите его или наберите значение заново.",
        en="{label}: there is an invisible writing-direction mark ({sign}) inside. Delete it or type the value again.",
    ),
    "hidden_character": Text(
        ru="{label}: внутри есть невидимый знак ({sign}), он мог попасть при вставке. Удалите его или наберите значение заново.",
        en="{label}: there is an invisible character ({sign}) inside, probably pasted. Delete it or type the value again.",
    ),
    "emoji": Text(
        ru="{label}: внутри есть эмодзи или рисунок ({sign}). Уберите его.",
        en="{label}: there is an emoji or a pictogram ({sign}) inside. Remove it.",
    ),
    "broken_character": Text(
        ru="{label}: внутри есть повреждённый знак ({sign}). Наберите значение заново.",
        en="{label}: there is a broken character ({sign}) inside. Type the value again.",
    ),
    "trimmed": Text(
        ru="{label}: пробелы по краям убраны.",
        en="{label}: spaces at the ends were removed.",
    ),
    "plus_seven": Text(
        ru="{label}: номер записан в международной форме, с +7.",
        en="{label}: the number is written in the international form, with +7.",
    ),
    "sample": Text(ru=" Образец: {sample}.", en=" Example: {sample}."),
}

MEND_TEXTS: dict[str, Text] = {
    "strip_refused": Text(ru="Убрать лишние знаки", en="Remove the stray characters"),
    "cyrillic": Text(
        ru="Заменить латинские буквы такими же русскими", en="Replace Latin letters by the same-looking Russian ones"
    ),
    "latin": Text(
        ru="Заменить русские буквы такими же латинскими", en="Replace Russian letters by the same-looking Latin ones"
    ),
    "licence_letters": Text(
        ru="Заменить латинские буквы русскими Л, О, Ф, С", en="Replace Latin letters by Russian Л, О, Ф, С"
    ),
    "layout": Text(ru="Перевести в русскую раскладку", en="Switch to the Russian keyboard layout"),
    "single_spaces": Text(ru="Оставить по одному пробелу", en="Keep single spaces"),
    "tight_hyphens": Text(ru="Убрать пробелы вокруг дефиса", en="Remove spaces around the hyphen"),
    "digits": Text(ru="Заменить буквы похожими цифрами", en="Replace letters by similar digits"),
    "only_digits": Text(ru="Оставить только цифры", en="Keep the digits only"),
    "plus_seven": Text(ru="Добавить +7", en="Add +7"),
    "title": Text(ru="Написать с заглавной буквы", en="Write with a capital letter"),
    "yo": Text(ru="Заменить «е» на «ё»", en="Replace “е” by “ё”"),
    "domain": Text(ru="Исправить адрес почтового сервиса", en="Correct the mail service’s address"),
    "mrz": Text(ru="Исправить отмеченные знаки", en="Correct the marked characters"),
}

STRENGTHS: tuple[Text, ...] = (
    Text(ru="Такой пароль легко подобрать", en="This password is easy to guess"),
    Text(ru="Слабый пароль", en="Weak password"),
    Text(ru="Средний пароль", en="Fair password"),
    Text(ru="Хороший пароль", en="Good password"),
    Text(ru="Надёжный пароль", en="Strong password"),
)
