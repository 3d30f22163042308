"""Kinds of documents as data: what each must hold, who checks it, when it ends and what it opens.

A new kind is one name and one entry of `KINDS`; nothing else asks which kinds there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from medportal.features.documents.texts import kinds as texts
from medportal.kernel.text import Text


class KindKey(StrEnum):
    """The names of the kinds, as they stand in addresses and rows."""

    PASSPORT = "passport"
    SNILS = "snils"
    INN = "inn"
    OMS_POLICY = "oms_policy"
    DIPLOMA = "diploma"
    INTERNSHIP = "internship"
    RESIDENCY = "residency"
    CERTIFICATE = "certificate"
    ACCREDITATION = "accreditation"
    CATEGORY = "category"
    TRAINING = "training"
    LICENCE = "licence"
    WORK_RECORD = "work_record"
    EMPLOYMENT = "employment"
    MEDICAL_EXAM = "medical_exam"
    MEDICAL_BOOK = "medical_book"
    NAME_CHANGE = "name_change"
    CONSENT = "consent"
    OTHER = "other"


class Checker(StrEnum):
    """Who says whether a document is good. What registers do not settle goes to a person."""

    NOBODY = "nobody"
    REGISTERS = "registers"
    PERSON = "person"


class Expiry(StrEnum):
    """By which rule a document ends."""

    NEVER = "never"
    PASSPORT_AGES = "passport_ages"  # the exchange at 20 and at 45, and ninety days (domain rules 1.5)
    ENTERED = "entered"  # the last day that the person types; without it the document does not end


class Opens(StrEnum):
    """What a document that holds opens; levels and packs ask for these, not for kinds."""

    IDENTITY = "identity"
    POLICY = "policy"
    EDUCATION = "education"
    QUALIFICATION = "qualification"
    WORK = "work"


Shape = Literal["text", "day", "last_day"]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A value that the person types off the document.

    Attributes:
        name: the name of the input; stable.
        label: its words.
        shape: text; a day that has come (ДД.ММ.ГГГГ); the last day of the document.
        required: whether the document waits until it is typed.
        pattern: what the whole text must match, if anything; ASCII and Cyrillic by hand, no anchors.
        length: the most characters.
    """

    name: str
    label: Text
    shape: Shape = "text"
    required: bool = False
    pattern: str = ""
    length: int = 100


SERIES = FieldSpec("series", texts.SERIES, length=20)
NUMBER = FieldSpec("number", texts.NUMBER, length=40)
ISSUER = FieldSpec("issuer", texts.ISSUER, length=300)
SPECIALITY = FieldSpec("speciality", texts.SPECIALITY, length=100)
ISSUED_ON = FieldSpec("issued_on", texts.ISSUED_ON, "day")
EXPIRES_ON = FieldSpec("expires_on", texts.EXPIRES_ON, "last_day")
ISSUED_ON_NEEDED = FieldSpec("issued_on", texts.ISSUED_ON, "day", required=True)
EXPIRES_ON_NEEDED = FieldSpec("expires_on", texts.EXPIRES_ON, "last_day", required=True)
PAPER = (SERIES, NUMBER, ISSUER, ISSUED_ON)


@dataclass(frozen=True, slots=True)
class KindSpec:
    """One kind.

    Attributes:
        key: its name.
        title: its words.
        hint: what must be seen on it.
        checker: who checks it.
        fields: what the person types off it.
        expiry: by which rule it ends.
        opens: what it opens when it holds.
        pages: the fewest and the most pages.
        readable: whether the reader of passports reads it.
        single: whether a person has one at a time: a newer one takes the place of the one before.
        signable: whether a detached signature may be laid to it.
        warn_days: how many days before its end it is said to end.
    """

    key: KindKey
    title: Text
    hint: Text
    checker: Checker = Checker.PERSON
    fields: tuple[FieldSpec, ...] = PAPER
    expiry: Expiry = Expiry.NEVER
    opens: frozenset[Opens] = frozenset()
    pages: tuple[int, int] = (1, 10)
    readable: bool = False
    single: bool = False
    signable: bool = True
    warn_days: int = 60

    def field(self, name: str) -> FieldSpec | None:
        """The field of that name."""
        return next((one for one in self.fields if one.name == name), None)


