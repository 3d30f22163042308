"""The Register of Medical Workers (ФРМР): a person by SNILS, with certificates, accreditations, internships and jobs.

Field names are those of the register's own answers. The person is compared with the claim first: papers of somebody
else are not looked at.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, cast, final
from uuid import UUID

from medportal.features.verification import rules
from medportal.features.verification.adapters.envelopes import GarbledError
from medportal.features.verification.adapters.register import Finding
from medportal.features.verification.adapters.rest import RestClient
from medportal.features.verification.ports import RegisterDownError
from medportal.features.verification.schemas import (
    Claim,
    Difference,
    PaperFacts,
    PaperType,
    Reason,
    State,
    Verdict,
)
from medportal.kernel import clock

_Line = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Credentials:
    """In whose name the register is asked: the organisation's OID and the token it was given."""

    organisation: str
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Resource:
    """Where papers of one type stand, and how the register calls their parts."""

    path: str
    number: str
    issued: str
    ends: str = ""


_RESOURCES: Final[Mapping[PaperType, _Resource]] = {
    PaperType.CERTIFICATE: _Resource("/person/cert", "certNumber", "passDate", "endDate"),
    PaperType.ACCREDITATION: _Resource("/person/accreditation", "registryNumber", "passDate", "endDate"),
    PaperType.INTERNSHIP: _Resource("/person/postgraduate", "docNumber", "docDate"),
    PaperType.RESIDENCY: _Resource("/person/postgraduate", "docNumber", "docDate"),
    PaperType.EMPLOYMENT: _Resource("/person/card", "oid", "beginDate", "endDate"),
}


@final
class PractitionerRegister:
    """Speaks with the Register of Medical Workers."""

    def __init__(self, client: RestClient, organisation: str) -> None:
        self._client = client
        self._organisation = organisation

    def confirm(self, claim: Claim, message_id: UUID) -> Verdict:
        """Look up the person and the papers of the claim's type.

        Raises:
            RegisterDownError: it could not be reached, did not answer in time, or answered nonsense.
        """
        paper = _paper(claim)
        query = {"mo": self._organisation, "snils": claim.number}
        looked = self._client.look(("/person", _RESOURCES[paper.type].path), query, message_id)
        demonstration = self._client.in_process or looked.demonstration
        if looked.refused:
            return Verdict(State.ERROR, looked.evidence, reason=Reason.REFUSED, demonstration=demonstration)
        try:
            finding = _finding(claim, paper, looked.contents)
        except GarbledError:
            raise RegisterDownError(Reason.GARBLED) from None
        return Verdict(
            state=finding.state,
            evidence=looked.evidence,
            differences=finding.differences,
            reason=finding.reason,
            demonstration=demonstration,
            found=finding.found,
        )

    def acknowledge(self, receipt: UUID) -> None:
        """Do nothing: a look leaves nothing in a queue."""
        del receipt


def _finding(claim: Claim, paper: PaperFacts, contents: tuple[object, ...]) -> Finding:
    who, held = contents
    if who is None:
        return Finding(State.NOT_FOUND, reason=Reason.NOBODY)
    person, own = _line(who), claim.person
    differences = rules.differences(
        (
            ("surname", own.surname, _text(person, "lastName")),
            ("given_name", own.given_name, _text(person, "firstName")),
            ("patronymic", own.patronymic, _text(person, "patronymic")),
            ("birth_date", f"{own.birth_date:%d.%m.%Y}", f"{_date(_text(person, 'birthDate')):%d.%m.%Y}"),
        )
    )
    if differences:
        return Finding(State.MISMATCH, differences)
    resource = _RESOURCES[paper.type]
    lines = [_line(each) for each in cast("list[object]", held)] if isinstance(held, list) else []
    same = [each for each in _flat(lines) if _bare(_text(each, resource.number)) == _bare(paper.number)]
    if paper.type is PaperType.EMPLOYMENT:
        same = [each for each in same if not _over(each)]
    if not same:
        return Finding(State.NOT_FOUND, reason=Reason.NO_SUCH_PAPER)
    return _judged(paper, resource, max(same, key=lambda each: _text(each, resource.ends or resource.issued)))


def _judged(paper: PaperFacts, resource: _Resource, line: _Line) -> Finding:
    """One line of the register against the paper: annulled, of another day, or just so.

    Whether a term that has ended still counts is not for the register to say; until when it runs is told.
    """
    if line.get("excluded") is True:
        return Finding(State.INVALID, reason=Reason.ANNULLED)
    ends = _date(until) if resource.ends and (until := _text(line, resource.ends)) else None
    # The day of an order of employment and the first day at work need not be one day.
    if paper.type is not PaperType.EMPLOYMENT and _date(_text(line, resource.issued)) != paper.issued_on:
        return Finding(State.MISMATCH, (Difference("issued_on"),))
    told = {
        "valid_until": ends.isoformat() if ends else "",
        "speciality": _text(line, "specName") or _text(line, "spec"),
        "organisation": _text(line, "organization"),
        "position": _text(line, "postName"),
    }
    return Finding(State.OK, found={name: value for name, value in told.items() if value})


def _flat(lines: list[_Line]) -> list[_Line]:
    """Procedures of an accreditation stand one level deeper."""
    flat: list[_Line] = []
    for line in lines:
        inner = line.get("accreditationProcedures")
        flat += [_line(each) for each in cast("list[object]", inner)] if isinstance(inner, list) else [line]
    return flat


def _over(line: _Line) -> bool:
    ends = _text(line, "endDate")
    return bool(ends) and _date(ends) < clock.today()


def _paper(claim: Claim) -> PaperFacts:
    if not isinstance(claim.paper, PaperFacts):
        raise TypeError("not a claim about a paper")
    return claim.paper


def _line(value: object) -> _Line:
    if not isinstance(value, dict):
        raise GarbledError
    return cast("dict[str, object]", value)


def _text(line: _Line, name: str) -> str:
    value = line.get(name)
    return value.strip() if isinstance(value, str) else ""


def _bare(number: str) -> str:
    return re.sub(r"[\s№/-]", "", number).upper()


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise GarbledError from None
