"""The words of the consent."""

from medportal.kernel.text import Text

TITLE = Text(ru="Согласие на обработку персональных данных", en="Consent to the processing of personal data")
VERSION = Text(ru="Версия документа: {version}", en="Version of the document: {version}")
NOTE = Text(
    ru="Это отдельный документ. Прочитайте его; согласие даётся отметкой внизу.",
    en="This is a document of its own. Please read it; you consent by the tick below.",
)
PARAGRAPHS = (
    (
        Text(ru="Кому даётся согласие", en="To whom"),
        Text(
            ru="Организации, которая ведёт этот портал. Её наименование и адрес указаны на странице «Как мы обращаемся "
            "с вашими данными».",
            en="To the organisation that runs this portal. Its name and address stand on the page “How we treat your data”.",
        ),
    ),
    (
        Text(ru="Зачем", en="What for"),
        Text(
            ru="Чтобы создать учётную запись, подтвердить личность и право на медицинскую деятельность, вести "
            "профессиональные документы и напоминать о сроках.",
            en="To create an account, to confirm who you are and your right to practise, to keep your professional "
            "documents and to remind you of dates.",
        ),
    ),
    (
        Text(ru="Какие данные", en="Which data"),
        Text(
            ru="Фамилия, имя, отчество, дата рождения, пол, СНИЛС, ИНН, паспортные данные, адрес регистрации, телефон, "
            "адрес электронной почты, место работы, должность, специальность.",
            en="Surname, given name, patronymic, date of birth, sex, SNILS, INN, passport details, registered address, "
            "phone, e-mail address, workplace, position, speciality.",
        ),
    ),
    (
        Text(ru="Что с ними делают", en="What is done with them"),
        Text(
            ru="Собирают, записывают, хранят, уточняют, используют, сверяют с реестрами СФР, ФНС и МВД, обезличивают, "
            "блокируют и уничтожают; с помощью компьютера и без него.",
            en="They are collected, recorded, stored, corrected, used, compared with the state registers, "
            "depersonalised, blocked and destroyed; by computer and without one.",
        ),
    ),
    (
        Text(ru="Срок и отзыв", en="Term and withdrawal"),
        Text(
            ru="Согласие действует, пока существует учётная запись. Отозвать его можно в любой момент на странице "
            "«Вход и безопасность» или письмом в организацию. После отзыва учётная запись закрывается.",
            en="The consent holds as long as the account exists. You can withdraw it at any time on the page “Sign-in "
            "and security” or by a letter to the organisation. After that the account is closed.",
        ),
    ),
)
