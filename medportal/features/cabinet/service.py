"""Use cases of the cabinet: it keeps nothing itself, it gathers what the slices below it know."""

from medportal.features.cabinet.schemas import CabinetView
from medportal.features.levels import service as levels
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.features.verification import service as verification
from medportal.features.verification.schemas import Kind
from medportal.infra.db import reading
from medportal.kernel.actor import Actor


def overview(actor: Actor) -> CabinetView:
    """The first page of the cabinet.

    Raises:
        ForbiddenError: nobody is behind the actor.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        checks = verification.checks_of(uow, account_id)
        way = levels.way_of(uow, account_id)
        contacts = notifications.contacts_of(uow, account_id)
    phone, email = contacts.get(Channel.SMS), contacts.get(Channel.EMAIL)
    return CabinetView(
        way=way,
        checks=tuple(checks[kind] for kind in Kind if kind in checks),
        phone=phone.masked if phone else "",
        phone_confirmed=bool(phone and phone.confirmed),
        email=email.masked if email else "",
        email_confirmed=bool(email and email.confirmed),
    )


def ask_again(actor: Actor, kind: Kind) -> None:
    """Have a register asked once more.

    Raises:
        TooOftenError: too many times today.
        NotFoundError: nothing of this kind was ever asked.
    """
    verification.ask_again(actor, kind)
