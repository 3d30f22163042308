"""Words of intake: what is wrong with a file, and what to do about it."""

from medportal.kernel.text import Text

REFUSALS: dict[str, Text] = {
    "FILE_EMPTY": Text(
        ru="Файл пуст. Выберите файл с документом ещё раз: возможно, он не успел сохраниться.",
        en="The file is empty. Choose the file with the document again: it may not have been saved yet.",
    ),
    "FILE_TOO_LARGE": Text(
        ru="Файл больше 10 МБ. Уменьшите разрешение скана до 200–300 точек на дюйм или сохраните документ частями.",
        en="The file is larger than 10 MB. Lower the scan resolution to 200–300 dpi, or save the document in parts.",
    ),
    "FILE_TYPE_NOT_ALLOWED": Text(
        ru="Такие файлы не принимаются. Сохраните документ как PDF, JPG или PNG без анимации и загрузите его снова.",
        en="Files of this type are not accepted. Save the document as PDF, JPG or PNG without animation, and upload it again.",
    ),
    "FILE_EXT_MISMATCH": Text(
        ru="Имя файла говорит об одном типе, а содержимое — о другом. "
        "Откройте документ, сохраните его как PDF, JPG или PNG и загрузите снова; менять только расширение не нужно.",
        en="The file’s name says one type and its content another. "
        "Open the document, save it as PDF, JPG or PNG and upload it again; changing the extension alone will not do.",
    ),
    "FILE_CONTENT_UNKNOWN": Text(
        ru="Внутри файла нет документа PDF, JPG или PNG. Откройте документ, сохраните его в одном из этих форматов и загрузите снова.",
        en="There is no PDF, JPG or PNG document inside the file. Open the document, save it in one of these formats and upload it again.",
    ),
    "FILE_DAMAGED": Text(
        ru="Файл повреждён или загружен не полностью. Откройте его у себя: если он открывается, сохраните заново, если нет — сделайте новый скан.",
        en="The file is damaged or incomplete. Open it on your device: if it opens, save it anew; if not, make a new scan.",
    ),
    "FILE_TRAILING_DATA": Text(
        ru="Кроме документа, в файле есть посторонние данные. Откройте документ, сохраните его заново и загрузите новый файл.",
        en="Besides the document, the file holds other data. Open the document, save it anew and upload the new file.",
    ),
    "FILE_TOO_COMPLEX": Text(
        ru="Файл слишком сложный, и обработать его не удалось. Распечатайте документ в PDF или сфотографируйте его и загрузите снимок.",
        en="The file is too complex and could not be processed. Print the document to PDF, or take a photo of it and upload the photo.",
    ),
    "FILE_DUPLICATE": Text(
        ru="Этот файл вы уже загрузили. Откройте его в разделе «Мои документы» или выберите другой файл.",
        en="You have uploaded this file already. Open it under “My documents”, or choose another file.",
    ),
    "FILE_INFECTED": Text(
        ru="Проверка нашла в файле вредоносную программу. "
        "Проверьте своё устройство антивирусом и сделайте новый скан или снимок документа.",
        en="A malicious program was found in the file. Check your device with an antivirus program and make a new scan or photo.",
    ),
    "IMAGE_TOO_LARGE": Text(
        ru="Изображение или страница слишком велики. Уменьшите изображение: достаточно 4000 точек по длинной стороне и страницы формата A4.",
        en="The picture or page is too large. Make it smaller: 4000 pixels along the longer side and an A4 page are enough.",
    ),
    "IMAGE_TOO_SMALL": Text(
        ru="Изображение слишком мало, текст на нём не прочесть. Сделайте новый снимок: не меньше 1000 точек по длинной стороне.",
        en="The picture is too small for its text to be read. Take a new one: at least 1000 pixels along the longer side.",
    ),
    "PDF_ENCRYPTED": Text(
        ru="PDF защищён паролем или ограничениями. Снимите защиту или распечатайте документ в новый PDF и загрузите его.",
        en="The PDF is protected by a password or by restrictions. Remove the protection, or print the document to a new PDF and upload that.",
    ),
    "PDF_ACTIVE_CONTENT": Text(
        ru="В PDF есть сценарии, запуск программ или формы, которые отправляют данные. Распечатайте документ в новый PDF и загрузите его.",
        en="The PDF holds scripts, launches programs or has forms that send data. Print the document to a new PDF and upload that.",
    ),
    "PDF_ATTACHMENT": Text(
        ru="В PDF вложены другие файлы. Загрузите каждый документ отдельно, а этот распечатайте в новый PDF без вложений.",
        en="Other files are attached inside the PDF. Upload each document separately, and print this one to a new PDF without attachments.",
    ),
    "PDF_TOO_MANY_PAGES": Text(
        ru="В документе больше 10 страниц. Оставьте нужные страницы или разделите документ на части.",
        en="The document has more than 10 pages. Keep the pages that are needed, or split the document.",
    ),
    "PDF_NO_PAGES": Text(
        ru="В PDF нет ни одной страницы. Сохраните документ заново и загрузите новый файл.",
        en="The PDF has no pages. Save the document anew and upload the new file.",
    ),
    "PAGES_BLANK": Text(
        ru="Все страницы пусты. Проверьте, той ли стороной лежал документ в сканере, и загрузите новый скан.",
        en="All pages are blank. Check which side of the document faced the scanner, and upload a new scan.",
    ),
}

SIGNATURE_NOT_ALLOWED = Text(
    ru="Сюда загружают только файл подписи: .sig или .p7s. Сам документ загрузите отдельно.",
    en="Only a signature file goes here: .sig or .p7s. Upload the document itself separately.",
)

SIGNATURE_UNKNOWN = Text(
    ru="Это не файл подписи. Выберите файл .sig или .p7s, созданный командой «Подписать» в вашей программе.",
    en="This is not a signature file. Choose the .sig or .p7s file that your program made when you signed.",
)

TRY_LATER = Text(
    ru="Сейчас файл проверить не удалось, это не ваша ошибка. Попробуйте ещё раз через несколько минут.",
    en="The file could not be checked just now; it is not your mistake. Try again in a few minutes.",
)

SCANS: dict[str, Text] = {
    "clean": Text(ru="Вредоносных программ не найдено", en="No malicious programs found"),
    "infected": Text(ru="Найдена вредоносная программа", en="A malicious program was found"),
    "unavailable": Text(ru="Ждёт проверки на вредоносные программы", en="Waiting to be scanned for malicious programs"),
    "not_scanned": Text(ru="На вредоносные программы не проверялся", en="Not scanned for malicious programs"),
}
