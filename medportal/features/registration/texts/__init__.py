"""Words of the wizard. Tables are keyed by the values of the enums in `schemas`."""

from typing import Final

from medportal.kernel.text import Text

TITLE = Text(ru="Регистрация", en="Registration")
CORRECTION_TITLE = Text(ru="Исправление данных", en="Correcting your details")
LEAD = Text(
    ru="Заполняйте разделы в удобном порядке. Ответы сохраняются сразу; вернуться к ним можно с этого же устройства "
    "в течение 30 дней.",
    en="Fill in the sections in the order you like. Answers are saved at once; you can come back to them on this device "
    "for 30 days.",
)
CORRECTION_LEAD = Text(
    ru="Выберите раздел, в котором нужно исправить данные. После исправления портал заново спросит реестры.",
    en="Choose the section to correct. After the correction the portal asks the registers anew.",
)
LAST_SAVED = Text(ru="Последнее сохранение:", en="Last saved:")
SECTION_TITLES: Final[dict[str, Text]] = {
    "consent": Text(ru="Согласие на обработку данных", en="Consent to data processing"),
    "person": Text(ru="Имя и дата рождения", en="Name and date of birth"),
    "contacts": Text(ru="Телефон и почта", en="Phone and e-mail"),
    "numbers": Text(ru="СНИЛС и ИНН", en="SNILS and INN"),
    "passport": Text(ru="Паспорт", en="Passport"),
    "address": Text(ru="Адрес регистрации", en="Registered address"),
    "work": Text(ru="Работа", en="Work"),
    "password": Text(ru="Пароль", en="Password"),
}
STATUS: Final[dict[str, Text]] = {
    "locked": Text(ru="Пока недоступно", en="Not open yet"),
    "empty": Text(ru="Не начат", en="Not started"),
    "started": Text(ru="Заполнен не до конца", en="In progress"),
    "waiting": Text(ru="Ждёт подтверждения", en="Waits for confirmation"),
    "done": Text(ru="Готово", en="Done"),
}
LOCKED_CONSENT = Text(
    ru="Остальные разделы откроются после согласия, а разделы с документами ещё и после подтверждения телефона.",
    en="The other sections open after the consent; those with documents also after the phone is confirmed.",
)
CHECK_ANSWERS = Text(ru="Проверить ответы и отправить", en="Check the answers and submit")
CHECK_TITLE = Text(ru="Проверьте ответы", en="Check your answers")
CHECK_LEAD = Text(
    ru="Сверьте с документами. После отправки портал спросит СФР, ФНС и МВД; исправить данные можно будет и потом.",
    en="Compare with your documents. After submission the portal asks the registers; you can correct the details "
    "later, too.",
)
CHANGE = Text(ru="Изменить", en="Change")
CHANGE_WHAT = Text(ru="раздел «{section}»", en="section “{section}”")
NO_ANSWER = Text(ru="не указано", en="not given")
PASSWORD_SET = Text(ru="задан", en="set")
SUBMIT = Text(ru="Отправить", en="Submit")
SUBMITTING = Text(ru="Отправляем…", en="Submitting…")
UNFINISHED = Text(
    ru="Чтобы отправить регистрацию, завершите разделы:",
    en="To submit the registration, finish these sections:",
)
BEGIN = Text(ru="Согласиться и продолжить", en="Agree and continue")
CONTINUE_LIST = Text(ru="Продолжить регистрацию", en="Continue the registration")
ALREADY_AGREED = Text(
    ru="Вы уже дали согласие. Отозвать его можно в любой момент: незавершённая регистрация тогда сразу стирается.",
    en="You have given your consent already. You can withdraw it at any time: an unfinished registration is then "
    "erased at once.",
)
WITHDRAW = Text(ru="Отозвать согласие и стереть регистрацию", en="Withdraw the consent and erase the registration")
WITHDRAW_SURE = Text(
    ru="Все введённые ответы будут стёрты без возможности восстановления. Стереть?",
    en="All the answers you entered will be erased for good. Erase them?",
)
WITHDRAW_YES = Text(ru="Да, стереть", en="Yes, erase")
WITHDRAW_NO = Text(ru="Нет, оставить", en="No, keep")

