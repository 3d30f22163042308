"""Words of the home page and of the privacy page."""

from medportal.kernel.text import Text

TITLE = Text(ru="Медпортал", en="MedPortal")
HEADLINE = Text(
    ru="Профессиональная жизнь врача в одном месте",
    en="A doctor’s professional life in one place",
)
LEAD = Text(
    ru="Зарегистрируйтесь один раз, подтвердите, кто вы и чем имеете право заниматься. "
    "Дальше документы, проверки и сроки портал ведёт вместе с вами.",
    en="Register once, prove who you are and what you may practise. "
    "From then on the portal keeps your documents, checks and dates together with you.",
)
START = Text(ru="Начать регистрацию", en="Start registration")
START_HINT = Text(
    ru="Займёт около 15 минут. Ответы сохраняются сразу: можно прерваться и продолжить позже.",
    en="It takes about 15 minutes. Answers are saved at once: you can stop and continue later.",
)
HAVE_ACCOUNT = Text(ru="У меня есть учётная запись", en="I have an account")
NEED_TITLE = Text(ru="Что приготовить", en="What to have at hand")
NEED_PASSPORT = Text(ru="Паспорт гражданина России", en="Your Russian passport")
NEED_NUMBERS = Text(ru="СНИЛС и ИНН", en="SNILS and INN")
NEED_WORK = Text(
    ru="Номер лицензии или ОГРН места работы",
    en="The licence number or your employer’s OGRN",
)
NEED_CONTACTS = Text(
    ru="Телефон и почту под рукой: на них придут код и ссылка",
    en="Your phone and mailbox: a code and a link will come to them",
)
HOW_TITLE = Text(ru="Как это устроено", en="How it works")
HOW_FILL = Text(ru="Заполните разделы", en="Fill in the sections")
HOW_FILL_BODY = Text(
    ru="Ошибку портал покажет сразу и скажет, как её исправить. Опечатки в раскладке исправит по одному нажатию.",
    en="The portal shows a mistake at once and says how to mend it. Letters typed in the wrong alphabet are mended with one press.",
)
HOW_CHECK = Text(ru="Реестры проверят номера", en="Registers check the numbers")
HOW_CHECK_BODY = Text(
    ru="СНИЛС, ИНН и паспорт проверяются в СФР, ФНС и МВД. Если реестр не отвечает, портал переспросит сам: вам не откажут.",
    en="SNILS, INN and passport are checked with the Social Fund, the Tax Service and the Interior Ministry. If a register does not answer, the portal asks again by itself: you are not refused.",
)
HOW_CABINET = Text(ru="Откроется личный кабинет", en="Your cabinet opens")
HOW_CABINET_BODY = Text(
    ru="В нём виден уровень учётной записи и каждое недостающее условие со ссылкой, где его выполнить.",
    en="It shows the level of your account and each missing condition, with a link to where to meet it.",
)
SAFE_TITLE = Text(ru="Данные под защитой", en="Your data are protected")
SAFE_SEALED = Text(
    ru="Номера документов хранятся зашифрованными и скрыты на экране.",
    en="Document numbers are stored encrypted and masked on screen.",
)
SAFE_LOCAL = Text(
    ru="Портал работает на сервере вашей организации и ничего не отправляет посторонним.",
    en="The portal runs on your organisation’s own server and sends nothing to outsiders.",
)
SAFE_TRACE = Text(
    ru="Каждое обращение к данным записывается в журнал, который нельзя изменить незаметно.",
    en="Every access to data is written to a log that cannot be changed unnoticed.",
)
PRIVACY_TITLE = Text(ru="Как мы обращаемся с вашими данными", en="How we treat your data")
PRIVACY = (
    (
        Text(ru="Согласие", en="Consent"),
        Text(
            ru="Портал начинает хранить ваши данные только после согласия на их обработку. Согласие оформлено отдельным "
            "документом; его версия и время сохраняются. Отозвать его можно в любой день, тогда учётная запись закрывается.",
            en="The portal starts storing your data only after you consent. The consent is a separate document; its version "
            "and time are kept. You can withdraw it any day; the account is then closed.",
        ),
    ),
    (
        Text(ru="Хранение", en="Storage"),
        Text(
            ru="Имена, номера документов, адрес и контакты хранятся зашифрованными. Незавершённая регистрация "
            "стирается через 30 дней.",
            en="Names, document numbers, address and contacts are stored encrypted. An unfinished registration is "
            "erased after 30 days.",
        ),
    ),
    (
        Text(ru="Кто видит", en="Who sees them"),
        Text(
            ru="Данные видите вы и сотрудники, которым это нужно для проверки. Каждый просмотр записывается в журнал.",
            en="You see the data, and so do the staff who need them for a check. Every look is written to a log.",
        ),
    ),
    (
        Text(ru="Куда передаются", en="Where they go"),
        Text(
            ru="Для проверки данные передаются в реестры СФР, ФНС и МВД. В демонстрационном режиме вместо них отвечают "
            "демонстрационные реестры, и портал это показывает.",
            en="For checks the data go to the registers of the Social Fund, the Tax Service and the Interior Ministry. In demonstration mode demonstration "
            "registers answer instead, and the portal shows it.",
        ),
    ),
)
OPERATOR_TITLE = Text(ru="Кто отвечает за данные", en="Who answers for the data")
OPERATOR_ROWS = {
    "name": Text(ru="Оператор", en="Operator"),
    "address": Text(ru="Адрес", en="Address"),
    "contact": Text(ru="Куда обратиться", en="Where to turn"),
}
OPERATOR_MISSING = Text(
    ru="не указано: администратор портала ещё не заполнил эти сведения",
    en="not given: the portal’s administrator has not filled this in yet",
)
