"""The Register of Medical Workers: REST, a bearer token, answers in a `content` wrapper, field names of the register's own."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import cache
from http import HTTPStatus
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from medportal.demonstration.invented import Invented, Proof
from medportal.demonstration.papers import Papers, papers_of
from medportal.demonstration.people import PEOPLE
from medportal.demonstration.registers.counter import Counter
from medportal.demonstration.registers.offices import Fault, Office

PATH: Final = "/frmr"
_JWT_PARTS: Final = 3
_OID_PARTS: Final = 10
_HEADERS: Final = {"x-medportal-demonstration": "1"}
_NONSENSE: Final = b'{"content": the register is talking to itself'

Line = dict[str, object]


def routes(counter: Counter) -> list[Route]:
    """One resource for the person, and one for each kind of paper."""
    parts: dict[str, Callable[[Invented], object]] = {
        "": _person,
        "/prof": lambda someone: [_study(papers_of(someone), "prof")],
        "/postgraduate": lambda someone: [_study(papers_of(someone), "postgraduate")],
        "/cert": lambda someone: _certificates(papers_of(someone)),
        "/accreditation": _accreditations,
        "/card": lambda someone: _jobs(papers_of(someone)),
    }
    return [
        Route(f"{PATH}/person{part}", _resource(counter, answer), methods=["GET"]) for part, answer in parts.items()
    ]


def _resource(counter: Counter, answer: Callable[[Invented], object]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if delay := counter.delay_of(Office.PRACTITIONER):
            await asyncio.sleep(delay)
        fault = counter.fault_of(Office.PRACTITIONER)
        headers = {**_HEADERS, "x-request-id": request.headers.get("x-request-id", "")[:64]}
        if fault is Fault.DOWN:
            return Response("out of order", HTTPStatus.SERVICE_UNAVAILABLE, headers)
        if fault is Fault.GARBAGE:
            return Response(_NONSENSE, headers=headers, media_type="application/json")
        return _answered(request, answer, headers, mistaken=fault is Fault.MISMATCH)

    return endpoint


def _answered(
    request: Request, answer: Callable[[Invented], object], headers: dict[str, str], *, mistaken: bool
) -> Response:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or token.count(".") != _JWT_PARTS - 1:
        return JSONResponse({"error": "a bearer token is needed"}, HTTPStatus.UNAUTHORIZED, headers)
    organisation, snils = request.query_params.get("mo", ""), request.query_params.get("snils", "")
    if organisation.count(".") < _OID_PARTS or not snils.isdecimal():
        return JSONResponse({"error": "mo and snils are needed"}, HTTPStatus.BAD_REQUEST, headers)
    someone = _people().get(snils)
    if someone is None:
        return JSONResponse({"error": "nobody is found"}, HTTPStatus.NOT_FOUND, headers)
    content = _misspelt(someone) if mistaken and answer is _person else answer(someone)
    return JSONResponse({"content": content}, headers=headers)


@cache
def _people() -> dict[str, Invented]:
    return {each.snils: each for each in PEOPLE}


def _person(someone: Invented) -> Line:
    return {
        "oid": f"1.2.643.5.1.13.13.12.4.77.{someone.snils[5:9]}",
        "mr": True,
        "snils": someone.snils,
        "lastName": someone.surname.upper(),
        "firstName": someone.given_name.upper(),
        "patronymic": (someone.patronymic or "").upper(),
        "gender": "1" if someone.sex == "M" else "2",
        "birthDate": someone.birth_date.isoformat(),
    }


def _misspelt(someone: Invented) -> Line:
    return {**_person(someone), "lastName": someone.surname.upper()[:-1] + "Ъ"}


def _study(own: Papers, part: str) -> Line:
    study = own.diploma if part == "prof" else own.further
    return {
        "docSerial": study.series,
        "docNumber": study.number,
        "docDate": study.issued_on.isoformat(),
        "institutionId": study.institution.id,
        "institutionName": study.institution.name,
        "specName": study.speciality,
        "isDuplicate": False,
    }


def _certificates(own: Papers) -> list[Line]:
    paper = own.admission
    if paper.type != "certificate":
        return []
    return [
        {
            "certSerial": "",
            "certNumber": paper.number,
            "passDate": paper.issued_on.isoformat(),
            "endDate": paper.expires_on.isoformat(),
            "specName": paper.speciality,
        }
    ]


def _accreditations(someone: Invented) -> list[Line]:
    paper = papers_of(someone).admission
    if paper.type != "accreditation":
        return []
    procedure: Line = {
        "registryNumber": paper.number,
        "accreditationKind": "Периодическая",
        "passed": True,
        "excluded": someone.proves is Proof.ACCREDITATION_ANNULLED,
        "passDate": paper.issued_on.isoformat(),
        "endDate": paper.expires_on.isoformat(),
        "spec": paper.speciality,
    }
    return [{"id": someone.key, "regNumber": paper.number, "accreditationProcedures": [procedure]}]


def _jobs(own: Papers) -> list[Line]:
    job = own.job
    if job is None:
        return []
    return [
        {
            "oid": job.oid,
            "organization": job.organisation,
            "contractNumber": job.order,
            "beginDate": job.begun_on.isoformat(),
            "endDate": None,
            "postName": job.position,
        }
    ]
