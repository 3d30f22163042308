"""Judging a document: easy cases settle themselves; for the rest every rule that failed is listed for whoever decides."""

from collections.abc import Iterator

from medportal.features.documents.schemas.documents import DocumentState, Reason, Waits
from medportal.features.documents.schemas.intake import Scan
from medportal.features.documents.schemas.judging import Facts, Verdict, Word
from medportal.features.documents.schemas.kinds import Checker
from medportal.features.documents.texts import documents as words
from medportal.features.documents.texts import judging as texts
from medportal.kernel.text import Text


def reason(code: str) -> Reason:
    """A reason with its words."""
    return Reason(code, texts.WORDS[code])


# After this one comes a second time a person looks: the code lines themselves may be misprinted.
STUBBORN = frozenset({"MRZ_CHECK_FAILED"})


def verdict(facts: Facts) -> Verdict:
    """What becomes of the document."""
    if (plain := _plain(facts)) is not None:
        return plain
    failed = tuple(_failed(facts))
    if failed:
        return Verdict(DocumentState.IN_REVIEW, failed=failed)
    if Word.WAIT in {facts.register, facts.judgement.word}:
        return Verdict(DocumentState.CHECKING, waits=Waits.REGISTER)
    by_registers = facts.spec.checker is Checker.REGISTERS or facts.judgement.word is Word.YES
    return Verdict(DocumentState.VERIFIED if by_registers else DocumentState.IN_REVIEW)


def _plain(facts: Facts) -> Verdict | None:
    """What needs no weighing."""
    missing = _joined([one.label for one in facts.spec.fields if one.required and not facts.typed.get(one.name)])
    if facts.scan is Scan.INFECTED:
        found = Verdict(DocumentState.REJECTED, (reason("FILE_INFECTED"),))
    elif facts.lost:
        found = Verdict(DocumentState.FIX_NEEDED, (reason("FILE_LOST"),))
    elif facts.expires_on is not None and facts.expires_on < facts.today:
        found = Verdict(DocumentState.EXPIRED, (reason("DOCUMENT_ENDED"),))
    elif missing is not None:
        found = Verdict(
            DocumentState.FIX_NEEDED, (Reason("FIELDS_MISSING", texts.FIELDS_MISSING.fill(fields=missing)),)
        )
    elif facts.spec.checker is Checker.NOBODY:
        found = Verdict(DocumentState.KEPT)
    elif facts.refusals and not _goes_on(facts):
        found = Verdict(DocumentState.FIX_NEEDED, facts.refusals)
    elif not facts.settled:
        found = Verdict(DocumentState.CHECKING, waits=Waits.REGISTRATION)
    else:
        found = None
    return found


def _goes_on(facts: Facts) -> bool:
    return facts.stubborn and {one.code for one in facts.refusals} <= STUBBORN


def _failed(facts: Facts) -> Iterator[Reason]:
    yield from facts.refusals
    if facts.spec.readable and facts.read is None:
        yield reason("NOT_READ")
    if facts.unproven:
        yield Reason("READ_UNPROVEN", texts.UNPROVEN.fill(fields=_names(facts.unproven)))
    if facts.differing:
        yield Reason("READ_DIFFERS", texts.DIFFERS.fill(fields=_names(facts.differing)))
    if facts.moved:
        yield reason("ADDRESS_DIFFERS")
    if facts.spec.checker is Checker.REGISTERS:
        yield from _numbers(facts)
    yield from facts.judgement.failed
    if facts.judgement.word is Word.NO and not facts.judgement.failed:
        yield reason("REGISTER_SAID_NO")


def _numbers(facts: Facts) -> Iterator[Reason]:
    if not facts.spec.readable:
        digits = "".join(one for one in facts.typed.get("number", "") if one.isdecimal())
        if not digits:
            yield reason("NUMBER_UNTYPED")
        elif digits != facts.profile_number:
            yield reason("NUMBER_DIFFERS")
    if facts.register is Word.NO:
        yield reason("REGISTER_SAID_NO")
    elif facts.register is Word.SILENT:
        yield reason("REGISTER_SILENT")


def _names(names: tuple[str, ...]) -> Text:
    return _joined([words.FIELDS[name] for name in names if name in words.FIELDS]) or words.FIELDS["number"]


def _joined(labels: list[Text]) -> Text | None:
    if not labels:
        return None
    return Text(ru=", ".join(one.ru.lower() for one in labels), en=", ".join(one.en.lower() for one in labels))
