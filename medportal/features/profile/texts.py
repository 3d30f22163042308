"""Words of the profile."""

from medportal.kernel.text import Text

TAKEN = Text(
    ru="С этими данными уже есть учётная запись. Если она ваша, восстановите доступ к ней; если нет, проверьте номера.",
    en="There is already an account with these details. If it is yours, recover access to it; if not, check the numbers.",
)
NO_PROFILE = Text(
    ru="Сначала заполните регистрацию.",
    en="Fill in the registration first.",
)
PASSWORD_FIRST = Text(
    ru="Чтобы увидеть номера, введите пароль ещё раз.",
    en="To see the numbers, type your password again.",
)
