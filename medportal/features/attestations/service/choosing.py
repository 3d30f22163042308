"""How a person wants to be reminded: read, and changed."""

from collections.abc import Mapping
from uuid import UUID

from medportal.features.attestations.rules import choosing, ladder
from medportal.features.attestations.schemas.entry import Given
from medportal.features.attestations.schemas.reminders import Choices, Zone
from medportal.features.attestations.service import ladders
from medportal.features.attestations.service.entering import given_of
from medportal.features.attestations.store import events, reminders
from medportal.features.attestations.texts import parts as words
from medportal.features.notifications import service as notifications
from medportal.infra import audit
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel.actor import Actor
from medportal.kernel.errors import InvalidError
from medportal.kernel.text import Text


def reminder_choices(actor: Actor) -> Choices:
    """How the person wants to be reminded.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    with reading() as uow:
        return reminders.choices(uow, actor.must_be_known())


def zone_of(uow: UnitOfWork, account_id: UUID) -> Zone:
    """By whose clock the person lives; Moscow's until another was chosen."""
    key = reminders.choices(uow, account_id).zone
    return Zone(key, words.ZONES.get(key, Text(ru=key, en=key)))


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


def save_choices(actor: Actor, values: Mapping[str, str]) -> None:
    """Keep how the person wants to be reminded, by the answers of the form.

    Raises:
        InvalidError: something does not fit; the problems name the fields of the form.
    """
    chosen, found = choosing.read(values)
    found = (*found, *ladder.problems(chosen))
    if found:
        raise InvalidError(found[0].text, found)
    choose_reminders(actor, chosen)


def choice_answers(actor: Actor) -> dict[str, str]:
    """How the person wants to be reminded, as the form takes it."""
    return choosing.written(reminder_choices(actor))


def reminders_given(actor: Actor, limit: int = 50) -> tuple[tuple[str, Given], ...]:
    """The reminders given of late and what became of their letters, newest first, each with the kind of its event."""
    account_id = actor.must_be_known()
    with reading() as uow:
        rows = reminders.letters_of_account(uow, account_id, limit)
        seen = notifications.letters_of(uow, account_id, [one.letter_key for one in rows if one.letter_key])
        kinds = {
            event_id: row.kind
            for event_id in {one.event_id for one in rows}
            if (row := events.find(uow, account_id, event_id))
        }
    return tuple(
        (
            kinds.get(one.event_id, "own"),
            given_of(one, seen),
        )
        for one in rows
    )
