"""The bell: what a person was told, and what he has read. The database is the truth; a nudge only tells to look."""

import json
from uuid import UUID
from zoneinfo import ZoneInfo

from medportal.features.attestations.models import BellNotice
from medportal.features.attestations.rules import ladder, wording
from medportal.features.attestations.schemas.kinds import Origin
from medportal.features.attestations.schemas.planning import Rule
from medportal.features.attestations.schemas.reminders import Bell, Choices, NoticeKind, NoticeView
from medportal.features.attestations.service import ladders
from medportal.features.attestations.service.planning import stored_event
from medportal.features.attestations.store import events, reminders
from medportal.features.attestations.store import rules as book
from medportal.features.attestations.texts import letters
from medportal.infra import audit, nudges
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import InvalidError
from medportal.kernel.text import Text

PAGE = 30


def unread(actor: Actor) -> int:
    """How many lines under the bell were not read.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    with reading() as uow:
        return reminders.unread(uow, actor.must_be_known())


def bell(actor: Actor, before: UUID | None = None, limit: int = PAGE) -> Bell:
    """The lines under the bell, newest first, older than one of them if it is named.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        names = {(rule.key, rule.version): rule for rule in book.versions(uow)}
        chosen = reminders.choices(uow, account_id)
        rows = reminders.notices(uow, account_id, before, min(limit, 100))
        return Bell(reminders.unread(uow, account_id), tuple(_shown(uow, row, names, chosen) for row in rows))


def read_notice(actor: Actor, notice_id: UUID) -> None:
    """Mark one line as read; another's, or one read already, is left alone."""
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        if reminders.read(uow, account_id, notice_id):
            nudges.nudge(uow, account_id)


def read_all(actor: Actor) -> None:
    """Mark every line as read."""
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        if reminders.read(uow, account_id):
            nudges.nudge(uow, account_id)


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


def _shown(uow: UnitOfWork, row: BellNotice, names: dict[tuple[str, int], Rule], chosen: Choices) -> NoticeView:
    kind = NoticeKind(row.kind)
    title, body = letters.MOVED, letters.MOVED_BODY
    if kind is NoticeKind.MOVED:
        body = letters.MOVED_BODY.fill(dates=letters.DATES.of(json.loads(row.facts)["count"]))
    elif row.due_on is not None:
        title = _title(uow, row, names)
        body = wording.when(row.due_on, clock.today(ZoneInfo(chosen.zone)))
    return NoticeView(row.id, kind, title, body, row.event_id, row.created_at, row.read_at is not None)


def _title(uow: UnitOfWork, notice: BellNotice, names: dict[tuple[str, int], Rule]) -> Text:
    row = events.find(uow, notice.account_id, notice.event_id) if notice.event_id else None
    if row is None:
        return letters.EVENT_GONE
    planned = stored_event(row, names) if row.origin == Origin.RULE else None
    if planned is not None:
        return planned.title
    own = events.words_of(row).get("title") or "—"
    return Text(ru=own, en=own)
