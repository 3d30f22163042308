"""Staff: added by an administrator, or from the console, and never by themselves."""

from collections.abc import Collection
from uuid import UUID

from medportal.features.accounts import rules, store, texts
from medportal.features.accounts.models import Account
from medportal.features.accounts.schemas import AccountState, StaffInvitation
from medportal.features.accounts.service import recovery
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.infra import audit
from medportal.infra.db import UnitOfWork, unit_of_work
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError
from medportal.kernel.text import Locale


def staff_of(uow: UnitOfWork, roles: Collection[Role]) -> list[UUID]:
    """The accounts of staff who are at work in one of these roles."""
    return store.staff_of(uow, roles)


def add_staff(actor: Actor, email: str, role: Role, locale: Locale = "ru") -> StaffInvitation:
    """Create an account for a member of staff, who signs in by e-mail; the link to set the password is shown once.

    Raises:
        ForbiddenError: the actor is neither an administrator nor the console, or the role is not one of staff.
        InvalidError: the e-mail is no e-mail.
        ConflictError: the e-mail is confirmed for another account.
    """
    if actor.role not in (Role.SYSTEM, Role.ADMINISTRATOR) or role not in rules.STAFF:
        raise ForbiddenError(texts.NOT_ALLOWED)
    with unit_of_work() as uow:
        account = Account(state=AccountState.ACTIVE, role=role, language=locale)
        uow.session.add(account)
        uow.flush()
        notifications.speak(uow, account.id, locale)
        notifications.settle(uow, account.id)
        notifications.put_contact(uow, actor, account.id, Channel.EMAIL, email)
        if not notifications.vouch(uow, actor, account.id, Channel.EMAIL):
            raise ConflictError(texts.CONTACT_IN_USE)
        audit.record(uow, actor, "accounts.staff_added", account.id, role=role)
        return StaffInvitation(account.id, recovery.invite(uow, account.id))
