"""One doctor, three of the desk, and a slice that asks."""

from dataclasses import dataclass, field
from typing import Final
from uuid import UUID, uuid4

from sqlmodel import select

from medportal.features.reviews import service
from medportal.features.reviews.schemas import Ask, CaseFile, CaseView, RuleFailure, Subject
from medportal.infra import db, jobs
from medportal.infra.audit import AuditEntry
from medportal.kernel.actor import SYSTEM, Actor, Role
from medportal.kernel.text import Text

SETTLE: Final = "reviews_tests.settle"
WOKEN: Final[list[UUID]] = []
DIFFERS: Final = RuleFailure("NAME_DIFFERS", Text(ru="Имя отличается.", en="The name differs."))


@jobs.job(SETTLE)
def settle(subject_id: UUID) -> None:
    """Note that the asker was told to look."""
    WOKEN.append(subject_id)


def staff(role: Role = Role.VERIFIER) -> Actor:
    return Actor(role, uuid4(), uuid4())


@dataclass
class Desk:
    """Asks, looks and decides as short as tests like it."""

    doctor: Actor = field(default_factory=lambda: Actor(Role.DOCTOR, uuid4(), uuid4()))
    vera: Actor = field(default_factory=staff)
    boris: Actor = field(default_factory=staff)

    def ask(
        self,
        subject: Subject = Subject.DOCUMENT,
        subject_id: UUID | None = None,
        kind: str = "passport",
        **more: object,
    ) -> tuple[UUID, UUID]:
        """A case; its id and that of its subject."""
        about = subject_id or uuid4()
        with db.unit_of_work() as uow:
            asked = Ask(subject, about, self.doctor.account_id, kind, (DIFFERS,), **more)
            return service.request(uow, SYSTEM, asked, then=SETTLE), about

    def seen(self, case_id: UUID, by: Actor | None = None) -> CaseFile:
        return service.open_case(by or self.vera, case_id)

    def version(self, case_id: UUID) -> int:
        return self.seen(case_id).version

    def found(self, subject_id: UUID, subject: Subject = Subject.DOCUMENT) -> CaseView:
        with db.reading() as uow:
            view = service.find(uow, subject, subject_id)
        assert view is not None
        return view


def deeds() -> list[str]:
    with db.reading() as uow:
        return list(uow.session.exec(select(AuditEntry.deed).order_by("seq")))
