"""A sentence for each way to go wrong, built as «Название поля: что не так. Что сделать.»."""

from medportal.kernel.text import Text

PROBLEMS: dict[str, Text] = {
    "choose": Text(ru="{label}: выберите один из вариантов.", en="{label}: choose one of the options."),
    "latin": Text(
        ru="{label}: есть латинская буква «{found}». Наберите русскими буквами.{sample}",
        en="{label}: there is a Latin letter “{found}”. Type in Russian letters.{sample}",
    ),
    "double_space": Text(
        ru="{label}: внутри два пробела подряд. Оставьте один.{sample}",
        en="{label}: there are two spaces in a row inside. Keep one.{sample}",
    ),
    "words_format": Text(
        ru="{label}: допустимы русские буквы, цифры и знаки препинания. Уберите остальное.{sample}",
        en="{label}: Russian letters, digits and punctuation are allowed. Remove the rest.{sample}",
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
    "date_too_early": Text(
        ru="{label}: получается слишком рано. Проверьте год.{sample}",
        en="{label}: that is too early. Check the year.{sample}",
    ),
    "ends_before": Text(
        ru="{label}: срок кончается раньше, чем документ выдан. Проверьте обе даты.{sample}",
        en="{label}: the term ends before the document was issued. Check both dates.{sample}",
    ),
    "enp_format": Text(ru="{label}: нужно ровно 16 цифр.{sample}", en="{label}: exactly 16 digits are needed.{sample}"),
    "enp_control": Text(
        ru="{label}: контрольная цифра не сходится. Сверьте номер с полисом, цифру за цифрой.",
        en="{label}: the check digit does not match. Compare the number with the policy digit by digit.",
    ),
    "enp_born": Text(
        ru="{label}: в номере зашиты другие дата рождения или пол. Сверьте номер с полисом, а дату рождения с кабинетом.",
        en="{label}: the number holds another birth date or sex. Compare the number with the policy, and the birth date "
        "with the cabinet.",
    ),
    "temporary_format": Text(
        ru="{label}: нужно ровно 9 цифр.{sample}", en="{label}: exactly 9 digits are needed.{sample}"
    ),
    "policy_format": Text(
        ru="{label}: допустимы цифры, русские буквы, пробел и дефис, до 20 знаков.",
        en="{label}: digits, Russian letters, spaces and hyphens are allowed, up to 20 characters.",
    ),
    "holder_differs": Text(
        ru="{label}: отличается от имени в кабинете. Если ошибка в кабинете, исправьте её там; если в полисе, "
        "обратитесь в страховую медицинскую организацию.",
        en="{label}: differs from the name in the cabinet. If the cabinet is wrong, correct it there; if the policy is, "
        "contact your insurer.",
    ),
    "unlisted": Text(
        ru="{label}: такого нет в перечне. Выберите строку из списка.",
        en="{label}: this is not in the list. Choose a line of it.",
    ),
    "institution_typo": Text(
        ru="{label}: такого названия нет в перечне, похоже на опечатку. Выберите название из подсказки под полем.",
        en="{label}: no such name is in the list; it looks like a slip. Choose a name suggested below the field.",
    ),
    "institution_unlisted": Text(
        ru="{label}: такого названия нет в перечне. Выберите его из списка или отметьте, что вашего заведения в нём нет.",
        en="{label}: no such name is in the list. Choose one of it, or tick that your institution is not there.",
    ),
    "institution_renamed": Text(
        ru="{label}: на дату выдачи оно называлось иначе. Выберите название, которое стоит в документе, или проверьте дату.",
        en="{label}: on the date of issue it bore another name. Choose the name that stands on the document, or check "
        "the date.",
    ),
    "institution_not_accredited": Text(
        ru="{label}: на дату выдачи у него не было аккредитации. Проверьте дату и название. Если в документе всё так, "
        "отметьте, что заведения нет в списке: документ проверит сотрудник.",
        en="{label}: it was not accredited on the date of issue. Check date and name. If the document says just that, tick "
        "that the institution is not in the list: a person will check it.",
    ),
    "year_format": Text(ru="{label}: введите четыре цифры года.{sample}", en="{label}: enter four digits.{sample}"),
    "year_future": Text(ru="{label}: этот год ещё не наступил.", en="{label}: this year has not come yet."),
    "years_order": Text(
        ru="{label}: раньше, чем год поступления. Проверьте оба года.",
        en="{label}: earlier than the year of entry. Check both.",
    ),
    "series_missing": Text(
        ru="{label}: укажите серию, а если её в документе нет, отметьте «Документ без серии».",
        en="{label}: enter the series, or tick “The document has no series”.",
    ),
    "series_and_none": Text(
        ru="{label}: поле заполнено, но отмечено, что серии нет. Очистите поле или снимите отметку.",
        en="{label}: it is filled in, yet the box says there is none. Clear the field or untick the box.",
    ),
    "series_format": Text(
        ru="{label}: допустимы цифры, русские буквы и дефис, до 12 знаков.{sample}",
        en="{label}: digits, Russian letters and hyphens are allowed, up to 12 characters.{sample}",
    ),
    "number_format": Text(
        ru="{label}: допустимы цифры, русские буквы, дефис и косая черта.{sample}",
        en="{label}: digits, Russian letters, hyphens and slashes are allowed.{sample}",
    ),
    "number_zeros": Text(
        ru="{label}: одни нули номером не считаются. Дождитесь документа и введите его номер.",
        en="{label}: zeros alone are no number. Wait for the document and enter its number.",
    ),
    "number_taken": Text(
        ru="{label}: документ с таким номером уже внесён. Проверьте серию и номер; если у вас дубликат, отметьте это.",
        en="{label}: a document with this number is already entered. Check series and number; if yours is a duplicate, "
        "tick that.",
    ),
    "hours_format": Text(
        ru="{label}: введите число часов, от 1 до 9999.", en="{label}: enter a number from 1 to 9999."
    ),
    "oid_format": Text(
        ru="{label}: номер начинается с 1.2.643.5.1.13.13.12.2, дальше код региона и номер через точки.{sample}",
        en="{label}: it begins with 1.2.643.5.1.13.13.12.2, then the region and a number, with dots.{sample}",
    ),
    "licence_latin": Text(
        ru="{label}: есть латинская буква. Номер пишется русскими буквами: Л041-….",
        en="{label}: there is a Latin letter. The number is written with Russian ones: Л041-….",
    ),
    "licence_activity": Text(
        ru="{label}: это лицензия на другую деятельность. Нужна лицензия на медицинскую: Л041-… или ЛО-…-01-….",
        en="{label}: this licence is for another activity. A medical one is needed: Л041-… or ЛО-…-01-….",
    ),
    "licence_format": Text(
        ru="{label}: номер выглядит иначе.{sample} Прежние номера: ЛО-77-01-000001.",
        en="{label}: the number looks different.{sample} Earlier ones: ЛО-77-01-000001.",
    ),
}
