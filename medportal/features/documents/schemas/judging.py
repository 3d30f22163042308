"""Shapes of judging: what is known about a document, and what follows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from medportal.features.documents.schemas.documents import DocumentState, Reason, Waits
from medportal.features.documents.schemas.intake import Scan
from medportal.features.documents.schemas.kinds import KindSpec


class Word(StrEnum):
    """What a register, or a slice that knows more of a kind, says of it."""

    YES = "yes"
    NO = "no"
    WAIT = "wait"
    SILENT = "silent"  # it does not know, or was not asked


@dataclass(frozen=True, slots=True)
class Judgement:
    """What another slice says of a document: `failed` lists the rules that failed, with words for staff."""

    word: Word
    failed: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the rules judge by.

    Attributes:
        spec: the kind.
        scan: what the malware scanner said.
        lost: whether its file is not on the shelf any more.
        settled: whether the registration is finished, so that there is a profile to compare with.
        read: whether the reader read it; None when it does not read this kind, or gave up.
        refusals: the reader's decisive findings.
        unproven: of the fields that check digits can prove, those that they do not.
        differing: names of fields that were read otherwise than they stand in the profile.
        moved: whether the registration page names another address than the profile (ruling 20).
        register: what the register said of the number.
        typed: what the person typed off it.
        profile_number: the number of this kind in the profile, bare digits.
        expires_on: its last day.
        stubborn: whether the version before was refused for the same reasons.
        judgement: what the slice above says.
        today: the day.
    """

    spec: KindSpec
    scan: Scan
    today: date
    lost: bool = False
    settled: bool = True
    read: bool | None = None
    refusals: tuple[Reason, ...] = ()
    unproven: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    moved: bool = False
    register: Word = Word.SILENT
    typed: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    profile_number: str = field(default="", repr=False)
    expires_on: date | None = None
    stubborn: bool = False
    judgement: Judgement = field(default_factory=lambda: Judgement(Word.SILENT))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows: the state, its reasons for the person, the rules that failed for staff, what it waits for."""

    state: DocumentState
    reasons: tuple[Reason, ...] = ()
    failed: tuple[Reason, ...] = ()
    waits: Waits | None = None
