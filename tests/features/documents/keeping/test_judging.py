"""Judging: easy cases settle themselves, the rest goes to a person with every rule that failed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from medportal.features.documents.rules.judging import verdict
from medportal.features.documents.schemas.documents import Reason
from medportal.features.documents.schemas.intake import Scan
from medportal.features.documents.schemas.judging import Facts, Judgement, Word
from medportal.features.documents.schemas.kinds import KINDS, KindKey
from medportal.features.documents.texts.reading import WORDS

TODAY = date(2026, 11, 27)
BLUR, BAD_SUM = (Reason(code, WORDS[code]) for code in ("QUALITY_BLUR", "MRZ_CHECK_FAILED"))
PASSPORT = Facts(KINDS[KindKey.PASSPORT], Scan.CLEAN, TODAY, read=True, register=Word.YES)
SNILS = Facts(
    KINDS[KindKey.SNILS], Scan.CLEAN, TODAY, register=Word.YES, typed={"number": "112-233-445 95"},
    profile_number="11223344595",
)  # fmt: skip
DIPLOMA = Facts(KINDS[KindKey.DIPLOMA], Scan.NOT_SCANNED, TODAY)
EXTRACT = Facts(
    KINDS[KindKey.ACCREDITATION], Scan.CLEAN, TODAY, typed={"issued_on": "01.02.2022", "expires_on": "01.02.2027"},
    expires_on=date(2027, 2, 1),
)  # fmt: skip
OTHER = Facts(KINDS[KindKey.OTHER], Scan.CLEAN, TODAY)
FAILED = Reason("HOLDER_DIFFERS", WORDS["QUALITY_BLUR"])


@pytest.mark.parametrize(
    ("facts", "state", "reasons", "failed"),
    [
        (PASSPORT, "verified", [], []),
        (replace(PASSPORT, scan=Scan.INFECTED), "rejected", ["FILE_INFECTED"], []),
        (replace(PASSPORT, refusals=(BLUR,), read=False), "fix_needed", ["QUALITY_BLUR"], []),
        (replace(PASSPORT, refusals=(BAD_SUM,), read=False), "fix_needed", ["MRZ_CHECK_FAILED"], []),
        # A second time a person looks; blur is never for a person.
        (replace(PASSPORT, refusals=(BAD_SUM,), read=False, stubborn=True), "in_review", [], ["MRZ_CHECK_FAILED"]),
        (replace(PASSPORT, refusals=(BAD_SUM, BLUR), stubborn=True), "fix_needed", ["MRZ_CHECK_FAILED", "QUALITY_BLUR"], []),
        (replace(PASSPORT, read=None), "in_review", [], ["NOT_READ"]),
        (replace(PASSPORT, unproven=("series",)), "in_review", [], ["READ_UNPROVEN"]),
        (replace(PASSPORT, differing=("surname",)), "in_review", [], ["READ_DIFFERS"]),
        (replace(PASSPORT, moved=True), "in_review", [], ["ADDRESS_DIFFERS"]),
        (replace(PASSPORT, register=Word.WAIT), "checking", [], []),
        (replace(PASSPORT, register=Word.NO), "in_review", [], ["REGISTER_SAID_NO"]),
        (replace(PASSPORT, register=Word.SILENT), "in_review", [], ["REGISTER_SILENT"]),
        (
            replace(PASSPORT, differing=("name",), register=Word.NO), "in_review", [],
            ["READ_DIFFERS", "REGISTER_SAID_NO"],
        ),
        (replace(PASSPORT, settled=False), "checking", [], []),
        (replace(PASSPORT, settled=False, refusals=(BLUR,)), "fix_needed", ["QUALITY_BLUR"], []),
        (replace(PASSPORT, expires_on=TODAY), "verified", [], []),
        (replace(PASSPORT, expires_on=TODAY - timedelta(1)), "expired", ["DOCUMENT_ENDED"], []),
        (replace(PASSPORT, lost=True), "fix_needed", ["FILE_LOST"], []),
        (SNILS, "verified", [], []),
        (replace(SNILS, typed={}), "in_review", [], ["NUMBER_UNTYPED"]),
        (replace(SNILS, profile_number="08765430300"), "in_review", [], ["NUMBER_DIFFERS"]),
        (DIPLOMA, "in_review", [], []),
        (replace(DIPLOMA, judgement=Judgement(Word.YES)), "verified", [], []),
        (replace(DIPLOMA, judgement=Judgement(Word.WAIT)), "checking", [], []),
        (replace(DIPLOMA, judgement=Judgement(Word.NO, (FAILED,))), "in_review", [], ["HOLDER_DIFFERS"]),
        (replace(DIPLOMA, judgement=Judgement(Word.NO)), "in_review", [], ["REGISTER_SAID_NO"]),
        (EXTRACT, "in_review", [], []),
        (replace(EXTRACT, typed={}), "fix_needed", ["FIELDS_MISSING"], []),
        (OTHER, "kept", [], []),
        (replace(OTHER, scan=Scan.INFECTED), "rejected", ["FILE_INFECTED"], []),
    ],
)  # fmt: skip
def test_what_becomes_of_a_document(facts, state, reasons, failed):
    found = verdict(facts)
    assert (found.state, [one.code for one in found.reasons], [one.code for one in found.failed]) == (
        state, reasons, failed,
    )  # fmt: skip
