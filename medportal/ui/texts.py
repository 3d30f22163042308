"""Words of the shell: header, footer, banners, switches."""

from medportal.kernel.text import Text

BRAND = Text(ru="Медпортал", en="MedPortal")
SKIP = Text(ru="Перейти к содержанию", en="Skip to content")
HOME = Text(ru="На главную", en="Home page")
MENU = Text(ru="Разделы", en="Sections")
MENU_BUTTON = Text(ru="Меню", en="Menu")
SIGN_IN = Text(ru="Войти", en="Sign in")
SIGN_OUT = Text(ru="Выйти", en="Sign out")
REGISTER = Text(ru="Зарегистрироваться", en="Register")
CABINET = Text(ru="Кабинет", en="Cabinet")
DOCUMENTS = Text(ru="Документы", en="Documents")
CALENDAR = Text(ru="Календарь", en="Calendar")
PRACTICE = Text(ru="Практика", en="Practice")
CERTIFICATE = Text(ru="Свидетельство", en="Certificate")
QUALIFICATION = Text(ru="Квалификация", en="Qualification")
CENTRE = Text(ru="Приём", en="Reception")
FOOTER_CENTRES = Text(ru="Контакты", en="Contacts")
DESK = Text(ru="Проверка", en="Desk")
SECURITY = Text(ru="Безопасность", en="Security")
TO_ENGLISH = Text(ru="English", en="English")
TO_RUSSIAN = Text(ru="Русский", en="Русский")
LANGUAGE_TROUBLE = Text(
    ru="Английские тексты не загрузились. Попробуйте ещё раз.",
    en="The English texts did not load. Please try again.",
)
TO_DARK = Text(ru="Включить тёмную тему", en="Switch to the dark theme")
TO_LIGHT = Text(ru="Включить светлую тему", en="Switch to the light theme")
DEMONSTRATION = Text(
    ru="Демонстрация: реестры, письма и СМС ненастоящие. Не вводите данные настоящих людей.",
    en="Demonstration: registers, letters and texts are not real. Do not enter real people’s data.",
)
DEMONSTRATION_PEOPLE = Text(ru="Вымышленные люди", en="Invented people")
DEMONSTRATION_OUTBOX = Text(ru="Письма и СМС", en="Letters and texts")
CONNECTION_LOST = Text(
    ru="Связь с порталом прервалась. Сохранённое не пропадёт; портал подключится сам, как только связь вернётся.",
    en="The connection to the portal is lost. What was saved is safe; the portal will reconnect by itself.",
)
FOOTER_WHAT = Text(
    ru="Медпортал: открытая программа. Это не портал государственных услуг.",
    en="MedPortal is open software. It is not the state’s services portal.",
)
FOOTER_CHECK = Text(ru="Проверить свидетельство", en="Check a certificate")
FOOTER_PRIVACY = Text(ru="Как мы обращаемся с вашими данными", en="How we treat your data")
INCIDENT_TITLE = Text(ru="Что-то сломалось у нас", en="Something broke on our side")
INCIDENT_BODY = Text(
    ru="Ваши сохранённые данные целы. Попробуйте ещё раз; если не поможет, сообщите администратору номер:",
    en="What you saved is safe. Please try again; if it does not help, tell the administrator this number:",
)
INCIDENT_BROWSER = Text(
    ru="Страница не смогла показаться. Обновите её; сохранённые данные целы.",
    en="The page could not be shown. Reload it; what you saved is safe.",
)
RELOAD = Text(ru="Обновить страницу", en="Reload the page")
CLOSE = Text(ru="Закрыть", en="Close")
NOT_FOUND_TITLE = Text(ru="Такой страницы нет", en="There is no such page")
NOT_FOUND_BODY = Text(
    ru="Возможно, адрес набран с ошибкой или страница переехала.",
    en="The address may be mistyped, or the page has moved.",
)
