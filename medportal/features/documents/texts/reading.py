"""Words of reading: what could not be read, why, and what to do about it. Keys are the codes and zones of the schemas."""

from medportal.kernel.text import Text

ZONES: dict[str, Text] = {
    "page": Text(ru="Не разобрать страницу", en="The page cannot be made out"),
    "code_lines": Text(
        ru="Не видна строка кода внизу страницы", en="The code lines at the foot of the page are not visible"
    ),
    "issuer": Text(ru="Не разобрать строку «Паспорт выдан»", en="The line “Passport issued by” cannot be made out"),
    "person": Text(ru="Не разобрать фамилию и имя", en="Surname and name cannot be made out"),
    "stamp": Text(ru="Не разобрать штамп о регистрации", en="The registration stamp cannot be made out"),
}

# After the zone that cannot be read.
PAGE_WORDS: dict[str, Text] = {
    "QUALITY_LOW_RES": Text(
        ru="{zone}: изображение слишком мелкое. "
        "Отсканируйте страницу с разрешением 200–300 точек на дюйм или снимите её ближе, чтобы она заняла весь кадр.",
        en="{zone}: the picture is too small. Scan the page at 200–300 dpi, or move closer so that it fills the frame.",
    ),
    "QUALITY_DARK": Text(
        ru="{zone}: снимок слишком тёмный. Сделайте новый при дневном свете или под лампой.",
        en="{zone}: the photo is too dark. Take a new one in daylight or under a lamp.",
    ),
    "QUALITY_BLUR": Text(
        ru="{zone}: снимок нерезкий. Положите паспорт на стол, дождитесь фокусировки и снимите снова, не двигая камеру.",
        en="{zone}: the photo is blurred. Lay the passport on a table, wait for the focus, and hold the camera still.",
    ),
    "QUALITY_GLARE": Text(
        ru="{zone}: бликует. Выключите вспышку, поверните паспорт так, чтобы блик ушёл, и снимите снова.",
        en="{zone}: there is glare. Turn off the flash, turn the passport until the glare is gone, and take the photo again.",
    ),
    "QUALITY_NOISE": Text(
        ru="{zone}: на снимке сильные помехи. Добавьте света и снимите снова или отсканируйте страницу.",
        en="{zone}: the photo is very grainy. Add light and take it again, or scan the page.",
    ),
    "PAGE_CROPPED": Text(
        ru="{zone}: обрезан край. Снимите страницу так, чтобы были видны все четыре края.",
        en="{zone}: an edge is cut off. Take the page so that all four edges are visible.",
    ),
}

WORDS: dict[str, Text] = {
    **{code: words.fill(zone=ZONES["page"]) for code, words in PAGE_WORDS.items()},
    "MRZ_CHECK_FAILED": Text(
        ru="Строка кода внизу страницы прочитана, но её контрольные цифры не сходятся. "
        "Снимите страницу ещё раз; если сообщение повторится, введите данные вручную, их проверит сотрудник.",
        en="The code lines at the foot of the page were read, but their check digits do not match. "
        "Take the page again; if this repeats, type the data by hand and a member of staff will check them.",
    ),
    "MRZ_NOT_FOUND": Text(
        ru="Не видна строка кода внизу страницы. Снимите разворот с фотографией целиком, чтобы были видны две нижние строки с буквами и знаками «<».",
        en="The code lines at the foot of the page are not visible. Take the whole spread with the photo, with the two lowest lines of letters and “<” signs.",
    ),
    "MRZ_VISUAL_MISMATCH": Text(
        ru="Строка кода внизу страницы и номер, напечатанный на странице, принадлежат разным паспортам. Загрузите снимок одного паспорта.",
        en="The code lines at the foot and the number printed on the page belong to different passports. Upload a picture of one passport.",
    ),
    "PAGE_MISSING_MAIN": Text(
        ru="Нет разворота паспорта с фотографией. Добавьте снимок страниц 2 и 3.",
        en="The spread with the photo is missing. Add a picture of pages 2 and 3.",
    ),
    "PAGE_MISSING_REGISTRATION": Text(
        ru="Нет страницы с регистрацией по месту жительства. Добавьте её снимок (страница 5 или та, где стоит последний штамп).",
        en="The page with the registration of residence is missing. Add a picture of it (page 5, or the one with the latest stamp).",
    ),
    "PAGES_MISMATCH": Text(
        ru="Серия и номер на страницах различаются: они из разных паспортов. Загрузите страницы одного паспорта.",
        en="Series and number differ between the pages: they are of different passports. Upload pages of one passport.",
    ),
    "FILE_UNREADABLE": Text(
        ru="Файл не открывается как изображение или PDF. Сохраните его заново в JPG, PNG или PDF.",
        en="The file does not open as a picture or a PDF. Save it again as JPG, PNG or PDF.",
    ),
    "CYRILLIC_UNREAD": Text(
        ru="Кем выдан паспорт, место рождения и адрес прочитать не удалось: на этом портале не установлена русская модель "
        "распознавания. Введите их сами.",
        en="Who issued the passport, the place of birth and the address could not be read: this portal lacks the Russian "
        "recognition model. Type them yourself.",
    ),
}

# When a page is taken all the same.
ADVICE: dict[str, Text] = {
    "MRZ_NOT_FOUND": Text(
        ru="В паспортах, выданных до середины 2011 года, нет машиночитаемой строки. Проверьте прочитанное и введите остальное вручную: данные сверит сотрудник.",
        en="Passports issued before mid-2011 have no machine-readable lines. Check what was read and type the rest by hand: a member of staff will compare it.",
    ),
    "QUALITY_DARK": Text(
        ru="Снимок тёмный, но он прочитан. Если сотруднику будет не разобрать страницу, он попросит новый.",
        en="The photo is dark, but it was read. If a member of staff cannot make out the page, a new one will be asked for.",
    ),
}
