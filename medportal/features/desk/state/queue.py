"""The queues as the browser sees them."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import reflex as rx

from medportal.features.desk import texts
from medportal.features.desk.service.subjects import title_of
from medportal.features.desk.state.asked import DESK, address, wanted
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import CaseQueue, CaseRow, Limit, Shelf, Wanted
from medportal.kernel.clock import MOSCOW
from medportal.kernel.text import Text
from medportal.ui.handling import NOTHING, call
from medportal.ui.session import actor_of, allow

_PAGE = 50
_TONES = {Limit.IN_TIME: "plain", Limit.NEAR: "warn", Limit.BREACHED: "danger"}


@dataclass
class Choice:
    """One way to filter: a link with its count."""

    key: str
    text: dict[str, str]
    href: str
    current: bool
    total: int
    near: int
    breached: int


@dataclass
class Line:
    """One case in a queue."""

    id: str
    title: dict[str, str]
    href: str
    opened: str
    due: str
    left: dict[str, str]
    limit: dict[str, str]
    tone: str
    state: dict[str, str]
    holder: dict[str, str]
    failed: int
    appeal: bool
    own: bool


class QueueState(rx.State):
    """Counts and lines of one queue."""

    loaded: bool = False
    shelves: rx.Field[list[Choice]] = rx.field(default_factory=list)
    sorts: rx.Field[list[Choice]] = rx.field(default_factory=list)
    limits: rx.Field[list[Choice]] = rx.field(default_factory=list)
    orders: rx.Field[list[Choice]] = rx.field(default_factory=list)
    lines: rx.Field[list[Line]] = rx.field(default_factory=list)
    total: int = 0
    filtered: bool = False
    more: str = ""
    first: str = ""

    @rx.event
    @allow(*DESK)
    async def open(self) -> None:
        """The page was opened, or another filter chosen."""
        await self.refresh()

    @rx.event
    @allow(*DESK)
    async def refresh(self) -> None:
        """Look at the queue again."""
        query = self.router.url.query_parameters
        asked, offset = wanted(query), _offset(str(query.get("from", "")))
        actor = await actor_of(self)
        found = await call(reviews.queue, actor, asked, offset, _PAGE)
        self._show(asked, found)
        self.more = address("/desk", asked, **{"from": str(offset + _PAGE)}) if found.total > offset + _PAGE else ""
        following = await call(reviews.next_case, actor, asked) if asked.shelf in (Shelf.OPEN, Shelf.MINE) else None
        self.first = address("/desk/case", asked, id=str(following)) if following else ""

    @rx.event
    @allow(*DESK)
    def start(self) -> Any:
        """Open the first case that may be decided."""
        return rx.redirect(self.first) if self.first else None

    def _show(self, asked: Wanted, found: CaseQueue) -> None:
        self.loaded, self.total = True, found.total
        self.filtered = replace(asked, oldest=False) != Wanted(asked.shelf)
        self.shelves = [
            _choice(shelf, texts.SHELVES[shelf], Wanted(shelf), total=found.shelves[shelf], chosen=shelf is asked.shelf)
            for shelf in Shelf
        ]
        sorts = found.sorts
        every = Wanted(asked.shelf, limit=asked.limit, oldest=asked.oldest)
        self.sorts = [
            _choice("all", texts.ALL_SORTS, every, total=sum(s.total for s in sorts), chosen=not asked.subject)
        ]
        self.sorts += [
            replace(
                _choice(
                    f"{sort.subject}/{sort.kind}",
                    title_of(sort.subject, sort.kind),
                    replace(every, subject=sort.subject, kind=sort.kind),
                    total=sort.total,
                    chosen=(sort.subject, sort.kind) == (asked.subject, asked.kind),
                ),
                near=sort.near,
                breached=sort.breached,
            )
            for sort in sorts
        ]
        counts = {Limit.NEAR: sum(s.near for s in sorts), Limit.BREACHED: sum(s.breached for s in sorts)}
        self.limits = [_choice("any", texts.ANY_LIMIT, replace(asked, limit=None), total=-1, chosen=not asked.limit)]
        self.limits += [
            _choice(one, texts.LIMITS[one], replace(asked, limit=one), total=total, chosen=asked.limit is one)
            for one, total in counts.items()
        ]
        self.orders = [
            _choice(name, texts.ORDERS[name], replace(asked, oldest=name == "age"), total=-1, chosen=chosen)
            for name, chosen in (("limit", not asked.oldest), ("age", asked.oldest))
        ]
        self.lines = [_line(row, asked) for row in found.rows]


def _choice(key: str, text: Text, asked: Wanted, *, total: int, chosen: bool) -> Choice:
    return Choice(str(key), text.pair(), address("/desk", asked), chosen, total, 0, 0)


def _line(row: CaseRow, asked: Wanted) -> Line:
    decided = row.outcome is not None
    return Line(
        id=str(row.id),
        title=title_of(row.subject, row.kind).pair(),
        href="" if row.own else address("/desk/case", asked, id=str(row.id)),
        opened=moment(row.opened_at),
        due=moment(row.deadline or row.due_at),
        left=NOTHING if decided else days_left(row).pair(),
        limit=texts.OUTCOMES[row.outcome].pair() if row.outcome else texts.LIMITS[row.limit].pair(),
        tone=("ok" if row.outcome == "confirmed" else "danger") if row.outcome else _TONES[row.limit],
        state=texts.STATES[row.state].pair(),
        holder=_holder(row).pair(),
        failed=row.failed,
        appeal=row.appeal,
        own=row.own,
    )


def _holder(row: CaseRow) -> Text:
    return texts.NOBODY if row.assignee_id is None else texts.YOU if row.mine else texts.COLLEAGUE


def days_left(row: CaseRow) -> Text:
    """«осталось: 2 рабочих дня»."""
    if row.limit is Limit.BREACHED:
        return texts.OVERDUE.fill(days=texts.WORKING_DAYS.of(max(-row.working_days_left, 0)))
    if row.working_days_left == 0:
        return texts.TODAY
    return texts.LEFT.fill(days=texts.WORKING_DAYS.of(row.working_days_left))


def moment(at: datetime) -> str:
    """ДД.ММ.ГГГГ ЧЧ:ММ in Moscow."""
    return f"{at.astimezone(MOSCOW):%d.%m.%Y %H:%M}"


def _offset(told: str) -> int:
    return min(int(told), 100_000) if told.isascii() and told.isdigit() and len(told) < 7 else 0
