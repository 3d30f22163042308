"""What is true of an account, gathered from the slices that keep it, each asked for its own."""

from datetime import date
from uuid import UUID

from medportal.features.accounts import service as accounts
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.documents import WORKING, DocumentFact, DocumentState
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.levels.schemas import Condition, Facets
from medportal.features.levels.service import proofs
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.features.profile import service as profile
from medportal.features.qualification import service as qualification
from medportal.features.qualification.schemas import ASKED, Pack, Slot, SlotState
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
# Which part of the qualification pack stands for a condition.
SLOTS = {
    Condition.POLICY_CHECK: Slot.POLICY,
    Condition.EDUCATION: Slot.DIPLOMA,
    Condition.QUALIFICATION: Slot.ADMISSION,
}


def facets_of(uow: UnitOfWork, account_id: UUID) -> Facets:
    """Every facet of an account at this moment."""
    phone = notifications.is_confirmed(uow, account_id, Channel.SMS)
    email = notifications.is_confirmed(uow, account_id, Channel.EMAIL)
    settled = profile.is_settled(uow, account_id)
    checks = verification.checks_of(uow, account_id)
    scans = documents.documents_of(uow, account_id)
    pack = qualification.pack_of(uow, account_id)
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
        Condition.IDENTITY_PROOF: proofs.proof_of(uow, account_id) is not None,
        Condition.PACK: pack.complete,
        **{one: kind in checks and checks[kind].state is State.OK for kind, one in CHECKS.items()},
        **{one: any(scan.holds for scan in _of(scans, one)) for one in SCANS},
    }
    # An admission is proven by its scan or by its register; policy and diploma by their records alone.
    met |= {one: met.get(one, False) or _slot(pack, slot) is SlotState.MET for one, slot in SLOTS.items()}
    working = {one for kind, one in CHECKS.items() if kind in checks and checks[kind].state in WAITING}
    working |= {one for one in SCANS if any(scan.state in WORKING for scan in _of(scans, one))}
    working |= {one for one, slot in SLOTS.items() if _slot(pack, slot) is SlotState.WAITING}
    desk = {one for one in SCANS if any(scan.state is DocumentState.IN_REVIEW for scan in _of(scans, one))}
    return Facets(frozenset(one for one, holds in met.items() if holds), frozenset(working), frozenset(desk))


def ends_of_scans(uow: UnitOfWork, account_id: UUID) -> list[date | None]:
    """By condition that documents or records meet: the last day of the one that holds longest; None where it has no end."""
    scans = documents.documents_of(uow, account_id)
    found = {one: [scan.expires_on for scan in _of(scans, one) if scan.holds] for one in SCANS}
    records = qualification.records_of(uow, account_id)
    for condition, slot in SLOTS.items():
        holding = [one.expires_on for one in records if one.holds and one.type in ASKED[slot]]
        found[condition] = [*found.get(condition, []), *holding]
    return [None if None in ends else max(end for end in ends if end) for ends in found.values() if ends]


def _of(scans: tuple[DocumentFact, ...], condition: Condition) -> list[DocumentFact]:
    return [scan for scan in scans if scan.kind in SCANS[condition]]


def _slot(pack: Pack, slot: Slot) -> SlotState:
    return next(one.state for one in pack.slots if one.slot is slot)


def _in_force(uow: UnitOfWork, account_id: UUID) -> bool:
    until = profile.passport_valid_until(uow, account_id)
    return until is None or until >= clock.today()
