"""Words of judging: why a document is refused or goes to a person."""

from medportal.features.documents.texts.intake import REFUSALS
from medportal.kernel.text import Text

FIELDS_MISSING = Text(
    ru="Впишите с документа: {fields}. После этого он уйдёт на проверку.",
    en="Type off the document: {fields}. Then it goes on to be checked.",
)
UNPROVEN = Text(
    ru="Прочитано без подтверждения контрольными цифрами: {fields}", en="Read without proof by check digits: {fields}"
)
DIFFERS = Text(
    ru="Прочитано иначе, чем указано в профиле: {fields}", en="Read otherwise than it stands in the profile: {fields}"
)

WORDS: dict[str, Text] = {
    "FILE_INFECTED": REFUSALS["FILE_INFECTED"],
    "DOCUMENT_ENDED": Text(
        ru="Срок действия документа закончился. Загрузите действующий документ.",
        en="The document is no longer valid. Upload one that is.",
    ),
    "FILE_LOST": Text(
        ru="Файл не прочитан в хранилище. Загрузите документ ещё раз; администратор уже извещён.",
        en="The file could not be read in the store. Upload the document again; the administrator has been told.",
    ),
    "NOT_READ": Text(ru="Скан не удалось прочитать автоматически", en="The scan could not be read automatically"),
    "NUMBER_UNTYPED": Text(ru="Номер с документа не вписан", en="The number was not typed off the document"),
    "NUMBER_DIFFERS": Text(
        ru="Номер с документа не совпадает с номером в профиле",
        en="The number typed off the document is not the one in the profile",
    ),
    "ADDRESS_DIFFERS": Text(
        ru="Адрес на странице регистрации не совпадает с адресом в профиле",
        en="The address on the registration page is not the one in the profile",
    ),
    "REGISTER_SAID_NO": Text(
        ru="Государственный реестр не подтвердил сведения", en="The state register did not confirm the data"
    ),
    "REGISTER_SILENT": Text(ru="Государственный реестр не спрошен", en="The state register was not asked"),
    "NO_LONGER_HOLDS": Text(
        ru="Сведения в профиле изменились: документ проверяется заново",
        en="The data in the profile have changed: the document is being checked anew",
    ),
    "DESK_REFUSED": Text(ru="Сотрудник не подтвердил документ.", en="A member of staff did not confirm the document."),
    "DESK_ASKED": Text(
        ru="Сотрудник просит исправить документ.", en="A member of staff asks you to mend the document."
    ),
}
