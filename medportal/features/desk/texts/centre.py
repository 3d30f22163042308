"""Words of the service centre."""

from typing import Final

from medportal.kernel.text import Text

CENTRE_TITLE: Final = Text(ru="Сервисный центр", en="Service centre")
CENTRE_LEAD: Final = Text(
    ru="Найдите запись клиента по номеру из документа на столе или начните новую.",
    en="Find the client’s record by a number from the document on the table, or begin a new one.",
)
OPERATORS_ONLY: Final = Text(
    ru="Принимать документы может только оператор сервисного центра.",
    en="Only an operator of a service centre receives clients.",
)
NO_CLIENT: Final = Text(ru="Такой записи нет.", en="There is no such record.")
FIND_TITLE: Final = Text(ru="Найти клиента", en="Find a client")
FIND_BY: Final = Text(ru="По чему искать", en="By what")
FIND_KINDS: Final[dict[str, Text]] = {
    "snils": Text(ru="СНИЛС", en="SNILS"),
    "phone": Text(ru="Телефон", en="Phone"),
    "email": Text(ru="Электронная почта", en="E-mail"),
}
FIND_VALUE: Final = Text(ru="Номер целиком, как в документе", en="The whole number, as in the document")
FIND: Final = Text(ru="Найти", en="Find")
FOUND_NOBODY: Final = Text(
    ru="Такой записи нет. Проверьте номер или начните регистрацию.",
    en="There is no such record. Check the number, or begin a registration.",
)
BEGIN_TITLE: Final = Text(ru="Новая регистрация", en="New registration")
BEGIN_LEAD: Final = Text(
    ru="Клиент принёс паспорт, документ об образовании, подтверждение права на деятельность и места работы. "
    "Согласие он даст сам, по ссылке из письма.",
    en="The client brings a passport, a document of education, proof of the right to practise and of the workplace. "
    "The consent is his own act, by the link in the letter.",
)
BEGIN: Final = Text(ru="Начать регистрацию", en="Begin a registration")
CENTRE: Final = Text(ru="Где принимаете", en="Where you receive")
CENTRE_NONE: Final = Text(ru="не указано", en="not given")
CLIENT_TITLE: Final = Text(ru="Клиент у стола", en="The client at the table")
AT_COLLEAGUE: Final = Text(
    ru="Этого клиента принимает другой оператор. Пока клиент не у вас, данные и сканы не видны и не меняются.",
    en="Another operator is receiving this client. Until you take him over, his details and scans are neither seen nor changed.",
)
TAKE_OVER: Final = Text(ru="Принять клиента за своим столом", en="Take the client over to my table")
TAKEN_OVER: Final = Text(ru="Теперь клиента принимаете вы.", en="You are receiving this client now.")
BROUGHT: Final[dict[str, Text]] = {
    "title": Text(ru="Отсканировано за столом", en="Scanned at the table"),
    "none": Text(
        ru="Пока ничего. Отсканируйте оригиналы, которые принёс клиент.",
        en="Nothing yet. Scan the originals that the client has brought.",
    ),
    "pages": Text(ru="страниц: {count}", en="pages: {count}"),
    "remove": Text(ru="Убрать", en="Remove"),
    "sure": Text(
        ru="Документ уйдёт в корзину клиента. Убрать?", en="The document goes to the client’s bin. Remove it?"
    ),
    "yes": Text(ru="Убрать", en="Remove"),
    "no": Text(ru="Оставить", en="Keep"),
    "trouble": Text(
        ru="Список документов сейчас не открылся. Обновите страницу.",
        en="The list of documents did not open. Reload the page.",
    ),
}
REMOVED: Final = Text(ru="Документ убран.", en="The document is removed.")
SECTIONS: Final[dict[str, Text]] = {
    "person": Text(ru="Имя и дата рождения", en="Name and birth date"),
    "contacts": Text(ru="Телефон и почта", en="Phone and e-mail"),
    "numbers": Text(ru="СНИЛС и ИНН", en="SNILS and INN"),
    "passport": Text(ru="Паспорт", en="Passport"),
    "address": Text(ru="Адрес регистрации", en="Registered address"),
    "work": Text(ru="Работа", en="Work"),
}
SECTION_DONE: Final = Text(ru="заполнено", en="filled in")
SAVE_SECTION: Final = Text(ru="Сохранить раздел", en="Save the section")
LETTER_TITLE: Final = Text(ru="Письмо клиенту", en="The letter to the client")
LETTER_LEAD: Final = Text(
    ru="Когда все разделы заполнены, отправьте письмо со ссылкой. Ссылку видит только клиент, она действует 14 дней.",
    en="When every section is filled in, send the letter with the link. Only the client sees it; it works for 14 days.",
)
PAPERS_SEEN: Final = Text(ru="Какие оригиналы вы видели", en="Which originals you have seen")
PAPER_KINDS: Final[dict[str, Text]] = {
    "passport": Text(ru="Паспорт: лицо и данные совпадают", en="Passport: the face and the details match"),
    "qualification": Text(ru="Диплом или сертификат", en="Diploma or certificate"),
    "practice": Text(ru="Право на медицинскую деятельность", en="Right to practise medicine"),
    "workplace": Text(ru="Место работы", en="Workplace"),
}
SEND_LETTER: Final = Text(ru="Отправить письмо", en="Send the letter")
INVITED: Final = Text(ru="Письмо отправлено на", en="The letter went to")
INVITED_UNTIL: Final = Text(ru="ссылка действует до", en="the link works until")
AGREED: Final = Text(
    ru="Клиент дал согласие и продолжает регистрацию сам.", en="The client has agreed and goes on by himself."
)
FINISHED: Final = Text(
    ru="Регистрация завершена, личность подтверждена вашим именем.",
    en="The registration is finished, and the identity is proven in your name.",
)
INSTRUCTION: Final = Text(ru="Инструкция для клиента (PDF)", en="Instruction for the client (PDF)")
OTHER_CLIENT: Final = Text(ru="Следующий клиент", en="Next client")
PROOF_TITLE: Final = Text(ru="Подтвердить личность", en="Prove the identity")
PROOF_LEAD: Final = Text(
    ru="Сравните с паспортом на столе. Подтверждение останется записанным на ваше имя.",
    en="Compare with the passport on the table. The proof is recorded in your name.",
)
PROOF_GO: Final = Text(
    ru="Паспорт и лицо совпадают, подтвердить личность", en="Passport and face match: prove the identity"
)
VISIT_TITLE: Final = Text(ru="Принять документы", en="Receive documents")
VISIT_LEAD: Final = Text(
    ru="Отсканируйте оригиналы, которые принёс клиент. Он сразу получит сообщение об этом. Документы, загруженные им самим, "
    "здесь не видны. Приём длится, пока вы не закончите его, не дольше часа.",
    en="Scan the originals that the client has brought. He is told of it at once. What he has uploaded himself is not seen "
    "here. It lasts until you end it, an hour at most.",
)
VISIT_END: Final = Text(ru="Закончить приём", en="The client leaves")
VISIT_GO: Final = Text(ru="Принять документы клиента", en="Receive the client’s documents")
PROVEN: Final = Text(ru="Личность подтверждена.", en="The identity is proven.")
CLIENT_ROWS: Final[dict[str, Text]] = {
    "full_name": Text(ru="Фамилия, имя, отчество", en="Full name"),
    "birth_date": Text(ru="Дата рождения", en="Birth date"),
    "passport": Text(ru="Паспорт", en="Passport"),
    "issued_on": Text(ru="Дата выдачи", en="Date of issue"),
}
PAPER_TITLE: Final = Text(
    ru="Как завершить регистрацию на Медпортале", en="How to finish the registration on MedPortal"
)
PAPER_LEAD: Final = Text(
    ru="Сервисный центр внёс ваши данные по документам. Запись заработает, когда вы сами сделаете пять шагов.",
    en="The service centre has entered your details from your documents. The record works once you have taken five steps.",
)
PAPER_STEPS: Final = (
    Text(
        ru="Откройте письмо Медпортала на своей электронной почте и перейдите по ссылке из него. Она действует 14 дней.",
        en="Open the letter from MedPortal in your mailbox and follow its link. It works for 14 days.",
    ),
    Text(
        ru="Прочитайте согласие на обработку персональных данных и дайте его.",
        en="Read the consent to the processing of personal data, and give it.",
    ),
    Text(ru="Подтвердите телефон кодом из СМС.", en="Confirm your phone with the code from a text message."),
    Text(
        ru="Проверьте внесённые данные. Если в них ошибка, исправьте её.",
        en="Check what was entered. Correct it where it is wrong.",
    ),
    Text(ru="Придумайте пароль и отправьте регистрацию.", en="Choose a password and submit the registration."),
)
PAPER_WARNING: Final = Text(
    ru="Никому не передавайте письмо и коды: сотрудники портала их не спрашивают. Напечатано {date}.",
    en="Give neither the letter nor the codes to anybody: the portal’s staff never ask for them. Printed on {date}.",
)
PAPER_QR: Final = Text(ru="Код с адресом страницы портала", en="A code with the address of the portal’s page")
PAPER_ADDRESS: Final = Text(ru="Если письма нет, откройте страницу:", en="If there is no letter, open the page:")
CONTACTS_TITLE: Final = Text(ru="Сервисные центры", en="Service centres")
CONTACTS_LEAD: Final = Text(
    ru="Здесь принимают документы, подтверждают личность и помогают с регистрацией.",
    en="Service centres receive documents, prove identity and help with registration.",
)
CONTACTS_NONE: Final = Text(
    ru="Владелец этого портала ещё не указал сервисные центры.",
    en="The owner of this portal has named no service centres yet.",
)
ADDRESS: Final = Text(ru="Адрес", en="Address")
PHONE: Final = Text(ru="Телефон", en="Phone")
HOURS: Final = Text(ru="Часы приёма", en="Hours")
