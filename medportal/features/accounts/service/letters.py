"""The letters of accounts, put together from their words."""

from datetime import datetime

from medportal.features.accounts import rules, texts
from medportal.features.notifications.schemas import Letter
from medportal.kernel import clock
from medportal.kernel.text import Text
from medportal.settings import settings


def registered() -> Letter:
    """Registration is finished."""
    return Letter(texts.REGISTERED_SUBJECT, texts.REGISTERED.fill(link=_page("/login")), texts.REGISTERED_SMS)


def alert(agent: str) -> Letter:
    """Somebody came in from a new address."""
    moment = _moment(clock.now())
    body = texts.ALERT.fill(moment=moment, agent=rules.agent_words(agent), link=_page("/recover"))
    return Letter(texts.ALERT_SUBJECT, body, texts.ALERT_SMS.fill(moment=moment))


def password_changed() -> Letter:
    """The password is another one now."""
    moment = _moment(clock.now())
    body = texts.CHANGED.fill(moment=moment, link=_page("/recover"))
    return Letter(texts.CHANGED_SUBJECT, body, texts.CHANGED_SMS.fill(moment=moment))


def withdrawn() -> Letter:
    """The consent is withdrawn."""
    body = texts.WITHDRAWN.fill(moment=_moment(clock.now()))
    return Letter(texts.WITHDRAWN_SUBJECT, body, texts.WITHDRAWN_SMS)


def recovery_link(token: str, *, with_code: bool) -> Letter:
    """The link by which a new password is set; by SMS where there is no e-mail."""
    link = recovery_page(token)
    also = texts.RECOVERY_ALSO_CODE if with_code else texts.RECOVERY_NO_CODE
    body, brief = texts.RECOVERY_LINK.fill(link=link, also=also), texts.RECOVERY_LINK_SMS.fill(link=link)
    return Letter(texts.RECOVERY_SUBJECT, body, brief, lifetime=rules.RECOVERY_TTL)


def recovery_code(code: str) -> Letter:
    """The code that is needed besides the link."""
    words = texts.RECOVERY_CODE_SMS.fill(code=code)
    return Letter(texts.RECOVERY_SUBJECT, words, words, lifetime=rules.RECOVERY_TTL)


def recovery_page(token: str) -> str:
    """The address of the page; the token stands in the fragment, which is neither sent nor logged."""
    return _page(f"/recover/set#{token}")


def _page(path: str) -> str:
    return f"{settings().public_origin}{path}"


def _moment(at: datetime) -> Text:
    local = at.astimezone(clock.MOSCOW)
    return texts.MOMENT.fill(date=f"{local:%d.%m.%Y}", time=f"{local:%H:%M}")
