"""Invented people on their way through the wizard, driven through the services as the screens do it."""

import re
from dataclasses import dataclass, field
from uuid import UUID

from medportal.demonstration.invented import Invented
from medportal.features.accounts import service as accounts
from medportal.features.notifications import service as notifications
from medportal.features.registration import service
from medportal.features.registration.schemas import HandedIn, Section, Submitted
from medportal.infra import jobs
from medportal.kernel.actor import Actor, Role

HOME = "192.0.2.10"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PASSWORD = "Гречка-4-Луна"


def answers_of(who: Invented) -> dict[Section, dict[str, str]]:
    """What the person types, section by section."""
    paper, home, work = who.passport, who.address, who.work
    return {
        Section.PERSON: {
            "surname": who.surname,
            "given_name": who.given_name,
            "patronymic": who.patronymic or "",
            "no_patronymic": "" if who.patronymic else "on",
            "birth_date": f"{who.birth_date:%d.%m.%Y}",
            "sex": who.sex,
        },
        Section.CONTACTS: {"phone": who.phone, "email": who.email},
        Section.NUMBERS: {"snils": who.snils, "inn": who.inn},
        Section.PASSPORT: {
            "passport_series": paper.series,
            "passport_number": paper.number,
            "passport_issued_on": f"{paper.issued_on:%d.%m.%Y}",
            "passport_issuer": paper.issuer,
            "passport_division_code": paper.division_code,
            "passport_mrz": "\n".join(who.mrz),
        },
        Section.ADDRESS: {
            "postal_index": home.postal_index,
            "region": home.region,
            "city": home.city,
            "street": home.street,
            "house": home.house,
            "flat": home.flat,
        },
        Section.WORK: {
            "licence_number": work.licence_number or "",
            "employer_ogrn": work.employer_ogrn or "",
            "position": work.position,
            "speciality": work.speciality,
        },
        Section.PASSWORD: {"password": PASSWORD, "password_again": PASSWORD},
    }


@dataclass
class Applicant:
    """One person with one browser."""

    who: Invented
    address: str = HOME
    token: str = field(default="", repr=False)
    id: UUID = field(init=False)

    def begin(self) -> "Applicant":
        ticket = service.begin(Actor(Role.VISITOR, address=self.address), agreed=True, locale="ru")
        return self.come_in(ticket.code)

    def come_in(self, code: str) -> "Applicant":
        self.token = accounts.redeem(code, FIREFOX, self.address).token
        self.id = self.actor.must_be_known()
        return self

    @property
    def actor(self) -> Actor:
        actor = accounts.resolve(self.token, self.address)
        assert actor is not None, "the session is over"
        return actor

    def hand_in(self, section: Section, **changes: str) -> HandedIn:
        return service.hand_in(self.actor, section, {**answers_of(self.who)[section], **changes})

    def confirm_contacts(self) -> "Applicant":
        service.send_code(self.actor)
        assert service.confirm_phone(self.actor, self.newest(r"\b(\d{6})\b", "sms")).ok
        service.send_link(self.actor)
        assert service.use_link(self.actor, self.newest(r"/confirm/email#(\S+)", "email")).ok
        return self

    def newest(self, pattern: str, channel: str) -> str:
        """What the newest letter to this person holds."""
        jobs.work_off()
        to = self.who.phone if channel == "sms" else self.who.email
        letters = [one for one in notifications.demonstration_outbox() if str(one.channel) == channel and one.to == to]
        found = next(hit for one in letters if (hit := re.search(pattern, one.body)))
        return found[1]

    def up_to_numbers(self) -> "Applicant":
        """Begun, named, with both contacts confirmed."""
        self.begin()
        for section in (Section.PERSON, Section.CONTACTS):
            assert self.hand_in(section).problems == ()
        return self.confirm_contacts()

    def ready(self) -> "Applicant":
        """Everything answered, nothing submitted."""
        self.up_to_numbers()
        for section in (Section.NUMBERS, Section.PASSPORT, Section.ADDRESS, Section.WORK, Section.PASSWORD):
            assert self.hand_in(section).problems == (), section
        return self

    def submit(self) -> Submitted:
        return service.submit(self.actor)

    def registered(self) -> "Applicant":
        """A doctor, come in, with every register asked."""
        outcome = self.ready().submit()
        assert outcome.ticket is not None
        jobs.work_off()
        return self.come_in(outcome.ticket.code)
