"""Shapes of the certificates that cross the border of the slice."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from medportal.features.certificates import texts
from medportal.features.levels.schemas import Refusal
from medportal.kernel.text import Text


class State(StrEnum):
    """Where a certificate stands; whether its time is over is told by its date."""

    MAKING = "making"
    ISSUED = "issued"
    EXPIRED = "expired"
    REVOKED = "revoked"

    @property
    def words(self) -> Text:
        """The state in a word or two."""
        return texts.STATES[self]


class Why(StrEnum):
    """Why a certificate was revoked."""

    OWNER = "owner"
    LEVEL = "level"
    CHANGED = "changed"
    REPLACED = "replaced"
    ERASED = "erased"

    @property
    def words(self) -> Text:
        """The reason in a sentence."""
        return texts.REASONS[self]


class Verdict(StrEnum):
    """What a check says."""

    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"
    UNKNOWN = "unknown"
    FORGED = "forged"
    ALTERED = "altered"
    UNSURE = "unsure"

    @property
    def words(self) -> Text:
        """The verdict in a sentence."""
        return texts.VERDICTS[self]


class Basis(StrEnum):
    """The document that admits to practice."""

    ACCREDITATION = "accreditation"
    CERTIFICATE = "certificate"

    @property
    def words(self) -> Text:
        """The document in words."""
        return texts.BASES[self]


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything a certificate says, on paper and at the check alike: as little as proves the qualification."""

    name: str = field(repr=False)
    speciality: str = field(repr=False)
    basis: Basis
    basis_number: str = field(repr=False)
    basis_until: date
    verified_on: date
    valid_until: date
    demonstration: bool

    def claims(self) -> dict[str, Any]:
        """The contents as claims of a token, under short names: they must fit a code that is scanned."""
        return {
            "name": self.name,
            "spec": self.speciality,
            "doc": self.basis.value,
            "num": self.basis_number,
            "duntil": self.basis_until.isoformat(),
            "on": self.verified_on.isoformat(),
            "until": self.valid_until.isoformat(),
            "demo": int(self.demonstration),
        }


@dataclass(frozen=True, slots=True)
class CertificateView:
    """A certificate as its owner's page shows it: no name, no document."""

    id: UUID
    state: State
    number: str
    issued_at: datetime | None
    valid_until: date | None
    why: Why | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwnCertificates:
    """The page of certificates: the one that counts, earlier ones, and why none can be issued now, if so."""

    current: CertificateView | None
    earlier: tuple[CertificateView, ...]
    refusal: Refusal | None
    issuing: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check by number says. Contents are shown for what was issued, never for what was erased."""

    verdict: Verdict
    checked_at: datetime
    number: str = field(repr=False)
    contents: Contents | None = field(default=None, repr=False)
    issued_at: datetime | None = None
    revoked_at: datetime | None = None
    why: Why | None = None
    file_unchanged: bool | None = None
