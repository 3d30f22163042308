"""Words of accounts: refusals, hints, and the names of browsers and systems in the list of sessions."""

from medportal.kernel.text import Plural, Text

SIGN_IN_REFUSED = Text(
    ru="Не получилось войти. Проверьте СНИЛС, почту или телефон и пароль или восстановите доступ.",
    en="Could not sign in. Check the SNILS, e-mail or phone and the password, or recover access.",
)
WAIT = Text(
    ru="Слишком много попыток. Попробуйте снова через {wait}.",
    en="Too many attempts. Try again in {wait}.",
)
SECONDS = Plural("секунду", "секунды", "секунд", "second", "seconds")
MINUTES = Plural("минуту", "минуты", "минут", "minute", "minutes")
HOURS = Plural("час", "часа", "часов", "hour", "hours")
TICKET_DEAD = Text(
    ru="Вход не завершён вовремя. Войдите ещё раз.",
    en="The sign-in was not finished in time. Sign in again.",
)
SESSION_OVER = Text(ru="Сеанс завершён. Войдите снова.", en="The session is over. Sign in again.")
NO_SUCH_SESSION = Text(ru="Такого сеанса уже нет.", en="There is no such session any more.")
NOT_FROM_HERE = Text(
    ru="Запрос пришёл не со страниц портала и отклонён. Обновите страницу и повторите.",
    en="The request did not come from the portal’s pages and is refused. Reload the page and try again.",
)
BAD_REQUEST = Text(ru="Запрос не понят. Обновите страницу и повторите.", en="Not understood. Reload and try again.")

ALREADY_TAKEN = Text(
    ru="С этими данными зарегистрироваться нельзя. Если вы регистрировались раньше, восстановите доступ.",
    en="You cannot register with these details. If you have registered before, recover access.",
)
SNILS_WRONG = Text(
    ru="Введите СНИЛС как 123-456-789 00 или 11 цифр.", en="Enter the SNILS as 123-456-789 00 or 11 digits."
)
PASSWORD_FIRST = Text(ru="Сначала задайте пароль.", en="Set a password first.")
CONSENT_FIRST = Text(
    ru="Сначала дайте согласие на обработку персональных данных.",
    en="Give your consent to the processing of personal data first.",
)
CONTACT_FIRST = Text(
    ru="Сначала подтвердите телефон или электронную почту.",
    en="Confirm your phone or e-mail first.",
)
NOT_A_DRAFT = Text(
    ru="Эта регистрация уже завершена или закрыта. Войдите в личный кабинет.",
    en="This registration is finished or closed already. Sign in.",
)
NO_ACCOUNT = Text(ru="Такой учётной записи нет.", en="There is no such account.")
NOT_ALLOWED = Text(ru="У вас нет права на это действие.", en="You may not do this.")
CONTACT_IN_USE = Text(
    ru="Этот адрес уже подтверждён для другой учётной записи. Укажите другой.",
    en="This address is confirmed for another account already. Enter another one.",
)
EMAIL_WRONG = Text(ru="Введите адрес электронной почты.", en="Enter an e-mail address.")

FACTOR_WRONG = Text(
    ru="Код не подошёл. Дождитесь следующего кода в приложении и введите его: каждый код действует один раз.",
    en="The code is wrong. Wait for the next code in the app and enter it: each code works once.",
)
FACTOR_NOT_ASKED = Text(
    ru="Второй шаг входа сейчас не нужен. Войдите заново, если страница не открывается.",
    en="The second step is not needed now. Sign in again if a page does not open.",
)
FACTOR_BEGIN = Text(
    ru="Ключ ещё не создан. Обновите страницу.",
    en="The key is not made yet. Reload the page.",
)
NO_SUCH_STAFF = Text(ru="Сотрудника с такой почтой нет.", en="No member of staff has this e-mail.")

WRONG_PASSWORD = Text(
    ru="Пароль не подошёл. Проверьте его и введите ещё раз.", en="The password is wrong. Check it and enter it again."
)
PASSWORD_SHORT = Text(ru="Сделайте пароль не короче 8 знаков.", en="Make the password at least 8 characters long.")
PASSWORD_LONG = Text(ru="Сделайте пароль не длиннее 256 знаков.", en="Make the password at most 256 characters long.")
PASSWORD_DIGIT = Text(ru="Добавьте в пароль хотя бы одну цифру.", en="Add at least one digit to the password.")
PASSWORD_LOWER = Text(
    ru="Добавьте в пароль хотя бы одну строчную букву.", en="Add at least one lower-case letter to the password."
)
PASSWORD_UPPER = Text(
    ru="Добавьте в пароль хотя бы одну заглавную букву.", en="Add at least one capital letter to the password."
)
PASSWORD_SIGNS = Text(
    ru="Уберите из пароля переводы строк и другие невидимые знаки.",
    en="Remove line breaks and other invisible characters from the password.",
)
PASSWORD_PERSONAL = Text(
    ru="Уберите из пароля своё имя, дату рождения и номера: их подбирают первыми.",
    en="Remove your name, date of birth and numbers from the password: they are guessed first.",
)
PASSWORD_COMMON = Text(
    ru="Такой пароль подбирают одним из первых. Придумайте несколько слов, не связанных между собой.",
    en="Such a password is tried among the first. Think of several unrelated words.",
)
PASSWORD_SAME = Text(
    ru="Новый пароль совпадает со старым. Придумайте другой.", en="The new password is the old one. Choose another."
)

