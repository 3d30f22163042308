"""Use cases of the cabinet: it keeps nothing itself, it gathers what the slices below it know."""

from uuid import UUID

from medportal.features.accounts import service as accounts
from medportal.features.cabinet import rules
from medportal.features.cabinet.schemas import CabinetView, Condition, Facets, Standing
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.features.profile import service as profile
from medportal.features.verification import service as verification
from medportal.features.verification.schemas import WAITING, CheckView, Kind, State
from medportal.infra.db import UnitOfWork, reading
from medportal.kernel.actor import Actor

_CHECKS = {
    Kind.SNILS: Condition.SNILS_CHECK,
    Kind.INN: Condition.INN_CHECK,
    Kind.PASSPORT: Condition.PASSPORT_CHECK,
}


def overview(actor: Actor) -> CabinetView:
    """The first page of the cabinet.

    Raises:
        ForbiddenError: nobody is behind the actor.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        checks = verification.checks_of(uow, account_id)
        facets = _facets(uow, account_id, checks)
        contacts = notifications.contacts_of(uow, account_id)
    phone, email = contacts.get(Channel.SMS), contacts.get(Channel.EMAIL)
    return CabinetView(
        standing=rules.standing(facets),
        waiting=facets.waiting,
        checks=tuple(checks[kind] for kind in Kind if kind in checks),
        phone=phone.masked if phone else "",
        phone_confirmed=bool(phone and phone.confirmed),
        email=email.masked if email else "",
        email_confirmed=bool(email and email.confirmed),
    )


def standing_of(uow: UnitOfWork, account_id: UUID) -> Standing:
    """The level of an account at this moment and what the next one asks for."""
    return rules.standing(_facets(uow, account_id, verification.checks_of(uow, account_id)))


def ask_again(actor: Actor, kind: Kind) -> None:
    """Have a register asked once more.

    Raises:
        TooOftenError: too many times today.
        NotFoundError: nothing of this kind was ever asked.
    """
    verification.ask_again(actor, kind)


def _facets(uow: UnitOfWork, account_id: UUID, checks: dict[Kind, CheckView]) -> Facets:
    phone = notifications.is_confirmed(uow, account_id, Channel.SMS)
    email = notifications.is_confirmed(uow, account_id, Channel.EMAIL)
    settled = profile.is_settled(uow, account_id)
    met = {
        Condition.CONSENT: accounts.has_consent(uow, account_id),
        # A profile is settled only when every one of its rules holds.
        Condition.IDENTITY: settled,
        Condition.NUMBERS: settled,
        Condition.PASSPORT: settled,
        Condition.ANY_CONTACT: phone or email,
        Condition.PHONE: phone,
        Condition.BOTH_CONTACTS: phone and email,
        Condition.PASSWORD: accounts.has_password(uow, account_id),
        **{one: kind in checks and checks[kind].state is State.OK for kind, one in _CHECKS.items()},
    }
    waiting = {one for kind, one in _CHECKS.items() if kind in checks and checks[kind].state in WAITING}
    return Facets(frozenset(one for one, holds in met.items() if holds), frozenset(waiting))
