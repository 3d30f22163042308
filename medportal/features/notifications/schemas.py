"""Shapes of notifications that cross the border of the slice."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from medportal.features.notifications import texts
from medportal.kernel.text import Text


class Channel(StrEnum):
    """The ways to reach a person."""

    EMAIL = "email"
    SMS = "sms"


ALL_CHANNELS = frozenset(Channel)


class Purpose(StrEnum):
    """Why a letter is sent. Only a confirmation may go to a contact that is not confirmed yet."""

    CONFIRMATION = "confirmation"
    REGISTRATION = "registration"
    RECOVERY = "recovery"
    SECURITY = "security"
    REMINDER = "reminder"
    NOTICE = "notice"


class LetterState(StrEnum):
    """Where a letter of the outbox is: refused by the other side for good, or given up after many tries."""

    QUEUED = "queued"
    SENT = "sent"
    REFUSED = "refused"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Letter:
    """One message in both languages.

    Attributes:
        subject: the subject of an e-mail.
        body: its plain text; paragraphs are parted by an empty line. An HTML twin is made from it.
        brief: the words of an SMS; the subject is sent where they are missing.
        lifetime: after this the letter is worthless and is not sent any more, e.g. that of the code in it.
        unsubscribe: an address that ends letters of this sort by one POST (RFC 8058); empty for what is mandatory.
    """

    subject: Text
    body: Text = field(repr=False)
    brief: Text | None = field(default=None, repr=False)
    lifetime: timedelta | None = None
    unsubscribe: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact as it may be shown: masked, with its state in words."""

    channel: Channel
    masked: str
    confirmed: bool
    confirmed_at: datetime | None

    @property
    def state(self) -> Text:
        """«Подтверждено» or «Не подтверждено»."""
        return texts.CONFIRMED if self.confirmed else texts.NOT_CONFIRMED


@dataclass(frozen=True, slots=True)
class Sent:
    """A code or a link is on its way; another may be asked for after `seconds_to_resend`."""

    seconds_to_resend: int
    ttl_seconds: int


CodeSent = Sent
LinkSent = Sent


class CodeOutcome(StrEnum):
    """What became of a typed code. TAKEN: it was right, but the number is confirmed for somebody else."""

    OK = "ok"
    WRONG = "wrong"
    EXPIRED = "expired"
    EXHAUSTED = "exhausted"
    NONE = "none"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class CodeVerdict:
    """What became of a typed code, how many attempts are left, and the words for it."""

    outcome: CodeOutcome
    left: int = 0

    @property
    def ok(self) -> bool:
        """Whether the phone is confirmed now."""
        return self.outcome is CodeOutcome.OK

    @property
    def text(self) -> Text:
        """The sentence to show."""
        return {
            CodeOutcome.OK: texts.CODE_OK,
            CodeOutcome.WRONG: texts.CODE_WRONG.fill(left=texts.ATTEMPTS.of(self.left)),
            CodeOutcome.EXPIRED: texts.CODE_EXPIRED,
            CodeOutcome.EXHAUSTED: texts.CODE_EXHAUSTED,
            CodeOutcome.NONE: texts.CODE_NONE,
            CodeOutcome.TAKEN: texts.CONTACT_TAKEN,
        }[self.outcome]


class LinkOutcome(StrEnum):
    """What became of a link from a letter."""

    OK = "ok"
    EXPIRED = "expired"
    USED = "used"
    UNKNOWN = "unknown"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class LinkVerdict:
    """What became of a link from a letter; the account is named only when it worked."""

    outcome: LinkOutcome
    account_id: UUID | None = None

    @property
    def ok(self) -> bool:
        """Whether the address is confirmed now."""
        return self.outcome is LinkOutcome.OK

    @property
    def text(self) -> Text:
        """The sentence to show."""
        return {
            LinkOutcome.OK: texts.LINK_OK,
            LinkOutcome.EXPIRED: texts.LINK_EXPIRED,
            LinkOutcome.USED: texts.LINK_USED,
            LinkOutcome.UNKNOWN: texts.LINK_UNKNOWN,
            LinkOutcome.TAKEN: texts.CONTACT_TAKEN,
        }[self.outcome]


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message ready to be handed to a carrier. `id` stays the same when it is handed over again."""

    id: UUID
    to: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    html: str = field(default="", repr=False)
    unsubscribe: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The carrier took the message; in a demonstration nothing left the portal."""

    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class OutboxLetter:
    """A letter of the demonstration, revealed for the page that shows what would have been sent."""

    id: UUID
    channel: Channel
    purpose: Purpose
    state: LetterState
    created_at: datetime
    to: str = field(repr=False)
    subject: str = field(repr=False)
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person is told under the bell. `link` is a page of the portal, e.g. `/documents`; it carries no data."""

    title: Text = field(repr=False)
    body: Text = field(repr=False)
    link: str = ""


@dataclass(frozen=True, slots=True)
class BellView:
    """One line under the bell. Its words may be the person's own."""

    id: UUID
    title: Text = field(repr=False)
    body: Text = field(repr=False)
    link: str
    at: datetime
    read: bool


@dataclass(frozen=True, slots=True)
class Bell:
    """What the bell shows, newest first."""

    unread: int
    lines: tuple[BellView, ...]


@dataclass(frozen=True, slots=True)
class LetterSeen:
    """What became of one letter, without its words."""

    channel: Channel
    state: LetterState
    at: datetime
