"""The invented people the demonstration registers know, and what each one shows."""

import reflex as rx

from medportal.demonstration.invented import Invented
from medportal.demonstration.papers import Study, papers_of
from medportal.demonstration.people import PEOPLE
from medportal.features.demo import texts
from medportal.kernel.text import Text
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.PEOPLE_TITLE)),
        rx.el.p(say(texts.PEOPLE_LEAD), class_name="lead"),
        *(_person(person) for person in PEOPLE),
        class_name="stack",
    )


def _person(person: Invented) -> rx.Component:
    return rx.el.section(
        rx.el.h2(person.full_name),
        rx.el.p(rx.el.strong(say(texts.PROVES)), " ", say(person.says)),
        rx.el.details(
            rx.el.summary(say(texts.DETAILS), class_name="textual"),
            rx.el.dl(*(_row(name, value) for name, value in _rows(person).items()), class_name="answers"),
        ),
        class_name="card stack",
        style={"--gap": "0.5rem"},
        id=person.key,
    )


def _row(name: str, value: str | Text) -> rx.Component:
    shown = say(value) if isinstance(value, Text) else value
    look = "mono whitespace-pre-wrap break-all" if name == "mrz" else ""
    return rx.el.div(
        rx.el.dt(say(texts.ROWS[name])),
        rx.el.dd(shown, class_name=look, custom_attrs={"data-value": name}),
    )


def _rows(person: Invented) -> dict[str, str | Text]:
    paper, home, work = person.passport, person.address, person.work
    return {
        "surname": person.surname,
        "given_name": person.given_name,
        "patronymic": person.patronymic or texts.NO_PATRONYMIC,
        "birth_date": f"{person.birth_date:%d.%m.%Y}",
        "sex": texts.SEX[person.sex],
        "phone": person.phone,
        "email": person.email,
        "snils": f"{person.snils[:3]}-{person.snils[3:6]}-{person.snils[6:9]} {person.snils[9:]}",
        "inn": person.inn,
        "passport": f"{paper.series} {paper.number}",
        "issued": f"{paper.issued_on:%d.%m.%Y}, {paper.issuer}, {paper.division_code}",
        "mrz": "\n".join(person.mrz),
        "address": f"{home.postal_index}, {home.region}, {home.city}, {home.street}, {home.house}, {home.flat}",
        "work": f"{work.licence_number or work.employer_ogrn}, {work.position}, {work.speciality}",
        **_papers(person),
    }


def _papers(person: Invented) -> dict[str, str | Text]:
    own = papers_of(person)
    admission, job = own.admission, own.job
    rows: dict[str, str | Text] = {
        "policy": f"{own.policy.enp}, {own.policy.issued_on:%d.%m.%Y}",
        "diploma": _study(own.diploma),
        own.further.type: _study(own.further),
        admission.type: f"{admission.number}, {admission.issued_on:%d.%m.%Y} – {admission.expires_on:%d.%m.%Y}",
    }
    if job is not None:
        rows["job"] = f"{job.organisation}, {job.oid}, № {job.order}, {job.begun_on:%d.%m.%Y}"
    return rows


def _study(study: Study) -> str:
    paper = " № ".join(part for part in (study.series, study.number) if part)
    years = f"{study.begun}–{study.ended}"
    return f"{study.institution.name}, {study.speciality}, {years}, {paper}, {study.issued_on:%d.%m.%Y}"


PAGE = Page("/demo/people", texts.PEOPLE_TITLE, _body, door=ANYONE, demonstration_only=True)