SECTION_LEADS: Final[dict[str, Text]] = {
    "person": Text(
        ru="Пишите так, как в паспорте, русскими буквами.", en="Write exactly as in the passport, in Russian letters."
    ),
    "contacts": Text(
        ru="На телефон придёт код, на почту ссылка. Чтобы идти дальше, достаточно подтвердить телефон; чтобы закончить, "
        "нужны оба.",
        en="A code will come to the phone, a link to the mailbox. Confirming the phone is enough to go on; to finish, "
        "both are needed.",
    ),
    "numbers": Text(
        ru="Номера хранятся зашифрованными, на экране видны только последние цифры.",
        en="The numbers are stored encrypted; only the last digits are shown on screen.",
    ),
    "passport": Text(
        ru="Вставьте две строки знаков с нижнего края страницы с фотографией, и портал заполнит остальное сам. "
        "Если строк нет, заполните поля вручную.",
        en="Paste the two lines of characters at the bottom of the photo page and the portal fills in the rest. "
        "If there are no lines, fill in the fields by hand.",
    ),
    "address": Text(
        ru="Адрес со страницы паспорта «Место жительства».",
        en="The address on the passport page «Место жительства».",
    ),
    "work": Text(
        ru="Укажите номер лицензии или ОГРН работодателя: достаточно одного из двух.",
        en="Give the licence number or the employer’s OGRN: one of the two is enough.",
    ),
    "password": Text(
        ru="Не короче 8 знаков, с цифрой, строчной и прописной буквой. Без имени, даты рождения и номеров.",
        en="At least 8 characters with a digit, a small and a capital letter. Without your name, birth date or numbers.",
    ),
}
MRZ_FILLED = Text(
    ru="Прочитано из строк паспорта: контрольные знаки сошлись, поля заполнены.",
    en="Read from the passport lines: the check digits agree, the fields are filled in.",
)
MRZ_SAME = Text(ru="Имя и дата рождения совпадают с введёнными.", en="Name and birth date match what you entered.")
MRZ_DIFFERS = Text(ru="в паспорте:", en="in the passport:")
MRZ_TAKE = Text(ru="Взять из паспорта", en="Take from the passport")

CONFIRM_TITLE = Text(ru="Подтвердите телефон и почту", en="Confirm your phone and e-mail")
PHONE = Text(ru="Телефон", en="Phone")
EMAIL = Text(ru="Почта", en="E-mail")
CONFIRMED = Text(ru="Подтверждено", en="Confirmed")
NOT_CONFIRMED = Text(ru="Не подтверждено", en="Not confirmed")
SEND_CODE = Text(ru="Отправить код", en="Send the code")
SEND_CODE_AGAIN = Text(ru="Отправить код ещё раз", en="Send the code again")
AGAIN_IN = Text(ru="Отправить ещё раз можно через {seconds} с", en="You can send again in {seconds} s")
CODE_SENT = Text(ru="Код отправлен. Он действует 10 минут.", en="The code is sent. It is valid for 10 minutes.")
CONFIRM_CODE = Text(ru="Подтвердить телефон", en="Confirm the phone")
SEND_LINK = Text(ru="Отправить ссылку", en="Send the link")
SEND_LINK_AGAIN = Text(ru="Отправить ссылку ещё раз", en="Send the link again")
LINK_SENT = Text(
    ru="Письмо отправлено. Откройте ссылку из него: эта страница сама покажет подтверждение. Ссылка действует 48 часов.",
    en="The letter is sent. Open the link in it: this page will show the confirmation by itself. The link is valid for "
    "48 hours.",
)
CHANGE_CONTACTS = Text(ru="Изменить телефон или почту", en="Change the phone or the e-mail")
GO_ON = Text(ru="Продолжить", en="Continue")
PHONE_TO_GO_ON = Text(ru="Чтобы продолжить, подтвердите телефон.", en="To go on, confirm your phone.")
LINK_TITLE = Text(ru="Подтверждение почты", en="Confirming your e-mail")
LINK_CHECKING = Text(ru="Проверяем ссылку…", en="Checking the link…")
LINK_MISSING = Text(
    ru="В адресе нет кода подтверждения. Откройте ссылку из письма целиком.",
    en="The address holds no confirmation code. Open the whole link from the letter.",
)
LINK_CONFIRM = Text(ru="Подтвердить почту", en="Confirm the e-mail")
LINK_PRESS = Text(
    ru="Нажмите кнопку, чтобы подтвердить, что почта ваша.",
    en="Press the button to confirm that this mailbox is yours.",
)

