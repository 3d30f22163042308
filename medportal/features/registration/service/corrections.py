"""Corrections after the registration: contacts are changed only by who knows the password, and the old ones are told."""

from medportal.features.accounts import service as accounts
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel, Letter, Purpose
from medportal.features.registration import texts
from medportal.features.registration.rules import wizard
from medportal.features.registration.schemas import HandedIn, Section
from medportal.infra import audit
from medportal.infra.db import new_id, unit_of_work
from medportal.kernel.actor import Actor
from medportal.kernel.errors import RefusedError
from medportal.kernel.problem import Problem


def change_contacts(actor: Actor, values: dict[str, str]) -> HandedIn:
    """Change phone or e-mail of a finished registration; a changed contact must be confirmed anew.

    Whoever finds a screen left open must not take the account over by its contacts: the password is asked for, and
    the contacts that were confirmed until now are told first.

    Raises:
        ForbiddenError: nobody is behind the actor.
    """
    account_id = actor.must_be_known()
    clean, problems = wizard.judge(Section.CONTACTS, values, {})
    if problems:
        return HandedIn(problems)
    try:
        accounts.confirm_password(actor, values.get("current_password", ""))
    except RefusedError as refusal:
        return HandedIn((Problem("current_password", "wrong_password", refusal.text),))
    with unit_of_work() as uow:
        letter = Letter(texts.CONTACTS_CHANGED_SUBJECT, texts.CONTACTS_CHANGED, brief=texts.CONTACTS_CHANGED_SMS)
        notifications.post(uow, account_id, letter, purpose=Purpose.SECURITY, key=f"contacts_changed:{new_id()}")
        notifications.put_contact(uow, actor, account_id, Channel.SMS, clean["phone"])
        notifications.put_contact(uow, actor, account_id, Channel.EMAIL, clean["email"])
        audit.record(uow, actor, "registration.contacts_changed", account_id)
    return HandedIn()
