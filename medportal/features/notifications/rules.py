"""Rules of notifications: how a contact is spelled, hidden and proved, and when a letter is tried again."""

import html
import re
from collections.abc import Sequence
from datetime import timedelta

from email_validator import EmailNotValidError, validate_email

from medportal.features.notifications import texts
from medportal.features.notifications.schemas import Channel
from medportal.kernel.text import Locale, Text

CODE_TTL = timedelta(minutes=10)
CODE_ATTEMPTS = 5
LINK_TTL = timedelta(hours=48)
RESEND_AFTER = timedelta(seconds=60)
SENDS_PER_HOUR = 5
LEASE = timedelta(minutes=3)
KEPT_FOR = timedelta(days=30)
BACKOFF: Sequence[timedelta] = (
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(minutes=30),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=6),
    timedelta(hours=12),
)

_PHONE_SEPARATORS = re.compile(r"[\s()\-\u2010-\u2015.]+")
_PHONE = re.compile(r"(?:\+7|8|7)?(9[0-9]{9})")
_URL = re.compile(r"https?://[^\s<>\"']+")


def normal(channel: Channel, value: str) -> str | None:
    """The value in the spelling it is kept in, or None when it is no such contact."""
    return email_address(value) if channel is Channel.EMAIL else mobile_phone(value)


def mobile_phone(value: str) -> str | None:
    """A Russian mobile number as E.164: +79XXXXXXXXX; 8…, 7… and separators are understood (rules §1.7)."""
    if len(value) > 40:
        return None
    found = _PHONE.fullmatch(_PHONE_SEPARATORS.sub("", value))
    return f"+7{found[1]}" if found else None


def email_address(value: str) -> str | None:
    """An e-mail address with its domain in lower case; whether it exists only a letter can tell."""
    if len(value) > 254:
        return None
    try:
        return validate_email(value.strip(), check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def identity(channel: Channel, normal_value: str) -> str:
    """What two spellings of one contact have in common: the letters' case of an address says nothing."""
    return normal_value.casefold() if channel is Channel.EMAIL else normal_value


def masked(channel: Channel, value: str) -> str:
    """A contact its owner recognises and nobody else can use."""
    if channel is Channel.SMS:
        return f"{value[:2]} *** ***-**-{value[-2:]}"
    local, _, domain = value.rpartition("@")
    return f"{local[:1]}***@{domain}"


def next_try(attempts: int) -> timedelta | None:
    """How long to wait after so many attempts; None means to give up."""
    return BACKOFF[attempts - 1] if attempts <= len(BACKOFF) else None


def wait_in_words(seconds: int) -> Text:
    """«45 секунд», «2 минуты», «1 час»: a wait rounded up so that coming then is never too early."""
    if seconds < 100:
        return texts.SECONDS.of(seconds)
    if seconds <= 90 * 60:
        return texts.MINUTES.of(-(-seconds // 60))
    return texts.HOURS.of(-(-seconds // 3600))


def one_line(words: str) -> str:
    """Words fit for a header: line breaks and control characters become spaces, so nothing can be smuggled in."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def as_html(subject: str, body: str, locale: Locale) -> str:
    """The plain text of a letter as a simple page: paragraphs and links, everything else escaped."""
    paragraphs = "".join(f"<p>{_linked(part)}</p>" for part in body.split("\n\n") if part.strip())
    return (
        f'<!doctype html><html lang="{locale}"><head><meta charset="utf-8"><title>{html.escape(subject)}</title></head>'
        '<body style="font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#1b2430;'
        f'max-width:36em;margin:0 auto;padding:24px">{paragraphs}</body></html>'
    )


def _linked(paragraph: str) -> str:
    parts: list[str] = []
    at = 0
    for found in _URL.finditer(paragraph):
        address = html.escape(found[0])
        parts += [html.escape(paragraph[at : found.start()]), f'<a href="{address}">{address}</a>']
        at = found.end()
    return "".join([*parts, html.escape(paragraph[at:])]).replace("\n", "<br>")