TAKEN = Text(
    ru="С этими данными уже есть учётная запись. Если она ваша, восстановите доступ; если нет, проверьте номера.",
    en="There is already an account with these details. If it is yours, recover access; if not, check the numbers.",
)
NUMBER_TAKEN = {
    "snils": Text(ru="СНИЛС указан и в другой учётной записи", en="Another account names the same SNILS"),
    "inn": Text(ru="ИНН указан и в другой учётной записи", en="Another account names the same INN"),
}
NUMBERS_LOOKED_AT = Text(ru="СНИЛС и ИНН проверены", en="SNILS and INN were looked at")
NUMBERS_FREE = Text(
    ru="Номера можно использовать. Откройте раздел «СНИЛС и ИНН» и сохраните его ещё раз.",
    en="The numbers can be used. Open the section “SNILS and INN” and save it again.",
)
NUMBERS_ASKED = Text(
    ru="Сотрудник, который проверяет СНИЛС и ИНН, просит вас проверить их по документам и сохранить раздел ещё раз.",
    en="The member of staff who looks at SNILS and INN asks you to check them with your documents and save the section again.",
)
NUMBERS_RELEASED = Text(
    ru="По документам СНИЛС или ИНН из вашей записи принадлежит другому человеку. Проверьте номера и исправьте их: до этого "
    "войти можно по телефону или почте.",
    en="According to documents the SNILS or INN in your record belongs to somebody else. Check and correct the numbers; until "
    "then sign in by phone or e-mail.",
)
RECOVER = Text(ru="Восстановить доступ", en="Recover access")
CONSENT_NEEDED = Text(
    ru="Согласие: отметьте, что согласны на обработку данных. Без согласия учётная запись не создаётся.",
    en="Consent: tick that you agree to data processing. Without consent no account is created.",
)
ALREADY_BEGUN = Text(
    ru="Регистрация уже начата. Вернитесь к списку разделов.",
    en="A registration is begun already. Return to the list of sections.",
)
OVER = Text(
    ru="Эта регистрация уже завершена или отозвана. Войдите в личный кабинет или начните новую.",
    en="This registration is finished or withdrawn already. Sign in to your cabinet, or begin a new one.",
)
NO_SUCH_ANSWER = Text(
    ru="Портал не принимает такой ответ. Обновите страницу и попробуйте ещё раз.",
    en="The portal does not take such an answer. Reload the page and try again.",
)
PHONE_FIRST = Text(
    ru="Сначала подтвердите телефон: после этого откроются остальные разделы.",
    en="Confirm your phone first: the other sections open after that.",
)
TOO_OFTEN = Text(
    ru="Слишком много попыток. Попробуйте через час или восстановите доступ к учётной записи.",
    en="Too many attempts. Try again in an hour, or recover access to your account.",
)
CORRECTED = Text(
    ru="Исправление сохранено. Портал заново спрашивает реестры.",
    en="The correction is saved. The portal asks the registers anew.",
)
BACK = Text(ru="К списку разделов", en="To the list of sections")
CURRENT_PASSWORD = Text(ru="Ваш пароль", en="Your password")
CURRENT_PASSWORD_HINT = Text(
    ru="Чтобы никто другой не сменил ваши контакты. На прежние придёт сообщение.",
    en="So that nobody else changes your contacts. The earlier ones will be told.",
)
CONTACTS_CHANGED_SUBJECT = Text(ru="Контакты изменены", en="Your contacts were changed")
CONTACTS_CHANGED = Text(
    ru="В вашей учётной записи указаны новые телефон или почта.\n\nЕсли это сделали не вы, сразу восстановите доступ "
    "на портале и завершите все сеансы.",
    en="A new phone or e-mail was entered in your account.\n\nIf it was not you, recover access on the portal at once "
    "and end all sessions.",
)
CONTACTS_CHANGED_SMS = Text(
    ru="Медпортал: указаны новые контакты. Если это не вы, восстановите доступ.",
    en="MedPortal: new contacts were entered. If it was not you, recover access.",
)
TO_CABINET = Text(ru="В кабинет", en="To the cabinet")
NUMBERS_HIDDEN = Text(
    ru="Прежние номера скрыты. Введите номера заново или сначала нажмите «Показать номера» в кабинете.",
    en="Your earlier numbers are hidden. Type the numbers anew, or first press “Show the numbers” in the cabinet.",
)

