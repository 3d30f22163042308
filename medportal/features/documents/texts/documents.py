"""Words of documents: states, what they wait for, refusals of a service, notices."""

from medportal.kernel.text import Plural, Text

STATES: dict[str, Text] = {
    "gathering": Text(ru="Загружается", en="Being uploaded"),
    "uploaded": Text(ru="Проверяется", en="Being checked"),
    "checking": Text(ru="Проверяется", en="Being checked"),
    "in_review": Text(ru="Проверяется сотрудником", en="Being reviewed"),
    "verified": Text(ru="Подтверждён", en="Confirmed"),
    "kept": Text(ru="Сохранён", en="Kept"),
    "fix_needed": Text(ru="Нужно исправить", en="Needs mending"),
    "rejected": Text(ru="Отклонён", en="Rejected"),
    "expired": Text(ru="Истёк", en="Expired"),
    "superseded": Text(ru="Заменён", en="Replaced"),
}
EXPIRING = Text(ru="Истекает", en="Expires soon")
BINNED = Text(ru="В корзине", en="In the bin")

WAITS: dict[str, Text] = {
    "scanner": Text(ru="Ожидается проверка на вирусы", en="Waiting for the virus scanner"),
    "reader": Text(ru="Ожидается чтение скана", en="Waiting for the scan to be read"),
    "register": Text(ru="Ожидается ответ государственного реестра", en="Waiting for a state register to answer"),
    "registration": Text(ru="Ожидается завершение регистрации", en="Waiting for the registration to be finished"),
}
SCANS: dict[str, Text] = {
    "clean": Text(ru="Вирусов не найдено", en="No viruses found"),
    "infected": Text(ru="Найдена вредоносная программа", en="A malicious program was found"),
    "unavailable": Text(ru="Проверка на вирусы ожидается", en="The virus check is pending"),
    "not_scanned": Text(ru="На вирусы не проверялся", en="Not scanned for viruses"),
}

# Who moved or opened a document, as its owner is told.
ACTORS: dict[str, Text] = {
    "own": Text(ru="вы", en="you"),
    "applicant": Text(ru="вы", en="you"),
    "doctor": Text(ru="вы", en="you"),
    "verifier": Text(ru="сотрудник отдела проверки", en="a verifier"),
    "operator": Text(ru="оператор сервисного центра", en="an operator of the service centre"),
    "administrator": Text(ru="администратор", en="an administrator"),
    "support": Text(ru="сотрудник поддержки", en="a member of support"),
    "system": Text(ru="портал", en="the portal"),
    "visitor": Text(ru="портал", en="the portal"),
}

# The desk's own words for a look in the course of a case, `desk.texts.LOOKED_FOR`.
FOR_A_CASE = Text(ru="Проверка по делу", en="Checking a case")
BROUGHT_BY = Text(ru="оператор сервисного центра {who}", en="the service centre’s operator {who}")

FIELDS: dict[str, Text] = {
    "series": Text(ru="Серия", en="Series"),
    "number": Text(ru="Номер", en="Number"),
    "issue_date": Text(ru="Дата выдачи", en="Date of issue"),
    "division_code": Text(ru="Код подразделения", en="Division code"),
    "issuing_authority": Text(ru="Кем выдан", en="Issued by"),
    "surname": Text(ru="Фамилия", en="Surname"),
    "name": Text(ru="Имя", en="Given name"),
    "patronymic": Text(ru="Отчество", en="Patronymic"),
    "birth_date": Text(ru="Дата рождения", en="Date of birth"),
    "birth_place": Text(ru="Место рождения", en="Place of birth"),
    "sex": Text(ru="Пол", en="Sex"),
    "registration_address": Text(ru="Адрес регистрации", en="Registered address"),
}

NO_DOCUMENT = Text(
    ru="Такого документа нет. Откройте раздел «Мои документы»: возможно, он удалён или заменён.",
    en="There is no such document. Open “My documents”: it may have been deleted or replaced.",
)
LOOK_AGAIN = Text(
    ru="Документ нужно исправить. Загрузите новую версию.", en="The document needs mending. Upload a new version."
)
# «Не больше 2 страниц»: the genitive.
PAGES = Plural("страницы", "страниц", "страниц", "page", "pages")
