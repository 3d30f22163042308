"""Words of notifications: what a person reads in letters, in SMS and beside a contact."""

from medportal.kernel.text import Plural, Text

CONFIRMED = Text(ru="Подтверждено", en="Confirmed")
NOT_CONFIRMED = Text(ru="Не подтверждено", en="Not confirmed")

EMAIL_WRONG = Text(
    ru="Введите адрес электронной почты, например anna@example.ru.",
    en="Enter an e-mail address, like anna@example.ru.",
)
PHONE_WRONG = Text(
    ru="Введите номер мобильного телефона, например +7 912 345-67-89.",
    en="Enter a mobile phone number, like +7 912 345-67-89.",
)
NO_EMAIL = Text(ru="Сначала укажите адрес электронной почты.", en="Enter your e-mail address first.")
NO_PHONE = Text(ru="Сначала укажите номер мобильного телефона.", en="Enter your mobile phone number first.")
ALREADY_CONFIRMED = Text(
    ru="Этот контакт уже подтверждён, ничего делать не нужно.",
    en="This contact is confirmed already, there is nothing to do.",
)
SENT_JUST_NOW = Text(
    ru="Сообщение уже отправлено. Новое можно запросить через {wait}.",
    en="A message has been sent already. You can ask for a new one in {wait}.",
)
SENT_TOO_OFTEN = Text(
    ru="Сообщений отправлено слишком много. Попробуйте снова через {wait}.",
    en="Too many messages have been sent. Try again in {wait}.",
)
SECONDS = Plural("секунду", "секунды", "секунд", "second", "seconds")
MINUTES = Plural("минуту", "минуты", "минут", "minute", "minutes")
HOURS = Plural("час", "часа", "часов", "hour", "hours")
ATTEMPTS = Plural("попытка", "попытки", "попыток", "attempt", "attempts")

CODE_OK = Text(ru="Номер телефона подтверждён.", en="The phone number is confirmed.")
CODE_WRONG = Text(
    ru="Код не подошёл. Проверьте цифры в сообщении: осталось {left}.",
    en="The code does not match. Check the digits in the message: {left} left.",
)
CODE_EXPIRED = Text(ru="Срок действия кода истёк. Запросите новый.", en="The code has expired. Ask for a new one.")
CODE_EXHAUSTED = Text(
    ru="Код введён неверно слишком много раз. Запросите новый.",
    en="The code was entered wrongly too many times. Ask for a new one.",
)
CODE_NONE = Text(ru="Сначала запросите код.", en="Ask for a code first.")
CONTACT_TAKEN = Text(
    ru="Этот контакт нельзя подтвердить. Укажите другой или восстановите доступ, если регистрировались раньше.",
    en="This contact cannot be confirmed. Enter another one, or recover access if you have registered before.",
)
LINK_OK = Text(ru="Адрес электронной почты подтверждён.", en="The e-mail address is confirmed.")
LINK_EXPIRED = Text(ru="Срок действия ссылки истёк. Запросите новую.", en="The link has expired. Ask for a new one.")
LINK_USED = Text(
    ru="Эта ссылка уже использована. Если адрес отмечен как подтверждённый, ничего делать не нужно.",
    en="This link has been used already. If the address is shown as confirmed, there is nothing to do.",
)
LINK_UNKNOWN = Text(
    ru="Ссылка не действует. Откройте её из письма ещё раз целиком или запросите новую.",
    en="The link does not work. Open the whole link from the letter again, or ask for a new one.",
)
NO_OUTBOX = Text(ru="Такой страницы нет.", en="There is no such page.")

SMS_CODE_SUBJECT = Text(ru="Код подтверждения телефона", en="Phone confirmation code")
SMS_CODE = Text(
    ru="МедПортал: код {code}. Никому его не сообщайте. Действует 10 минут.",
    en="MedPortal: code {code}. Do not tell it to anyone. Valid for 10 minutes.",
)
CONFIRM_SUBJECT = Text(ru="Подтвердите адрес электронной почты", en="Confirm your e-mail address")
CONFIRM_BODY = Text(
    ru="""Здравствуйте.

Этот адрес указан при регистрации на МедПортале. Чтобы подтвердить его, откройте ссылку:

{link}

Ссылка действует 48 часов и срабатывает один раз.

Если вы не регистрировались, ничего не делайте: без подтверждения адрес использован не будет.""",
    en="""Hello.

This address was entered at registration with MedPortal. To confirm it, open the link:

{link}

The link is valid for 48 hours and works once.

If you did not register, do nothing: without confirmation the address will not be used.""",
)
SIGNATURE = Text(
    ru="МедПортал. Это письмо отправлено автоматически, отвечать на него не нужно.",
    en="MedPortal. This letter was sent automatically, there is no need to answer it.",
)

BELL_TITLE = Text(ru="Уведомления", en="Notices")
BELL_NONE = Text(ru="Уведомления: новых нет", en="Notices: nothing new")
BELL_SOME = Text(ru="Уведомления: новых {count}", en="Notices: {count} new")
BELL_ANNOUNCE = Text(ru="Новых уведомлений: {count}", en="New notices: {count}")
BELL_EMPTY = Text(
    ru="Здесь появятся решения по документам, напоминания и сообщения портала.",
    en="Decisions on documents, reminders and messages of the portal will appear here.",
)
BELL_READ = Text(ru="Отметить прочитанным", en="Mark as read")
BELL_READ_ALL = Text(ru="Прочитать все", en="Mark all as read")
BELL_MORE = Text(ru="Показать ещё", en="Show more")
BELL_WAIT = Text(ru="Загружаем…", en="Loading…")
BELL_LOST = Text(
    ru="Уведомления не загрузились. Закройте список и откройте его ещё раз.",
    en="The notices did not load. Close the list and open it again.",
)
