"""How a person wants to be reminded: read, and changed."""

from medportal.features.attestations.rules import ladder
from medportal.features.attestations.schemas.reminders import Choices
from medportal.features.attestations.service import ladders
from medportal.features.attestations.store import events, reminders
from medportal.infra import audit
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.actor import Actor
from medportal.kernel.errors import InvalidError


def reminder_choices(actor: Actor) -> Choices:
    """How the person wants to be reminded.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    with reading() as uow:
        return reminders.choices(uow, actor.must_be_known())


def choose_reminders(actor: Actor, chosen: Choices) -> None:
    """Keep how the person wants to be reminded, and arrange every reminder ahead by it.

    Raises:
        InvalidError: something does not fit; the problems name the fields of `Choices`.
    """
    account_id = actor.must_be_known()
    if found := ladder.problems(chosen):
        raise InvalidError(found[0].text, found)
    with unit_of_work() as uow:
        reminders.put_choices(uow, account_id, chosen)
        ladders.rearrange(uow, [row for row in events.live(uow, account_id, limit=20_000) if row.cancelled_at is None])
        audit.record(uow, actor, "attestations.reminders_chosen", account_id)