OPERATORS_ONLY = Text(
    ru="Принимать документы может только оператор сервисного центра.",
    en="Only an operator of a service centre receives clients.",
)
NO_CLIENT = Text(
    ru="Этого клиента сейчас не принимают: он уже продолжает регистрацию сам или её больше нет.",
    en="This client is not being received: he goes on with the registration himself, or there is none any more.",
)
NOT_ONESELF = Text(ru="Себя оформить нельзя.", en="Nobody receives himself.")
NOT_FOUND_FIRST = Text(
    ru="Сначала найдите клиента по номеру из документа на столе.",
    en="Find the client first, by a number from the document on the table.",
)
VISIT_TITLE = Text(ru="Вас принимает сервисный центр", en="A service centre is receiving you")
VISIT_BODY = Text(
    ru="Оператор нашёл вашу запись по номеру из документа и сканирует для вас оригиналы. Сканы появятся в разделе "
    "«Мои документы», в истории каждого будет указан сервисный центр. Если вы сейчас не в центре, сообщите в поддержку.",
    en="An operator has found your record by a number from a document and is scanning originals for you. The scans appear in "
    "“My documents”, each with the service centre in its history. If you are not at a centre now, tell the support.",
)
AT_COLLEAGUE = Text(
    ru="Этого клиента принимает другой оператор. Чтобы продолжить, примите клиента за своим столом.",
    en="Another operator is receiving this client. To go on, take the client over to your table.",
)
PASSPORT_FIRST = Text(
    ru="Отметьте, что видели паспорт: без него личность не установлена.",
    en="Mark that you saw the passport: without it nobody was identified.",
)
SECTIONS_FIRST = Text(
    ru="Сначала заполните все разделы без ошибок.", en="First fill in every section without mistakes."
)
LINK_DEAD = Text(
    ru="Ссылка больше не действует: ей уже воспользовались, срок вышел или пришло более новое письмо. "
    "Попросите сервисный центр прислать письмо ещё раз.",
    en="The link no longer works: it was used, its time is over, or a newer letter has come. "
    "Ask the service centre to send the letter again.",
)
ACTIVATION_SUBJECT = Text(ru="Завершите регистрацию на Медпортале", en="Finish your registration on MedPortal")
ACTIVATION_BODY = Text(
    ru="Сервисный центр внёс ваши данные по принесённым документам. Чтобы учётная запись заработала:\n"
    "1. Откройте ссылку: {link}\n"
    "2. Прочитайте согласие на обработку персональных данных и дайте его.\n"
    "3. Подтвердите телефон кодом из СМС.\n"
    "4. Проверьте внесённые данные и исправьте, если в них ошибка.\n"
    "5. Придумайте пароль.\n"
    "Ссылка действует до {until}. Никому её не передавайте. Если вы не обращались в сервисный центр, "
    "ничего не делайте: без вашего согласия запись будет удалена.",
    en="A service centre has entered your details from the documents you brought. To make the account work:\n"
    "1. Open the link: {link}\n"
    "2. Read the consent to the processing of personal data, and give it.\n"
    "3. Confirm your phone with the code from a text message.\n"
    "4. Check what was entered and correct it where it is wrong.\n"
    "5. Choose a password.\n"
    "The link works until {until}. Give it to nobody. If you have not been to a service centre, do nothing: "
    "without your consent the record will be deleted.",
)

ACTIVATION_TITLE = Text(ru="Завершение регистрации", en="Finishing the registration")
ACTIVATION_LEAD = Text(
    ru="Сервисный центр внёс ваши данные по документам. Прочитайте согласие: без него запись не заработает.",
    en="A service centre has entered your details from your documents. Read the consent: without it the record does not work.",
)
ACTIVATION_GO = Text(ru="Согласиться и продолжить", en="Agree and go on")
ACTIVATION_CHECKING = Text(ru="Проверяем ссылку…", en="Checking the link…")
ACTIVATION_NO_TOKEN = Text(
    ru="Откройте ссылку из письма целиком. Если письма нет, обратитесь в сервисный центр, где вас принимали.",
    en="Open the whole link from the letter. If there is no letter, ask the service centre that received you.",
)
