"""Posts of staff: written once, then carried into the calendars and under the bells of those addressed."""

from datetime import timedelta
from uuid import UUID

from medportal.features.attestations.models import CalendarEvent, CalendarPost
from medportal.features.attestations.rules.planning import EARLIEST, LATEST
from medportal.features.attestations.schemas.kinds import EventKind, Origin
from medportal.features.attestations.schemas.posts import Post, PostKind, PostView
from medportal.features.attestations.service import ladders
from medportal.features.attestations.service.regulations import STAFF
from medportal.features.attestations.store import events, posts
from medportal.features.attestations.texts import posts as texts
from medportal.features.levels import service as levels
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Notice
from medportal.features.profile import service as profile
from medportal.infra import audit, jobs, nudges
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ForbiddenError, InvalidError, NotFoundError
from medportal.kernel.problem import Problem
from medportal.kernel.text import Text

FAN_OUT = "attestations.fan_out"
BATCH, SHOWN = 200, 50
LADDER = (30, 7, 1)
# How long a post without a day of its own is news to whoever comes later.
FRESH = timedelta(days=60)


def publish(actor: Actor, post: Post) -> UUID:
    """Post something; those addressed get it behind the screens. Its id.

    Raises:
        ForbiddenError: the actor is not of the staff that posts.
        InvalidError: something does not fit; the problems name the fields of the form.
    """
    _must_be_staff(actor)
    if found := _problems(post):
        raise InvalidError(found[0].text, found)
    with unit_of_work() as uow:
        row = CalendarPost(
            kind=post.kind, title_ru=post.title.ru, title_en=post.title.en, body_ru=post.body.ru, body_en=post.body.en,
            on_date=post.on_date, region=post.region, speciality=post.speciality, level=post.level,
            created_by=actor.account_id,
        )  # fmt: skip
        uow.session.add(row)
        uow.flush()
        audit.record(uow, actor, "attestations.posted", row.id, kind=post.kind)
        jobs.wake(uow, FAN_OUT, row.id)
        return row.id


def withdraw_post(actor: Actor, post_id: UUID) -> None:
    """Take a post back: its events leave the calendars; what was said under the bell was said.

    Raises:
        ForbiddenError: the actor is not of the staff that posts.
        NotFoundError: there is no such post.
    """
    _must_be_staff(actor)
    with unit_of_work() as uow:
        row = posts.find(uow, post_id, held=True)
        if row is None:
            raise NotFoundError(texts.NO_POST)
        row.withdrawn_at = row.withdrawn_at or clock.now()
        for account_id in posts.take_out(uow, post_id):
            events.touch(uow, account_id)
            nudges.nudge(uow, account_id)
        audit.record(uow, actor, "attestations.post_withdrawn", post_id)


def published(actor: Actor) -> tuple[PostView, ...]:
    """The newest posts, for staff.

    Raises:
        ForbiddenError: the actor is not of the staff that posts.
    """
    _must_be_staff(actor)
    with reading() as uow:
        return tuple(_shown(row) for row in posts.newest(uow, SHOWN))


def fan_out(_actor: Actor, post_id: UUID) -> None:
    """Carry a post to everybody addressed, a batch in each unit; begun again, it goes on where it was."""
    while True:
        with unit_of_work() as uow:
            row = posts.find(uow, post_id, held=True)
            if row is None or row.fanned_at is not None or row.withdrawn_at is not None:
                return
            batch = profile.accounts_at(uow, row.region, row.speciality, row.fanned_to, BATCH)
            for account_id in batch:
                row.reached += _give(uow, row, account_id)
            if batch:
                row.fanned_to = batch[-1]
            else:
                row.fanned_at = clock.now()


def catch_up_posts(uow: UnitOfWork, account_id: UUID) -> None:
    """Give an account the posts it came too late for: it has just registered, or its region, speciality or level is new.

    A post that is still being carried round reaches it by itself; one whose day is past says nothing to anybody.
    """
    work = profile.workplace_of(uow, account_id)
    if work is None:
        return
    for row in posts.current(uow, clock.today(), clock.now() - FRESH, SHOWN):
        here = row.region in {"", work.region} and row.speciality in {"", work.speciality}
        if here and _give(uow, row, account_id):
            posts.count_one(uow, row.id)


def sweep_posts(_actor: Actor) -> None:
    """Tell the engine again about posts that have not reached everybody."""
    with unit_of_work() as uow:
        for post_id in posts.unfinished(uow, clock.now() - timedelta(minutes=2)):
            jobs.wake(uow, FAN_OUT, post_id)


def _give(uow: UnitOfWork, row: CalendarPost, account_id: UUID) -> bool:
    if row.level and levels.standing_of(uow, account_id).level < row.level:
        return False
    key = posts.key_of(row.id)
    notice = Notice(Text(row.title_ru, row.title_en), Text(row.body_ru, row.body_en), "/calendar")
    # The key of the line stands for both: of two at once the second waits, and gives nothing.
    if not notifications.tell(uow, account_id, notice, key=f"calendar.{key}"):
        return False
    if row.on_date is not None and events.by_key(uow, account_id, key) is None:
        kind = EventKind.INSPECTION if row.kind == PostKind.INSPECTION else EventKind.NOTICE
        made = CalendarEvent(
            id=new_id(), account_id=account_id, key=key, kind=kind, origin=Origin.STAFF, starts_at=clock.now(),
            ends_at=clock.now(), due_on=row.on_date, first_on=row.on_date, last_on=row.on_date, ladder=str(list(LADDER)),
        )  # fmt: skip
        events.set_all_day(made, row.on_date)
        words = {"title": row.title_ru, "title_en": row.title_en, "notes": row.body_ru, "notes_en": row.body_en}
        events.seal_words(made, words)
        uow.session.add(made)
        uow.flush()
        ladders.arrange(uow, made, since=clock.now())
        events.touch(uow, account_id)
    return True


def _problems(post: Post) -> tuple[Problem, ...]:
    checks = (
        (not post.title.ru.strip(" —"), "title_ru", "title_missing", texts.TITLE_MISSING),
        (max(len(post.title.ru), len(post.title.en)) > 200, "title_ru", "title_long", texts.TITLE_LONG),
        (not post.body.ru.strip(" —"), "body_ru", "body_missing", texts.BODY_MISSING),
        (max(len(post.body.ru), len(post.body.en)) > 2_000, "body_ru", "body_long", texts.BODY_LONG),
        (
            post.on_date is not None and not EARLIEST <= post.on_date <= LATEST,
            "on_date",
            "date_range",
            texts.DATE_WRONG,
        ),
    )
    return tuple(Problem(field, code, text) for wrong, field, code, text in checks if wrong)


def _shown(row: CalendarPost) -> PostView:
    post = Post(
        PostKind(row.kind), Text(row.title_ru, row.title_en), Text(row.body_ru, row.body_en), row.on_date, row.region,
        row.speciality, row.level,
    )  # fmt: skip
    return PostView(row.id, post, row.created_at, row.reached, row.fanned_at is not None, row.withdrawn_at is not None)


def _must_be_staff(actor: Actor) -> None:
    if actor.role not in STAFF:
        raise ForbiddenError(texts.STAFF_ONLY)
