"""Proving the contacts: a code by SMS, a link by e-mail."""

from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import CodeVerdict, LinkVerdict, Sent
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import Actor


def send_code(actor: Actor) -> Sent:
    """Send a code to the phone.

    Raises:
        TooOftenError: within a minute of the last one, or too many within an hour.
        NotFoundError: no phone was given yet.
        ForbiddenError: nobody is behind the actor.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        return notifications.send_code(uow, actor, account_id)


def confirm_phone(actor: Actor, code: str) -> CodeVerdict:
    """Judge a typed code; five attempts for one code, ten minutes (rules §2.3).

    Raises:
        ForbiddenError: nobody is behind the actor.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        return notifications.check_code(uow, account_id, code)


def send_link(actor: Actor) -> Sent:
    """Send a link to the e-mail address.

    Raises:
        TooOftenError: within a minute of the last one, or too many within an hour.
        NotFoundError: no address was given yet.
        ForbiddenError: nobody is behind the actor.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        return notifications.send_link(uow, actor, account_id)


def use_link(actor: Actor, token: str) -> LinkVerdict:
    """Judge the token of a link; whoever holds it has read the letter, so no session is asked for."""
    return notifications.use_link(actor, token)
