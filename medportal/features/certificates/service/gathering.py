"""What a certificate would say of an account today, gathered from the slices that keep it."""

from uuid import UUID

from medportal.features.certificates import rules
from medportal.features.certificates.schemas import Basis, Contents
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.levels import service as levels
from medportal.features.profile import service as profile
from medportal.features.verification import service as verification
from medportal.infra import vault
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock
from medportal.settings import settings

_BASES = {KindKey.ACCREDITATION: Basis.ACCREDITATION, KindKey.CERTIFICATE: Basis.CERTIFICATE}


def contents_of(uow: UnitOfWork, account_id: UUID) -> Contents | None:
    """What it would say; None when there is no profile, or no document that admits to practice."""
    held = [
        one for one in documents.documents_of(uow, account_id) if one.holds and one.kind in _BASES and one.expires_on
    ]
    if not held or not profile.is_settled(uow, account_id):
        return None
    basis = max(held, key=lambda one: (one.expires_on, one.document_id))
    answers, today = profile.answers_of(uow, account_id), clock.today()
    person = answers["person"]
    until = rules.valid_until(today, (basis.expires_on, levels.lasts_until(uow, account_id)))
    checks = verification.checks_of(uow, account_id).values()
    typed = documents.values_of(uow, account_id, basis.document_id)
    return Contents(
        name=" ".join(part for part in (person["surname"], person["given_name"], person["patronymic"]) if part),
        speciality=answers["work"]["speciality"],
        basis=_BASES[basis.kind],
        basis_number=" ".join(part for part in (typed.get("series"), typed.get("number")) if part),
        basis_until=basis.expires_on or until,
        verified_on=today,
        valid_until=until,
        demonstration=settings().demonstration or any(one.demonstration for one in checks),
    )


def mark_of(contents: Contents) -> str:
    """What tells whether a certificate still says what is so: a fingerprint of everything but its days of issue."""
    parts = (contents.name, contents.speciality, contents.basis, contents.basis_number, str(contents.basis_until))
    return vault.fingerprint("certificate.contents", "\n".join(parts))
