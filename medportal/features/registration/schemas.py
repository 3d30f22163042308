"""Shapes of registration that cross its border. None of them holds what a person typed, but `Answers`."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from medportal.features.accounts.schemas import SignInTicket
from medportal.kernel.problem import Problem
from medportal.kernel.text import Text

Answers = dict[str, dict[str, str]]  # section to input name to value


class Section(StrEnum):
    """Sections of the wizard in their order."""

    CONSENT = "consent"
    PERSON = "person"
    CONTACTS = "contacts"
    NUMBERS = "numbers"
    PASSPORT = "passport"
    ADDRESS = "address"
    WORK = "work"
    PASSWORD = "password"  # noqa: S105 (the name of a section)


class Status(StrEnum):
    """How far a section is."""

    LOCKED = "locked"
    EMPTY = "empty"
    STARTED = "started"
    WAITING = "waiting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ContactStatus:
    """The two contacts as the wizard shows them: masks and whether they are confirmed."""

    phone: str = ""
    phone_confirmed: bool = False
    email: str = ""
    email_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """The task list."""

    statuses: dict[Section, Status]
    contacts: ContactStatus
    saved_at: datetime | None
    correcting: bool = False
    scanned: bool = False  # a scan of the passport was handed in

    @property
    def ready(self) -> bool:
        """Whether everything is done and the registration can be handed in."""
        return all(status is Status.DONE for status in self.statuses.values())


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What became of a section: its problems, or the section to go to next (`None`: back to the list)."""

    problems: tuple[Problem, ...] = ()
    following: Section | None = None
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of the whole: the sections that still need work, or a ticket into the cabinet."""

    unfinished: tuple[Section, ...] = ()
    ticket: SignInTicket | None = field(default=None, repr=False)


class ReadState(StrEnum):
    """How far the reading of the person's passport is."""

    NONE = "none"  # no scan was handed in
    WORKING = "working"
    READ = "read"
    UNREAD = "unread"  # nobody could read it, or it was refused before
    HIDDEN = "hidden"  # read; the values are shown after the password


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that was read, as it stands in its input. `proven`: check digits cover it and hold."""

    name: str
    value: str = field(repr=False)
    proven: bool


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What a scan offers to a section: `unread` are the inputs it was expected to fill and did not."""

    state: ReadState
    document_id: UUID | None = None
    offers: tuple[Offer, ...] = ()
    unread: tuple[str, ...] = ()
    findings: tuple[Text, ...] = ()

    def told(self) -> dict[str, Any]:
        """As the browser takes it, by private HTTP alone."""
        return {
            "state": self.state.value,
            "document": str(self.document_id or ""),
            "offers": [{"name": one.name, "value": one.value, "proven": one.proven} for one in self.offers],
            "unread": list(self.unread),
            "findings": [one.pair() for one in self.findings],
        }


@dataclass(frozen=True, slots=True)
class Claimed:
    """What somebody with another's numbers has said of himself, by input, and which accounts hold which number."""

    answers: dict[str, str] = field(repr=False)
    held: dict[str, frozenset[UUID]]


class Paper(StrEnum):
    """The originals a service centre receives (F32)."""

    PASSPORT = "passport"
    QUALIFICATION = "qualification"
    PRACTICE = "practice"
    WORKPLACE = "workplace"


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody found by an exact number: an account, or an unfinished walk-in."""

    account_id: UUID
    walk_in: bool


@dataclass(frozen=True, slots=True)
class WalkInView:
    """How far a client who was received is. `email` is a mask; `scanned`: a passport lay on the scanner."""

    account_id: UUID
    operator_id: UUID
    scanned: bool
    centre: str
    done: tuple[Section, ...]
    papers: tuple[Paper, ...]
    email: str
    invited_at: datetime | None
    expires_at: datetime | None
    agreed: bool
    finished: bool
    proven: bool
