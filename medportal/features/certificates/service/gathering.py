"""What a certificate would say of an account today, gathered from the slices that keep it."""

from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from medportal.features.certificates import rules
from medportal.features.certificates.schemas import Basis, Contents
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.levels import service as levels
from medportal.features.profile import service as profile
from medportal.features.qualification import service as qualification
from medportal.features.qualification.schemas import RecordType
from medportal.features.verification import service as verification
from medportal.infra import vault
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock
from medportal.settings import settings

_KINDS = {KindKey.ACCREDITATION: Basis.ACCREDITATION, KindKey.CERTIFICATE: Basis.CERTIFICATE}
_RECORDS = {RecordType.ACCREDITATION: Basis.ACCREDITATION, RecordType.CERTIFICATE: Basis.CERTIFICATE}


@dataclass(frozen=True, slots=True)
class _Basis:
    """The paper that a certificate names."""

    kind: Basis
    until: date
    id: UUID
    number: str = field(default="", repr=False)
    recorded: bool = False


def contents_of(uow: UnitOfWork, account_id: UUID) -> Contents | None:
    """What it would say; None when there is no profile, or no document that admits to practice."""
    basis = _basis(uow, account_id)
    if basis is None or not profile.is_settled(uow, account_id):
        return None
    answers, today = profile.answers_of(uow, account_id), clock.today()
    person = answers["person"]
    until = rules.valid_until(today, (basis.until, levels.lasts_until(uow, account_id)))
    checks = verification.checks_of(uow, account_id).values()
    return Contents(
        name=" ".join(part for part in (person["surname"], person["given_name"], person["patronymic"]) if part),
        speciality=answers["work"]["speciality"],
        basis=basis.kind,
        basis_number=basis.number,
        basis_until=basis.until,
        verified_on=today,
        valid_until=until,
        demonstration=settings().demonstration or any(one.demonstration for one in checks),
    )


def _basis(uow: UnitOfWork, account_id: UUID) -> _Basis | None:
    """The paper that admits to practice and holds longest: a record that was checked, else a scan that was verified."""
    records = [
        _Basis(_RECORDS[one.type], one.expires_on, one.id, recorded=True)
        for one in qualification.records_of(uow, account_id)
        if one.holds and one.type in _RECORDS and one.expires_on
    ]
    scans = [
        _Basis(_KINDS[one.kind], one.expires_on, one.document_id)
        for one in documents.documents_of(uow, account_id)
        if one.holds and one.kind in _KINDS and one.expires_on
    ]
    found = max(records or scans, key=lambda one: (one.until, one.id), default=None)
    if found is None:
        return None
    if found.recorded:
        typed = qualification.answers_about(uow, account_id, found.id)
        return replace(found, number=typed.get("admission_number", ""))
    typed = documents.values_of(uow, account_id, found.id)
    return replace(found, number=" ".join(part for part in (typed.get("series"), typed.get("number")) if part))


def mark_of(contents: Contents) -> str:
    """What tells whether a certificate still says what is so: a fingerprint of everything but its days of issue."""
    parts = (contents.name, contents.speciality, contents.basis, contents.basis_number, str(contents.basis_until))
    return vault.fingerprint("certificate.contents", "\n".join(parts))
