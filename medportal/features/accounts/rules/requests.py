"""What a request says of itself: where it comes from, which page made it, which browser."""

import re
from ipaddress import ip_address, ip_network

from medportal.features.accounts import texts
from medportal.kernel.text import Text

_LOOPBACK = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?")


def neighbourhood(address: str) -> str:
    """The network around an address: providers hand out another address of the same network every day."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((parsed, 24 if parsed.version == 4 else 48), strict=False))


def origin_allowed(origin: str | None, host: str | None, public_origin: str) -> bool:
    """Whether a page of this origin may change something here.

    Besides the public origin, the loopback names are let in for the host they asked for: a laptop is reached as
    localhost and as 127.0.0.1. A foreign name that points to this machine does not pass, for the host is compared.
    """
    if origin is None:
        return False
    if origin == public_origin:
        return True
    here = host is not None and _LOOPBACK.fullmatch(host) is not None and public_origin.startswith("http://")
    return here and origin == f"http://{host}"


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
