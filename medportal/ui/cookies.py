"""The one cookie that matters: its name, and how it is found in a header."""

from http.cookies import CookieError, SimpleCookie

from medportal.settings import settings


def session_cookie_name() -> str:
    """`__Host-` over HTTPS: the browser itself then forbids a subdomain to set it."""
    return "__Host-mp_session" if settings().public_origin.startswith("https://") else "mp_session"


def session_token(header: str) -> str:
    """The session token in a Cookie header, or an empty string."""
    name = session_cookie_name()
    if f"{name}=" not in header or len(header) > 16_384:
        return ""
    try:
        morsel = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return morsel.value if morsel else ""
