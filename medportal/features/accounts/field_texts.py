"""Words of the account's own pages: signing in, recovery, sessions, passwords."""

from medportal.kernel.text import Text

LABELS = {
    "login": Text(ru="СНИЛС, почта или телефон", en="SNILS, e-mail or phone"),
    "password": Text(ru="Пароль", en="Password"),
    "code": Text(ru="Код из СМС", en="Code from the text message"),
    "old_password": Text(ru="Нынешний пароль", en="Current password"),
    "new_password": Text(ru="Новый пароль", en="New password"),
    "factor_code": Text(ru="Код из приложения", en="Code from the app"),
    "new_password_again": Text(ru="Новый пароль ещё раз", en="New password again"),
}
PROBLEMS = {
    "password_short": Text(
        ru="{label}: добавьте знаков, нужно не меньше 8.", en="{label}: add characters, at least 8 are needed."
    ),
    "password_digit": Text(ru="{label}: добавьте хотя бы одну цифру.", en="{label}: add at least one digit."),
    "password_lower": Text(
        ru="{label}: добавьте хотя бы одну строчную букву.", en="{label}: add at least one small letter."
    ),
    "password_upper": Text(
        ru="{label}: добавьте хотя бы одну прописную букву.", en="{label}: add at least one capital letter."
    ),
    "password_guessable": Text(
        ru="{label}: его легко угадать. Уберите повторы и ряды клавиш, добавьте слов.",
        en="{label}: it is easy to guess. Take out repeats and keyboard runs, add words.",
    ),
    "password_differs": Text(
        ru="{label}: не совпадает с первым. Введите тот же пароль ещё раз.",
        en="{label}: differs from the first one. Type the same password again.",
    ),
}
LOGIN_TITLE = Text(ru="Вход", en="Sign in")
LOGIN_HINT = Text(
    ru="Например, 123-456-789 00, anna@example.ru или +7 900 000-00-01",
    en="For example, 123-456-789 00, anna@example.ru or +7 900 000-00-01",
)
SIGN_IN = Text(ru="Войти", en="Sign in")
FORGOT = Text(ru="Не помню пароль", en="I forgot my password")
NO_ACCOUNT = Text(ru="Ещё нет учётной записи?", en="No account yet?")
REGISTER = Text(ru="Зарегистрироваться", en="Register")
ENDED = Text(
    ru="Сеанс завершён. Войдите снова, чтобы продолжить.", en="Your session is over. Sign in again to continue."
)
EXPIRED = Text(ru="Вход не завершён вовремя. Попробуйте ещё раз.", en="The sign-in took too long. Please try again.")
UNFINISHED_TITLE = Text(
    ru="На этом устройстве есть незаконченная регистрация.", en="There is an unfinished registration on this device."
)
UNFINISHED_GO = Text(ru="Продолжить её", en="Continue it")

RECOVER_TITLE = Text(ru="Восстановление доступа", en="Recovering access")
RECOVER_LEAD = Text(
    ru="Укажите СНИЛС, почту или телефон. Если учётная запись есть, на подтверждённую почту придёт ссылка, а на "
    "подтверждённый телефон код.",
    en="Give your SNILS, e-mail or phone. If there is an account, a link will come to the confirmed mailbox and a code "
    "to the confirmed phone.",
)
RECOVER_SEND = Text(ru="Отправить", en="Send")
BACK_TO_LOGIN = Text(ru="Вернуться ко входу", en="Back to sign-in")
RESET_TITLE = Text(ru="Новый пароль", en="New password")
RESET_SAVE = Text(ru="Сохранить новый пароль", en="Save the new password")
RESET_DONE = Text(
    ru="Пароль изменён, все прежние сеансы завершены. Войдите с новым паролем.",
    en="The password is changed and all earlier sessions are over. Sign in with the new password.",
)
RESET_CHECKING = Text(ru="Проверяем ссылку…", en="Checking the link…")
RESET_MISSING = Text(
    ru="В адресе нет кода восстановления. Откройте ссылку из письма целиком или запросите новую.",
    en="The address holds no recovery code. Open the whole link from the letter, or ask for a new one.",
)
ASK_AGAIN = Text(ru="Запросить новую ссылку", en="Ask for a new link")
CODE_HINT = Text(
    ru="6 цифр из СМС, отправленного вместе с письмом",
    en="6 digits from the text message sent together with the letter",
)

