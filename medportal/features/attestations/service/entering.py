"""Own events through their form, and the sheet of any event."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medportal.features.attestations import texts
from medportal.features.attestations.models import ReminderLetter
from medportal.features.attestations.rules import answers
from medportal.features.attestations.schemas.calendar import OwnEvent
from medportal.features.attestations.schemas.entry import EventStory, Given
from medportal.features.attestations.service import own
from medportal.features.attestations.service.facts import shown_move
from medportal.features.attestations.store import events, reminders
from medportal.features.attestations.store import rules as book
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.kinds import KINDS
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import LetterSeen
from medportal.infra.db import UnitOfWork, reading
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import InvalidError, NotFoundError
from medportal.kernel.problem import Problem
from medportal.kernel.text import Text

MOST_GIVEN = 12


def today_of(actor: Actor) -> date:
    """The civil date where the person is.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    with reading() as uow:
        return clock.today(ZoneInfo(reminders.choices(uow, actor.must_be_known()).zone))


def save_event(actor: Actor, values: Mapping[str, str], event_id: UUID | None, occurrence: date | None) -> UUID:
    """Enter an own event, or change one, or one occurrence of it, by the answers of its form; its id.

    Raises:
        InvalidError: something does not fit; the problems name the fields of the form.
        NotFoundError: there is no such event.
        ForbiddenError: the portal reckons this date.
        ConflictError: the calendar is full.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        zone = reminders.choices(uow, account_id).zone
        row = events.find(uow, account_id, event_id) if event_id else None
    before = own.form_of(row) if row is not None and row.rrule else None
    event, found = answers.read(values, before.zone if before else zone)
    if event is None:
        raise InvalidError(found[0].text, found)
    if event.document_id is not None:
        with reading() as uow:
            _must_be_there(uow, account_id, event.document_id)
    if event_id is None:
        return own.create_event(actor, event)
    return own.edit_event(actor, event_id, _kept_rule(event, before, values), occurrence=occurrence)


def event_answers(actor: Actor, event_id: UUID, occurrence: date | None = None) -> dict[str, str]:
    """An own event as its form takes it; of a series one occurrence, if it is named.

    Raises:
        NotFoundError: there is no such event.
        ForbiddenError: the portal reckons this date.
    """
    event = own.event_form(actor, event_id)
    if occurrence is not None and event.repeat:
        length = event.ends - event.starts
        starts = datetime.combine(occurrence, event.starts.time())
        event = replace(event, repeat="", starts=starts, ends=starts + length)
    return answers.written(event)


def event_story(actor: Actor, event_id: UUID) -> EventStory:
    """What happened to an event.

    Raises:
        NotFoundError: there is no such event, or not for this person.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        row = events.find(uow, account_id, event_id)
        if row is None:
            raise NotFoundError(texts.NO_EVENT)
        names = {rule.key: rule for rule in book.versions(uow)}
        moved = [shown_move(one, names, events.topic_of(row)) for one in events.moves_of(uow, account_id, row.key)]
        plan = reminders.plan(uow, event_id)
        given = reminders.letters_of_event(uow, account_id, event_id, MOST_GIVEN)
        seen = notifications.letters_of(uow, account_id, [one.letter_key for one in given if one.letter_key])
        today = clock.today() - timedelta(days=1)
        snoozed = plan.snoozed_until if plan and plan.snoozed_until and plan.snoozed_until > today else None
        return EventStory(
            row.done_at is not None,
            snoozed,
            tuple(move for move in moved if move is not None),
            tuple(given_of(one, seen) for one in given),
        )


def given_of(row: ReminderLetter, seen: Mapping[str, tuple[LetterSeen, ...]]) -> Given:
    """A reminder as it is shown, with what the outbox says of its letters."""
    return Given(row.created_at, row.due_on, row.rung, seen.get(row.letter_key or "", ()), row.post_at)


def own_documents(actor: Actor) -> tuple[tuple[UUID, Text], ...]:
    """The documents that a person may lay to an event: ids, and kinds with the day they were added."""
    account_id = actor.must_be_known()
    with reading() as uow:
        found = documents.documents_of(uow, account_id)
    return tuple(
        (one.document_id, texts.DOCUMENT_OF.fill(kind=KINDS[one.kind].title, day=f"{one.created_at:%d.%m.%Y}"))
        for one in found[:100]
    )


def _must_be_there(uow: UnitOfWork, account_id: UUID, document_id: UUID) -> None:
    if documents.find_document(uow, account_id, document_id) is None:
        raise InvalidError(texts.DOCUMENT_GONE, [Problem("document", "document_gone", texts.DOCUMENT_GONE)])


def _kept_rule(event: OwnEvent, before: OwnEvent | None, values: Mapping[str, str]) -> OwnEvent:
    """A rule that the form cannot say in full (from an imported calendar) stays when nothing of it was changed."""
    if before is None or event.starts.date() != before.starts.date():
        return event
    was = answers.written(before)
    same = all((values.get(name) or "") == (was.get(name) or "") for name in answers.REPETITION)
    return replace(event, repeat=before.repeat) if same else event
