"""One account as the tests handle it."""

from typing import Final
from uuid import UUID

from sqlmodel import select

from medportal.features.verification import service
from medportal.features.verification.adapters import Limits
from medportal.features.verification.models import VerificationCheck, VerificationEvidence
from medportal.features.verification.schemas import CheckView, Claim, Kind
from medportal.infra import db, jobs
from medportal.infra.audit import AuditEntry
from medportal.kernel.actor import Actor, Role

QUICK: Final = Limits(budget=20.0, patience=0.05, tries=1, first_wait=0.01, longest_wait=0.02)
SETTLE: Final = "verification_tests.settle"
WOKEN: Final[list[UUID]] = []


@jobs.job(SETTLE)
def settle(account_id: UUID) -> None:
    """Note that an answer was told."""
    WOKEN.append(account_id)


class Desk:
    """Asks about one account and looks at what stands in the database."""

    def __init__(self) -> None:
        self.account_id = db.new_id()
        self.actor = Actor(Role.APPLICANT, account_id=self.account_id)

    def request(self, claim: Claim, then: str | None = SETTLE) -> UUID:
        with db.unit_of_work() as uow:
            return service.request(uow, self.actor, self.account_id, claim, then)

    def check(self, kind: Kind = Kind.SNILS) -> CheckView:
        with db.reading() as uow:
            return service.checks_of(uow, self.account_id)[kind]

    def row(self, check_id: UUID) -> VerificationCheck:
        with db.reading() as uow:
            return uow.session.get_one(VerificationCheck, check_id)

    def evidence(self) -> list[VerificationEvidence]:
        with db.reading() as uow:
            return list(uow.session.exec(select(VerificationEvidence).order_by("id")))

    def deeds(self) -> list[str]:
        with db.reading() as uow:
            return list(uow.session.exec(select(AuditEntry.deed).order_by("seq")))