SECURITY_TITLE = Text(ru="Вход и безопасность", en="Sign-in and security")
SESSIONS_TITLE = Text(ru="Где выполнен вход", en="Where you are signed in")
SESSION_SEEN = Text(ru="Последняя активность (МСК)", en="Last seen (Moscow time)")
SESSION_BEGUN = Text(ru="Вход выполнен (МСК)", en="Signed in (Moscow time)")
SESSION_CURRENT = Text(ru="этот сеанс", en="this session")
SESSION_END = Text(ru="Завершить", en="End")
SESSION_END_UNSEEN = Text(ru="сеанс на устройстве", en="the session on")
SIGN_OUT_EVERYWHERE = Text(ru="Выйти на всех устройствах", en="Sign out everywhere")
SIGN_OUT_OTHERS = Text(ru="Завершить все сеансы, кроме этого", en="End all sessions but this one")
CHANGE_TITLE = Text(ru="Смена пароля", en="Changing the password")
CHANGE_LEAD = Text(
    ru="После смены сеансы на других устройствах завершатся, а на подтверждённые контакты придёт сообщение.",
    en="After the change, sessions on other devices end, and a message goes to your confirmed contacts.",
)
CHANGE_SAVE = Text(ru="Сменить пароль", en="Change the password")
CHANGED = Text(
    ru="Пароль изменён. Сеансы на других устройствах завершены.",
    en="The password is changed. Sessions on other devices are over.",
)
PROVE_TITLE = Text(ru="Подтвердите, что это вы", en="Confirm that it is you")
WITHDRAW_TITLE = Text(ru="Согласие на обработку данных", en="Consent to data processing")
WITHDRAW_LEAD = Text(
    ru="Согласие можно отозвать в любой момент. Учётная запись закроется сразу, сеансы завершатся.",
    en="You can withdraw the consent at any time. The account is closed at once and all sessions end.",
)
WITHDRAW = Text(ru="Отозвать согласие и закрыть учётную запись", en="Withdraw the consent and close the account")
WITHDRAW_SURE = Text(
    ru="Учётная запись закроется, войти в неё больше не получится. Отозвать согласие?",
    en="The account will be closed and you will not be able to sign in. Withdraw the consent?",
)
YES_WITHDRAW = Text(ru="Да, отозвать", en="Yes, withdraw")
NO_KEEP = Text(ru="Нет, оставить", en="No, keep it")

FACTOR_TITLE = Text(ru="Второй шаг входа", en="The second step of signing in")
FACTOR_LEAD = Text(
    ru="Откройте приложение с кодами на телефоне и введите код для MedPortal.",
    en="Open the authenticator app on your phone and enter the code for MedPortal.",
)
FACTOR_HINT = Text(
    ru="6 цифр из приложения или запасной код вида AB2CD-EF3GH",
    en="6 digits from the app, or a spare code like AB2CD-EF3GH",
)
FACTOR_GO = Text(ru="Войти", en="Sign in")
FACTOR_OTHER = Text(ru="Выйти и войти под другим именем", en="Leave and sign in as somebody else")
FACTOR_LOST = Text(
    ru="Потеряли телефон и запасные коды? Попросите администратора сбросить второй шаг.",
    en="Lost both the phone and the spare codes? Ask an administrator to reset the second step.",
)
ENROL_TITLE = Text(ru="Подключите второй шаг входа", en="Set up the second step of signing in")
ENROL_LEAD = Text(
    ru="Сотрудники видят чужие документы, поэтому одного пароля мало. Код с телефона понадобится при каждом входе.",
    en="Staff see other people’s documents, so a password alone is not enough. A code from your phone is asked for at every sign-in.",
)
ENROL_SCAN = Text(
    ru="Откройте на телефоне приложение с одноразовыми кодами и наведите его на рисунок.",
    en="Open an authenticator app on your phone and point it at the picture.",
)
ENROL_PICTURE = Text(
    ru="Рисунок с ключом для приложения. Тот же ключ написан ниже буквами.",
    en="A picture that holds the key for the app. The same key stands below in letters.",
)
ENROL_KEY = Text(ru="Или введите ключ вручную", en="Or type the key by hand")
ENROL_SPARES = Text(
    ru="Запишите запасные коды и храните отдельно от телефона: каждый заменит код из приложения один раз. "
    "Больше портал их не покажет.",
    en="Write the spare codes down and keep them apart from the phone: each stands in for a code of the app once. "
    "The portal will not show them again.",
)
SECOND_STEP_TITLE = Text(ru="Второй шаг входа", en="The second step of signing in")
SECOND_STEP_LEAD = Text(
    ru="При каждом входе спрашивается код из приложения на телефоне или запасной код.",
    en="Each sign-in asks for a code of the app on your phone, or for a spare code.",
)
SPARES_LEFT = Text(ru="Осталось запасных кодов", en="Spare codes left")
SPARES_FEW = Text(
    ru="Запасных кодов почти не осталось. Попросите администратора сбросить второй шаг и настройте его заново: появятся новые.",
    en="Few spare codes are left. Ask an administrator to reset the second step and set it up again: there will be new ones.",
)
ENROL_CODE = Text(ru="Введите код, который показало приложение.", en="Enter the code that the app shows.")
ENROL_GO = Text(ru="Подключить и войти", en="Set up and sign in")
SPARES_LABEL = Text(ru="Запасные коды", en="Spare codes")
ENROL_PRINT = Text(ru="Напечатать коды", en="Print the codes")
