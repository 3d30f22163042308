"""What is true of an account, gathered from the slices that keep it, each asked for its own."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from medportal.features.accounts import service as accounts
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.documents import WORKING, DocumentState
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.levels.schemas import Condition, Facets
from medportal.features.levels.service import identity, proofs
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.features.profile import service as profile
from medportal.features.qualification import service as qualification
from medportal.features.qualification.schemas import RecordState, RecordType, SlotState
from medportal.features.verification import service as verification
from medportal.features.verification.schemas import WAITING, Kind, State
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock

CHECKS = {
    Kind.SNILS: Condition.SNILS_CHECK,
    Kind.INN: Condition.INN_CHECK,
    Kind.PASSPORT: Condition.PASSPORT_CHECK,
}
# Which documents, once they hold, meet a condition; either a certificate or an accreditation will do (ruling 10).
_ADMISSIONS = frozenset({KindKey.CERTIFICATE, KindKey.ACCREDITATION})
SCANS = {
    Condition.PASSPORT_SCAN: frozenset({KindKey.PASSPORT}),
    Condition.QUALIFICATION_SCAN: _ADMISSIONS | {KindKey.DIPLOMA, KindKey.RESIDENCY, KindKey.INTERNSHIP},
    Condition.QUALIFICATION: _ADMISSIONS,
}

# Which records do: what a register or the desk has confirmed and what is in force.
RECORDS = {
    Condition.POLICY_CHECK: frozenset({RecordType.POLICY}),
    Condition.QUALIFICATION: frozenset({RecordType.CERTIFICATE, RecordType.ACCREDITATION}),
    Condition.EDUCATION: frozenset({RecordType.DIPLOMA}),
}
GROUNDED = frozenset({*SCANS, *RECORDS})


@dataclass(frozen=True, slots=True)
class Ground:
    """A scan or a record that meets a condition, or may come to: in whose hands it is, and until when it holds."""

    condition: Condition
    holds: bool
    working: bool
    desk: bool
    until: date | None


def facets_of(uow: UnitOfWork, account_id: UUID) -> Facets:
    """Every facet of an account at this moment."""
    phone = notifications.is_confirmed(uow, account_id, Channel.SMS)
    email = notifications.is_confirmed(uow, account_id, Channel.EMAIL)
    settled = profile.is_settled(uow, account_id)
    checks = verification.checks_of(uow, account_id)
    standing, pack = grounds(uow, account_id), qualification.pack_of(uow, account_id)
    met = {
        Condition.CONSENT: accounts.has_consent(uow, account_id),
        # A profile is settled only when every one of its rules holds.
        Condition.IDENTITY: settled,
        Condition.NUMBERS: settled,
        Condition.PASSPORT: settled and _in_force(uow, account_id),
        Condition.ANY_CONTACT: phone or email,
        Condition.PHONE: phone,
        Condition.BOTH_CONTACTS: phone and email,
        Condition.PASSWORD: accounts.has_password(uow, account_id),
        Condition.IDENTITY_PROOF: proofs.counts(uow, account_id),
        **{one: kind in checks and checks[kind].state is State.OK for kind, one in CHECKS.items()},
        **{one: any(ground.holds for ground in standing if ground.condition is one) for one in GROUNDED},
        Condition.PACK: pack.complete,
    }
    working = {one for kind, one in CHECKS.items() if kind in checks and checks[kind].state in WAITING}
    working |= {ground.condition for ground in standing if ground.working}
    if any(slot.state is SlotState.WAITING for slot in pack.slots):
        working.add(Condition.PACK)
    desk = {ground.condition for ground in standing if ground.desk}
    if identity.is_looked_at(uow, account_id):
        desk.add(Condition.IDENTITY_PROOF)
    return Facets(frozenset(one for one, holds in met.items() if holds), frozenset(working), frozenset(desk))


def lasting(uow: UnitOfWork, account_id: UUID) -> list[date | None]:
    """By condition that papers meet: the last day of the one that holds longest; None where it has no end."""
    standing = [ground for ground in grounds(uow, account_id) if ground.holds]
    found = [
        [ground.until for ground in standing if ground.condition is one] for one in GROUNDED - {Condition.EDUCATION}
    ]
    return [None if None in ends else max(end for end in ends if end) for ends in found if ends]


def grounds(uow: UnitOfWork, account_id: UUID) -> list[Ground]:
    """What scans and records say to each condition that they may meet."""
    scans = [
        Ground(one, scan.holds, scan.state in WORKING, scan.state is DocumentState.IN_REVIEW, scan.expires_on)
        for scan in documents.documents_of(uow, account_id)
        for one, kinds in SCANS.items()
        if scan.kind in kinds
    ]
    records = [
        Ground(
            one,
            record.holds,
            record.state is RecordState.CHECKING,
            record.state is RecordState.IN_REVIEW,
            record.expires_on,
        )
        for record in qualification.records_of(uow, account_id)
        for one, types in RECORDS.items()
        if record.type in types
    ]
    return [*scans, *records]


def _in_force(uow: UnitOfWork, account_id: UUID) -> bool:
    until = profile.passport_valid_until(uow, account_id)
    return until is None or until >= clock.today()