RECOVERY_ASKED = Text(
    ru="Если такая учётная запись есть, мы отправили сообщения на её подтверждённые почту и телефон. "
    "Откройте ссылку в течение часа.",
    en="If there is such an account, we have sent messages to its confirmed e-mail and phone. "
    "Open the link within an hour.",
)
RECOVERY_DEAD = Text(
    ru="Ссылка не действует: срок истёк или она уже использована. Запросите восстановление ещё раз.",
    en="The link does not work: it has expired or has been used. Ask for recovery again.",
)
RECOVERY_CODE = Text(
    ru="Код не подошёл. Проверьте цифры в SMS и введите их ещё раз.",
    en="The code does not match. Check the digits in the SMS and enter them again.",
)

AGENT = Text(ru="{browser}, {system}", en="{browser}, {system}")
UNKNOWN_BROWSER = Text(ru="Неизвестный браузер", en="Unknown browser")
UNKNOWN_SYSTEM = Text(ru="неизвестная система", en="unknown system")
BROWSERS = {
    "yandex": Text(ru="Яндекс Браузер", en="Yandex Browser"),
    "edge": Text(ru="Edge", en="Edge"),
    "opera": Text(ru="Opera", en="Opera"),
    "samsung": Text(ru="Samsung Internet", en="Samsung Internet"),
    "firefox": Text(ru="Firefox", en="Firefox"),
    "chrome": Text(ru="Chrome", en="Chrome"),
    "safari": Text(ru="Safari", en="Safari"),
}
SYSTEMS = {
    "android": Text(ru="Android", en="Android"),
    "ios": Text(ru="iOS", en="iOS"),
    "windows": Text(ru="Windows", en="Windows"),
    "macos": Text(ru="macOS", en="macOS"),
    "linux": Text(ru="Linux", en="Linux"),
}

REGISTERED_SUBJECT = Text(ru="Регистрация завершена", en="Registration is finished")
REGISTERED = Text(
    ru="""Здравствуйте.

Регистрация на МедПортале завершена. Войти можно по СНИЛС, подтверждённой почте или телефону:

{link}

Данные, которые вы указали, проверяются. Результат появится в личном кабинете.""",
    en="""Hello.

Your registration with MedPortal is finished. You can sign in by SNILS, confirmed e-mail or phone:

{link}

The data you have entered are being checked. The result will appear in your cabinet.""",
)
REGISTERED_SMS = Text(ru="МедПортал: регистрация завершена.", en="MedPortal: your registration is finished.")

ALERT_SUBJECT = Text(ru="Вход с нового адреса", en="Sign-in from a new address")
ALERT = Text(
    ru="""Здравствуйте.

{moment} в ваш личный кабинет вошли с адреса, с которого раньше не входили. Браузер и система: {agent}.

Если это были вы, ничего делать не нужно. Если нет, смените пароль и завершите все сеансы:

{link}""",
    en="""Hello.

{moment}, your cabinet was entered from an address not seen before. Browser and system: {agent}.

If it was you, there is nothing to do. If not, change your password and end all sessions:

{link}""",
)
ALERT_SMS = Text(
    ru="МедПортал: вход с нового адреса {moment}. Если это не вы, смените пароль.",
    en="MedPortal: sign-in from a new address, {moment}. If it was not you, change your password.",
)
CHANGED_SUBJECT = Text(ru="Пароль изменён", en="Password changed")
CHANGED = Text(
    ru="""Здравствуйте.

{moment} пароль от вашего личного кабинета изменён, остальные сеансы завершены.

Если это были не вы, восстановите доступ:

{link}""",
    en="""Hello.

{moment}, the password of your cabinet was changed, and the other sessions were ended.

If it was not you, recover access:

{link}""",
)
CHANGED_SMS = Text(
    ru="МедПортал: пароль изменён {moment}. Если это не вы, восстановите доступ.",
    en="MedPortal: password changed, {moment}. If it was not you, recover access.",
)
RECOVERY_SUBJECT = Text(ru="Восстановление доступа", en="Access recovery")
RECOVERY_LINK = Text(
    ru="""Здравствуйте.

Чтобы задать новый пароль от личного кабинета, откройте ссылку:

{link}

Ссылка действует один час и срабатывает один раз. {also}

Если вы не просили восстановить доступ, ничего не делайте: пароль останется прежним.""",
    en="""Hello.

To set a new password for your cabinet, open the link:

{link}

The link is valid for one hour and works once. {also}

If you did not ask to recover access, do nothing: the password stays as it is.""",
)
RECOVERY_ALSO_CODE = Text(
    ru="Понадобится также код из SMS, отправленного на ваш телефон.",
    en="You will also need the code from the SMS sent to your phone.",
)
RECOVERY_NO_CODE = Text(ru="Никому её не пересылайте.", en="Do not forward it to anyone.")
RECOVERY_CODE_SMS = Text(
    ru="МедПортал: код восстановления доступа {code}. Никому его не сообщайте. Ссылка в письме.",
    en="MedPortal: access recovery code {code}. Do not tell it to anyone. The link is in the e-mail.",
)
RECOVERY_LINK_SMS = Text(
    ru="МедПортал: новый пароль можно задать в течение часа: {link}",
    en="MedPortal: set a new password within an hour: {link}",
)
WITHDRAWN_SUBJECT = Text(ru="Согласие отозвано", en="Consent withdrawn")
WITHDRAWN = Text(
    ru="""Здравствуйте.

{moment} отозвано согласие на обработку персональных данных. Учётная запись закрыта для входа, обработка прекращена.""",
    en="""Hello.

{moment}, the consent to the processing of personal data was withdrawn. The account is closed, processing has stopped.""",
)
WITHDRAWN_SMS = Text(
    ru="МедПортал: согласие отозвано, учётная запись закрыта.",
    en="MedPortal: consent withdrawn, the account is closed.",
)
MOMENT = Text(ru="{date} в {time} (МСК)", en="{date} at {time} (Moscow time)")
