"""Words of the certificates. Tables are keyed by the values of the enums in `schemas`."""

from typing import Final

from medportal.kernel.text import Text

TITLE = Text(ru="Свидетельство", en="Certificate")
LONG_TITLE = Text(ru="Свидетельство о профессиональной квалификации", en="Certificate of professional qualification")
LEAD = Text(
    ru="Документ PDF с кодом QR. Его подлинность любой проверит на странице проверки, и без связи с порталом тоже.",
    en="A PDF with a QR code. Anybody can check that it is genuine on the check page, even without a connection.",
)
GET = Text(ru="Получить свидетельство", en="Get the certificate")
GET_ANEW = Text(ru="Выпустить заново", en="Issue anew")
GET_ANEW_HINT = Text(
    ru="Прежнее свидетельство станет недействительным: «заменено новым».",
    en="The earlier certificate becomes invalid: “replaced by a newer one”.",
)
MAKING = Text(
    ru="Свидетельство готовится. Обычно это несколько секунд.",
    en="The certificate is being made. It takes a few seconds.",
)
DOWNLOAD = Text(ru="Скачать PDF", en="Download the PDF")
COPY_LINK = Text(ru="Скопировать ссылку для проверки", en="Copy the link for checking")
COPIED = Text(ru="Ссылка скопирована", en="The link is copied")
COPY_FAILED = Text(ru="Скопировать не удалось. Ссылка:", en="It could not be copied. The link:")
SHARE_HINT = Text(
    ru="По ссылке видно то же, что и в свидетельстве, и ничего больше.",
    en="The link shows what the certificate shows, and nothing more.",
)
REVOKE = Text(ru="Отозвать", en="Revoke")
REVOKE_SURE = Text(
    ru="Отозванное свидетельство нельзя вернуть: страница проверки покажет, что оно отозвано. Можно выпустить новое.",
    en="A revoked certificate cannot be brought back: the check page will say that it is revoked. You can issue a new one.",
)
REVOKE_GO = Text(ru="Да, отозвать", en="Yes, revoke it")
KEEP = Text(ru="Оставить", en="Keep it")
NUMBER = Text(ru="Номер", en="Number")
ISSUED_ON = Text(ru="Выдано", en="Issued")
VALID_UNTIL = Text(ru="Действует до", en="Valid until")
EARLIER = Text(ru="Прежние свидетельства", en="Earlier certificates")
CLOSED_TITLE = Text(ru="Пока свидетельство получить нельзя", en="You cannot get the certificate yet")
CLOSED_LEAD = Text(
    ru="Оно выдаётся на уровне «Подтверждённая». Не хватает:", en="It is issued at the level “Confirmed”. Missing:"
)
CLOSED_WAY = Text(ru="Что сделать — в личном кабинете", en="What to do: see your cabinet")
TO_CHECK = Text(ru="Страница проверки", en="The check page")
NO_KEY = Text(
    ru="Этот портал не выдаёт свидетельств: ключ подписи не настроен.",
    en="This portal issues no certificates: its signing key is not set.",
)
TOO_OFTEN = Text(
    ru="Свидетельство выпускалось слишком часто. Попробуйте завтра.", en="It was issued too often. Try again tomorrow."
)
CHECKED_TOO_OFTEN = Text(
    ru="Слишком много проверок с вашего адреса. Подождите минуту.",
    en="Too many checks from your address. Wait a minute.",
)
NOT_THERE = Text(ru="Такого свидетельства нет.", en="There is no such certificate.")
NOT_READY = Text(ru="Свидетельство ещё готовится.", en="The certificate is not ready yet.")

STATES: Final[dict[str, Text]] = {
    "making": Text(ru="Готовится", en="Being made"),
    "issued": Text(ru="Действует", en="Valid"),
    "expired": Text(ru="Срок истёк", en="Expired"),
    "revoked": Text(ru="Отозвано", en="Revoked"),
}
REASONS: Final[dict[str, Text]] = {
    "owner": Text(ru="Отозвано владельцем", en="Revoked by its owner"),
    "level": Text(
        ru="Отозвано: учётная запись больше не «Подтверждённая»", en="Revoked: the account is no longer “Confirmed”"
    ),
    "changed": Text(
        ru="Отозвано: сведения, которые в нём указаны, изменились", en="Revoked: what it states has changed"
    ),
    "replaced": Text(ru="Заменено новым", en="Replaced by a newer one"),
    "erased": Text(ru="Отозвано: учётная запись удалена", en="Revoked: the account was erased"),
}

READY_TITLE = Text(ru="Свидетельство готово", en="Your certificate is ready")
READY_BODY = Text(
    ru="Номер {number}, действует до {until}. PDF и ссылка — на странице «Свидетельство».",
    en="Number {number}, valid until {until}. The PDF and the link are on the page “Certificate”.",
)
REVOKED_TITLE = Text(ru="Свидетельство отозвано", en="Your certificate is revoked")
REVOKED_BODY = Text(
    ru="Свидетельство {number}. {reason}. Когда все условия снова будут выполнены, можно выпустить новое.",
    en="Certificate {number}. {reason}. Once every condition is met again, you can issue a new one.",
)
READY_LETTER = Text(
    ru="Свидетельство о профессиональной квалификации готово и действует до {until}.\n\nСкачать PDF и взять ссылку для проверки: {link}",
    en="Your certificate of professional qualification is ready and valid until {until}.\n\nThe PDF and the link for checking: {link}",
)
REVOKED_LETTER = Text(
    ru="Свидетельство о профессиональной квалификации больше не действует. {reason}.\n\nЧто сделать, чтобы получить новое: {link}",
    en="Your certificate of professional qualification is valid no longer. {reason}.\n\nHow to get a new one: {link}",
)

