"""Goals, the norm of the post, and colleagues."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

import reflex as rx
from pydantic import StringConstraints

from medportal.features.analytics import service
from medportal.features.analytics.rules import aims as rules
from medportal.features.analytics.rules.charts import numbers
from medportal.features.analytics.rules.metrics.figures import DEFINITIONS
from medportal.features.analytics.schemas.figures import Tile
from medportal.features.analytics.schemas.standing import Aims, Cell, Comparison
from medportal.features.analytics.state import rows
from medportal.features.analytics.texts import goals as texts
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import RefusedError
from medportal.kernel.text import Text
from medportal.ui.handling import NOTHING, call, listed, told
from medportal.ui.incoming import Incoming, read
from medportal.ui.session import actor_of, allow

_Name = Annotated[str, StringConstraints(max_length=40)]
_Written = Annotated[str, StringConstraints(max_length=40)]
Pair = dict[str, str]


class _Sent(Incoming):
    values: dict[_Name, _Written]


class _Switch(Incoming):
    wanted: bool


class GoalsState(rx.State):
    """What the page shows; what is typed comes and goes by plain HTTP and events, and does not stay here."""

    loaded: bool = False
    has_data: bool = False
    period: rx.Field[Pair] = rx.field(default_factory=lambda: dict(NOTHING))
    goals: rx.Field[list[rows.GoalRow]] = rx.field(default_factory=list)
    listed_norm: rx.Field[Pair] = rx.field(default_factory=lambda: dict(NOTHING))
    planned: rx.Field[Pair] = rx.field(default_factory=lambda: dict(NOTHING))
    takes_part: bool = False
    who: rx.Field[Pair] = rx.field(default_factory=lambda: dict(NOTHING))
    cells: rx.Field[list[rows.CellRow]] = rx.field(default_factory=list)
    hidden: rx.Field[Pair] = rx.field(default_factory=lambda: dict(NOTHING))
    message: rx.Field[Pair] = rx.field(default_factory=lambda: dict(NOTHING))
    refusal: rx.Field[Pair] = rx.field(default_factory=lambda: dict(NOTHING))
    goal_problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    goal_attempt: int = 0
    norm_problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    norm_attempt: int = 0

    @rx.event
    @allow(Role.DOCTOR)
    async def open(self) -> None:
        """The page was opened."""
        self._say(None)
        self.goal_problems, self.norm_problems = [], []
        await self._load()

    @rx.event
    @allow(Role.DOCTOR)
    async def keep_goals(self, event: dict[str, Any]) -> None:
        """Goals were written."""
        given = read(_Sent, event)
        if given is not None:
            self.goal_problems = await self._keep(service.put_goals, given.values, texts.GOALS_KEPT)
            self.goal_attempt += 1

    @rx.event
    @allow(Role.DOCTOR)
    async def keep_norm(self, event: dict[str, Any]) -> None:
        """The norm was written."""
        given = read(_Sent, event)
        if given is not None:
            self.norm_problems = await self._keep(service.put_written_norm, given.values, texts.NORM_KEPT)
            self.norm_attempt += 1

    @rx.event
    @allow(Role.DOCTOR)
    async def take_part(self, event: dict[str, Any]) -> None:
        """The comparison was switched on or off."""
        given = read(_Switch, event)
        if given is None:
            return
        try:
            await call(service.take_part, await actor_of(self), given.wanted)
        except RefusedError as refusal:
            self.message, self.refusal = dict(NOTHING), told(refusal)
            return
        self._say(texts.SWITCHED_ON if given.wanted else texts.SWITCHED_OFF)
        await self._load()

    async def _keep(
        self, put: Callable[[Actor, Mapping[str, str]], None], values: Mapping[str, str], kept: Text
    ) -> list[dict[str, Any]]:
        self._say(None)
        try:
            await call(put, await actor_of(self), values)
        except RefusedError as refusal:
            if not refusal.problems:
                self.refusal = told(refusal)
            return listed(refusal.problems)
        self._say(kept)
        await self._load()
        return []

    def _say(self, words: Text | None) -> None:
        self.message, self.refusal = words.pair() if words else dict(NOTHING), dict(NOTHING)

    async def _load(self) -> None:
        found: Aims = await call(service.aims, await actor_of(self))
        norm, comparison = found.norm, found.comparison
        self.has_data = found.has_data
        self.period = texts.PERIOD.fill(period=numbers.period(found.period)).pair()
        self.goals = [_goal(one) for one in found.tiles]
        self.listed_norm = dict(NOTHING)
        if norm.listed_minutes is not None:
            minutes = numbers.decimal(norm.listed_minutes, 0)
            order = Text(ru=norm.listed_order, en=norm.listed_order.replace("н", "n"))
            self.listed_norm = texts.LISTED.fill(minutes=minutes, order=order).pair()
        self.planned = dict(NOTHING)
        if found.planned is not None:
            self.planned = texts.PLANNED.fill(visits=numbers.decimal(found.planned, 1)).pair()
        self.takes_part = comparison.takes_part
        self.who, self.hidden = _who(comparison), _hidden(comparison)
        self.cells = [_cell(one) for one in comparison.cells]
        self.loaded = True


def _goal(tile: Tile) -> rows.GoalRow:
    words = texts.OF_LIMIT if tile.metric in rules.LESS_IS_BETTER else texts.OF_GOAL
    value, goal = numbers.shown(tile.value, tile.unit), numbers.shown(tile.goal, tile.unit)
    way = texts.UNKNOWN
    if tile.progress is not None:
        # 99.96 % of the way is not there yet.
        share = numbers.per_cent(min(tile.progress, 0.999))
        way = texts.REACHED if tile.progress >= 1 else texts.NOT_YET.fill(share=share)
    return rows.GoalRow(
        key=tile.metric.value,
        title=tile.title.pair(),
        said=words.fill(value=value, goal=goal).pair(),
        way=way.pair(),
        progress=round(min(max(tile.progress or 0.0, 0.0), 1.0) * 100, 1),
    )


def _who(comparison: Comparison) -> Pair:
    if not comparison.takes_part:
        return dict(NOTHING)
    doctors = texts.DOCTORS.of(comparison.doctors)
    return texts.WHO.fill(speciality=comparison.speciality, region=comparison.region, doctors=doctors).pair()


def _hidden(comparison: Comparison) -> Pair:
    titles = [DEFINITIONS[one].title for one in comparison.hidden]
    if not titles:
        return dict(NOTHING)
    row = Text(ru=", ".join(one.ru for one in titles), en=", ".join(one.en for one in titles))
    return texts.TOO_FEW.fill(titles=row).pair()


def _cell(cell: Cell) -> rows.CellRow:
    unit = cell.definition.unit
    # Places, not lengths, are read off this scale, so it need not begin at nothing.
    own = cell.middle if cell.own is None else cell.own
    least, most = min(cell.low, own), max(cell.high, own)
    margin = (most - least) * 0.3 or 1.0
    begin, length = least - margin, most - least + 2 * margin

    def at(value: float) -> str:
        return f"{(value - begin) / length * 100:.1f}%"

    half = texts.HALF.fill(low=numbers.shown(cell.low, unit), high=numbers.shown(cell.high, unit))
    return rows.CellRow(
        key=cell.definition.metric.value,
        title=cell.definition.title.pair(),
        own=numbers.shown(cell.own, unit).pair(),
        middle=texts.MIDDLE.fill(middle=numbers.shown(cell.middle, unit)).pair(),
        half=half.pair(),
        behind=texts.BEHIND.fill(doctors=texts.DOCTORS.of(cell.doctors)).pair(),
        low_at=at(cell.low),
        width=f"{(cell.high - cell.low) / length * 100:.1f}%",
        middle_at=at(cell.middle),
        own_at="" if cell.own is None else at(cell.own),
    )
