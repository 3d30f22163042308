"""What a request says of itself: where it comes from, which page made it, which browser."""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from medportal.features.accounts import texts
from medportal.kernel.text import Text


def neighbourhood(address: str) -> str:
    """The network around an address: providers hand out another address of the same network every day."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((parsed, 24 if parsed.version == 4 else 48), strict=False))


def client_address(peer: str, forwarded_for: Iterable[str], hops: int) -> str:
    """The address of who really asks, behind so many trusted proxies.

    Each proxy adds on the right the address it saw; what stands further left was written by the client, who may lie.
    """
    seen = [part.strip() for header in forwarded_for for part in header.split(",") if part.strip()]
    told = seen[-hops] if hops and len(seen) >= hops else peer
    parsed = _address(told)
    return str(parsed) if parsed else peer


def origin_allowed(origin: str | None, host: str | None, public_origin: str) -> bool:
    """Whether a page of this origin may change something here.

    Besides the public origin, the loopback names are let in for the host they asked for: a laptop is reached as
    localhost and as 127.0.0.1. A foreign name that points to this machine does not pass, for the host is compared.
    """
    if origin is None:
        return False
    if origin == public_origin:
        return True
    parts = urlsplit(origin)
    loopback = parts.hostname in ("localhost", "127.0.0.1", "::1")
    return loopback and host is not None and origin == f"http://{host}" and public_origin.startswith("http://")


def cookie_name(*, secure: bool) -> str:
    """The name of the session cookie; with HTTPS the browser itself refuses one planted by another host."""
    return "__Host-mp_session" if secure else "mp_session"


def cookie_value(header: str, name: str) -> str | None:
    """The value of a cookie in a Cookie header; None when it is missing or stands there twice."""
    pairs = (part.strip().partition("=") for part in header.split(";"))
    found = [value for key, _, value in pairs if key == name]
    return found[0] if len(found) == 1 and found[0] else None


def agent_key(user_agent: str) -> str:
    """«browser|system» from a User-Agent header: all that is kept of it."""
    text = user_agent[:1000]
    browser = _first(
        text,
        ("YaBrowser", "yandex"), ("Edg", "edge"), ("OPR/", "opera"), ("SamsungBrowser", "samsung"),
        ("Firefox/", "firefox"), ("FxiOS", "firefox"), ("Chrome/", "chrome"), ("CriOS", "chrome"), ("Safari/", "safari"),
    )  # fmt: skip
    system = _first(
        text,
        ("Android", "android"), ("iPhone", "ios"), ("iPad", "ios"), ("Windows", "windows"),
        ("Mac OS X", "macos"), ("Linux", "linux"),
    )  # fmt: skip
    return f"{browser}|{system}"


def agent_words(key: str) -> Text:
    """The words for a kept «browser|system»."""
    browser, _, system = key.partition("|")
    return texts.AGENT.fill(
        browser=texts.BROWSERS.get(browser, texts.UNKNOWN_BROWSER),
        system=texts.SYSTEMS.get(system, texts.UNKNOWN_SYSTEM),
    )


def _first(text: str, *marks: tuple[str, str]) -> str:
    return next((key for mark, key in marks if mark in text), "")


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None