CHECK_TITLE = Text(ru="Проверка свидетельства", en="Check a certificate")
CHECK_LEAD = Text(
    ru="Наведите камеру на код QR, введите номер или выберите файл PDF. Входить в портал не нужно.",
    en="Point your camera at the QR code, type the number or choose the PDF file. There is no need to sign in.",
)
CHECK_NUMBER = Text(ru="Номер свидетельства", en="Number of the certificate")
CHECK_NUMBER_HINT = Text(
    ru="20 знаков под кодом QR, например 7K3QF-9M2WX-4T8AB-C6DEH. Регистр и дефисы не важны.",
    en="20 characters below the QR code, like 7K3QF-9M2WX-4T8AB-C6DEH. Case and hyphens do not matter.",
)
CHECK_GO = Text(ru="Проверить", en="Check")
CHECK_FILE = Text(ru="Выбрать файл PDF", en="Choose a PDF file")
CHECK_DROP = Text(
    ru="или перетащите его сюда. Файл не покидает ваше устройство.",
    en="or drop it here. The file does not leave your device.",
)
CHECK_BUSY = Text(ru="Проверяем…", en="Checking…")
CHECK_FORM = Text(
    ru="В номере 20 букв и цифр. Проверьте, все ли знаки введены.",
    en="The number has 20 letters and digits. Are all of them there?",
)
CHECK_NOT_PDF = Text(
    ru="В файле нет нашей подписи. Возможно, это не свидетельство или файл пересохранён: введите номер или код QR.",
    en="The file does not hold our signature. It may be no certificate, or was saved anew: type the number or scan the QR code.",
)
CHECK_DOWN = Text(
    ru="Портал не отвечает. Проверьте по коду QR: для него связь не нужна.",
    en="The portal does not answer. Check by the QR code: it needs no connection.",
)
CHECK_WAIT = Text(ru="Слишком много проверок подряд. Подождите минуту.", en="Too many checks in a row. Wait a minute.")
WHAT_WAS_CHECKED = Text(ru="Что проверено", en="What was checked")
CHECKED_AT = Text(ru="Проверено", en="Checked")
BY_PORTAL = Text(ru="по записям портала", en="in the portal’s records")
BY_SIGNATURE = Text(
    ru="подпись портала верна; список отозванных от {at}",
    en="the portal’s signature holds; list of revoked ones of {at}",
)
BY_SIGNATURE_ALONE = Text(
    ru="подпись портала верна; отозвано ли оно, сейчас узнать нельзя: нет связи с порталом",
    en="the portal’s signature holds; whether it was revoked cannot be known now: there is no connection",
)
BY_FILE = Text(ru="файл не изменён с выдачи", en="the file is unchanged since it was issued")
LIST_OLD = Text(
    ru="Список отозванных устарел: узнать, не отозвано ли свидетельство, сейчас нельзя.",
    en="The list of revoked certificates is out of date: whether this one was revoked cannot be known now.",
)
VERDICTS: Final[dict[str, Text]] = {
    "valid": Text(ru="Свидетельство действует", en="The certificate is valid"),
    "expired": Text(ru="Срок свидетельства истёк", en="The certificate has expired"),
    "revoked": Text(ru="Свидетельство отозвано", en="The certificate is revoked"),
    "unknown": Text(ru="Такого свидетельства нет", en="There is no such certificate"),
    "forged": Text(
        ru="Подпись неверна: портал этого не выдавал", en="The signature is wrong: the portal did not issue this"
    ),
    "altered": Text(ru="Файл изменён после выдачи", en="The file was altered after it was issued"),
    "unsure": Text(ru="Подпись верна, отзыв не проверен", en="The signature holds, revocation is not checked"),
}
VERDICT_NOTES: Final[dict[str, Text]] = {
    "valid": Text(
        ru="Сверьте имя и специальность с тем, кто его показал.",
        en="Compare name and speciality with the person who showed it.",
    ),
    "expired": Text(ru="Сведения были верны до указанной даты.", en="What it says was true up to the date shown."),
    "revoked": Text(ru="Больше не подтверждает квалификацию.", en="It proves the qualification no longer."),
    "unknown": Text(
        ru="Проверьте номер. Если он верен, портал такого свидетельства не выдавал.",
        en="Check the number. If it is right, the portal never issued such a certificate.",
    ),
    "forged": Text(ru="Не доверяйте этому документу.", en="Do not trust this document."),
    "altered": Text(
        ru="Не доверяйте тому, что в файле. Портал выдал свидетельство со сведениями ниже.",
        en="Do not trust what the file says. What the portal issued is below.",
    ),
    "unsure": Text(ru="Когда связь появится, проверьте ещё раз.", en="Check again once there is a connection."),
}
DEMONSTRATION = Text(
    ru="Демонстрация: сведения вымышлены, реестры тоже", en="Demonstration: the person and the registers are invented"
)
NAME = Text(ru="Кому выдано", en="Issued to")
SPECIALITY = Text(ru="Специальность", en="Speciality")
BASIS = Text(ru="Основание", en="Basis")
OFFLINE_TITLE = Text(ru="Без связи с порталом", en="Without a connection")
OFFLINE = Text(
    ru="Код QR содержит подпись портала: открытая заранее страница проверит её сама. То же делает команда "
    "medportal certificate verify с опубликованным ключом /check/keys и списком /check/revoked.",
    en="The QR code holds the portal’s signature: this page, once loaded, verifies it by itself. So does the command "
    "medportal certificate verify with the published key /check/keys and the list /check/revoked.",
)

BASES: Final[dict[str, Text]] = {
    "accreditation": Text(ru="Аккредитация специалиста", en="Accreditation of a specialist"),
    "certificate": Text(ru="Сертификат специалиста", en="Certificate of a specialist"),
}
