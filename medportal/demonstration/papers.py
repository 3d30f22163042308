"""The professional papers of invented people: policy, diploma, further education, admission, job.

All follow from the person, so that nobody needs a list of them; numbers are valid and were never issued.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from medportal.demonstration.institutions import ACADEMY, FURTHER, UNIVERSITY, Institution
from medportal.demonstration.invented import Invented

POLYCLINIC_OID: Final = "1.2.643.5.1.13.13.12.2.77.9001"
HOSPITAL_OID: Final = "1.2.643.5.1.13.13.12.2.77.9002"
INSURER: Final = "Учебная страховая медицинская организация"
_FIRST_RESIDENTS: Final = 2017
_LAST_CERTIFIED: Final = 1980


@dataclass(frozen=True, slots=True)
class Policy:
    """The unified OMS policy."""

    enp: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class Study:
    """A paper of education: diploma, internship or residency."""

    type: str
    institution: Institution
    speciality: str
    begun: int
    ended: int
    series: str
    number: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class Admission:
    """What admits to work: an accreditation, or a specialist certificate of the older generation."""

    type: str
    number: str
    speciality: str
    issued_on: date
    expires_on: date


@dataclass(frozen=True, slots=True)
class Job:
    """The place of work as the Register of Medical Workers has it."""

    organisation: str
    oid: str
    order: str
    begun_on: date
    position: str


@dataclass(frozen=True, slots=True)
class Papers:
    """All papers of one person; who has a practice of their own has a licence instead of a job."""

    policy: Policy
    diploma: Study
    further: Study
    admission: Admission
    job: Job | None


def papers_of(person: Invented) -> Papers:
    """The papers of an invented person."""
    serial = person.snils[5:9]
    graduated = person.birth_date.year + 24
    further = _further(person, serial, graduated)
    admission = _admission(person, serial, further.ended)
    return Papers(
        policy=Policy(enp(person, serial), date(2013, 4, 15)),
        diploma=Study(
            type="diploma",
            institution=ACADEMY if graduated < UNIVERSITY.named_from.year else UNIVERSITY,  # pyright: ignore[reportOptionalMemberAccess]
            speciality="Педиатрия" if "едиатр" in person.work.position else "Лечебное дело",
            begun=graduated - 6,
            ended=graduated,
            series=f"10{graduated % 100:02d}24",
            number=f"900{serial}",
            issued_on=date(graduated, 6, 30),
        ),
        further=further,
        admission=admission,
        job=_job(person, max(2023, further.ended)),
    )


def enp(person: Invented, serial: str) -> str:
    """The number of a unified policy: subject, coded day of birth and sex, serial, Luhn digit (order 125n)."""
    born = person.birth_date
    month = born.month + (20 if born.year <= 1950 else 40 if born.year <= 2000 else 0)
    day = born.day + (50 if person.sex == "M" else 0)
    plain = f"{month:02d}{str(born.year)[::-1]}{day:02d}"
    body = person.passport.division_code[:2] + "".join(str(9 - int(digit)) for digit in plain) + f"0{serial}"
    return body + str(-_luhn_sum(body) % 10)


def _luhn_sum(body: str) -> int:
    doubled = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body))]
    return sum(each - 9 if each > 9 else each for each in doubled)


def _further(person: Invented, serial: str, graduated: int) -> Study:
    resident = graduated >= _FIRST_RESIDENTS
    ended = graduated + (2 if resident else 1)
    return Study(
        type="residency" if resident else "internship",
        institution=FURTHER,
        speciality=person.work.speciality,
        begun=graduated,
        ended=ended,
        series=f"20{ended % 100:02d}31" if resident else "",
        number=f"901{serial}",
        issued_on=date(ended, 8, 31),
    )


def _admission(person: Invented, serial: str, studied: int) -> Admission:
    if person.birth_date.year < _LAST_CERTIFIED:
        number = f"017704000{serial}"
        return Admission("certificate", number, person.work.speciality, date(2020, 5, 20), date(2025, 5, 20))
    number, year = f"772303900{serial}", max(2023, studied)
    return Admission("accreditation", number, person.work.speciality, date(year, 10, 12), date(year + 5, 10, 12))


def _job(person: Invented, year: int) -> Job | None:
    if person.work.employer_ogrn is None:
        return None
    hospital = person.work.employer_ogrn.startswith("123990000002")
    name, oid = ("Учебная больница", HOSPITAL_OID) if hospital else ("Учебная поликлиника", POLYCLINIC_OID)
    return Job(name, oid, "15-к", date(year, 11, 1), person.work.position)