_TABLE = (
    KindSpec(
        KindKey.PASSPORT,
        texts.PASSPORT,
        texts.PASSPORT_HINT,
        Checker.REGISTERS,
        fields=(),
        expiry=Expiry.PASSPORT_AGES,
        opens=frozenset({Opens.IDENTITY}),
        readable=True,
        single=True,
    ),
    KindSpec(
        KindKey.SNILS,
        texts.SNILS,
        texts.SNILS_HINT,
        Checker.REGISTERS,
        fields=(FieldSpec("number", texts.NUMBER, length=14, pattern=r"[0-9]{3}-?[0-9]{3}-?[0-9]{3}[ -]?[0-9]{2}"),),
        pages=(1, 2),
        single=True,
    ),
    KindSpec(
        KindKey.INN,
        texts.INN,
        texts.INN_HINT,
        Checker.REGISTERS,
        fields=(FieldSpec("number", texts.NUMBER, length=12, pattern=r"[0-9]{12}"),),
        pages=(1, 2),
        single=True,
    ),
    KindSpec(
        KindKey.OMS_POLICY,
        texts.OMS_POLICY,
        texts.OMS_POLICY_HINT,
        fields=(SERIES, NUMBER, ISSUED_ON, EXPIRES_ON),
        expiry=Expiry.ENTERED,
        opens=frozenset({Opens.POLICY}),
        pages=(1, 2),
        single=True,
    ),
    KindSpec(KindKey.DIPLOMA, texts.DIPLOMA, texts.DIPLOMA_HINT, opens=frozenset({Opens.EDUCATION})),
    KindSpec(KindKey.INTERNSHIP, texts.INTERNSHIP, texts.PAPER_HINT, opens=frozenset({Opens.EDUCATION})),
    KindSpec(KindKey.RESIDENCY, texts.RESIDENCY, texts.PAPER_HINT, opens=frozenset({Opens.EDUCATION})),
    KindSpec(
        KindKey.CERTIFICATE,
        texts.CERTIFICATE,
        texts.PAPER_HINT,
        fields=(SPECIALITY, SERIES, NUMBER, ISSUER, ISSUED_ON_NEEDED, EXPIRES_ON_NEEDED),
        expiry=Expiry.ENTERED,
        opens=frozenset({Opens.QUALIFICATION}),
    ),
    KindSpec(
        KindKey.ACCREDITATION,
        texts.ACCREDITATION,
        texts.ACCREDITATION_HINT,
        fields=(SPECIALITY, SERIES, NUMBER, ISSUER, ISSUED_ON_NEEDED, EXPIRES_ON_NEEDED),
        expiry=Expiry.ENTERED,
        opens=frozenset({Opens.QUALIFICATION}),
    ),
    KindSpec(
        KindKey.CATEGORY,
        texts.CATEGORY,
        texts.CATEGORY_HINT,
        fields=(SPECIALITY, NUMBER, ISSUER, ISSUED_ON_NEEDED, EXPIRES_ON),
        expiry=Expiry.ENTERED,
    ),
    KindSpec(
        KindKey.TRAINING,
        texts.TRAINING,
        texts.PAPER_HINT,
        fields=(*PAPER, EXPIRES_ON),
        expiry=Expiry.ENTERED,
        opens=frozenset({Opens.EDUCATION}),
    ),
    KindSpec(
        KindKey.LICENCE,
        texts.LICENCE,
        texts.LICENCE_HINT,
        fields=(NUMBER, ISSUER, ISSUED_ON),
        opens=frozenset({Opens.WORK}),
    ),
    KindSpec(
        KindKey.WORK_RECORD, texts.WORK_RECORD, texts.WORK_RECORD_HINT, fields=(NUMBER, ISSUED_ON),
        opens=frozenset({Opens.WORK}),
    ),
    KindSpec(
        KindKey.EMPLOYMENT, texts.EMPLOYMENT, texts.EMPLOYMENT_HINT, fields=(NUMBER, ISSUER, ISSUED_ON, EXPIRES_ON),
        expiry=Expiry.ENTERED, opens=frozenset({Opens.WORK}),
    ),
    KindSpec(
        KindKey.MEDICAL_EXAM, texts.MEDICAL_EXAM, texts.MEDICAL_EXAM_HINT, Checker.NOBODY,
        fields=(NUMBER, ISSUER, ISSUED_ON_NEEDED, EXPIRES_ON), expiry=Expiry.ENTERED,
    ),
    KindSpec(
        KindKey.MEDICAL_BOOK, texts.MEDICAL_BOOK, texts.MEDICAL_BOOK_HINT, Checker.NOBODY,
        fields=(NUMBER, ISSUED_ON_NEEDED, EXPIRES_ON), expiry=Expiry.ENTERED,
    ),
    KindSpec(KindKey.NAME_CHANGE, texts.NAME_CHANGE, texts.NAME_CHANGE_HINT, opens=frozenset({Opens.IDENTITY})),
    KindSpec(
        KindKey.CONSENT, texts.CONSENT, texts.CONSENT_HINT, Checker.NOBODY, fields=(ISSUED_ON, EXPIRES_ON),
        expiry=Expiry.ENTERED,
    ),
    KindSpec(
        KindKey.OTHER, texts.OTHER, texts.OTHER_HINT, Checker.NOBODY, fields=(*PAPER, EXPIRES_ON), expiry=Expiry.ENTERED
    ),
)  # fmt: skip

KINDS: Mapping[KindKey, KindSpec] = {one.key: one for one in _TABLE}

# What somebody who is still registering may hand in.
APPLICANT_KINDS = frozenset({KindKey.PASSPORT})
# What a service centre scans for a client from the originals on the table (F32): the passport, what proves education
# and qualification, the right to practise, the workplace.
CENTRE_KINDS = frozenset(KindKey) - {KindKey.CONSENT, KindKey.OTHER}
