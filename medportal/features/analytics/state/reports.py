"""Reports: what may be made, what was made, and one before it is kept."""

from datetime import timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

import reflex as rx
from pydantic import StringConstraints

from medportal.features.analytics import service
from medportal.features.analytics.rules.charts import numbers
from medportal.features.analytics.schemas.asking import Query
from medportal.features.analytics.schemas.reports import Content, ReportView, Template
from medportal.features.analytics.service.papers import shown_rows
from medportal.features.analytics.state import rows
from medportal.features.analytics.state.addresses import MAKE, REPORTS
from medportal.features.analytics.texts import reports as texts
from medportal.kernel import clock
from medportal.kernel.actor import Role
from medportal.kernel.errors import RefusedError
from medportal.kernel.text import Text
from medportal.ui.handling import NOTHING, call, listed, told
from medportal.ui.incoming import Incoming, read
from medportal.ui.plain import plain
from medportal.ui.session import actor_of, allow

_Name = Annotated[str, StringConstraints(max_length=64)]


class _Report(Incoming):
    id: UUID


class _Made(Incoming):
    values: dict[_Name, Annotated[str, StringConstraints(max_length=10_000)]]


class ReportsState(rx.State):
    """Templates, and the reports that were made."""

    loaded: bool = False
    templates: rx.Field[list[rows.TemplateRow]] = rx.field(default_factory=list)
    reports: rx.Field[list[rows.ReportRow]] = rx.field(default_factory=list)
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    removed: str = ""

    @rx.event
    @allow(Role.DOCTOR)
    async def open(self) -> None:
        """The page was opened, perhaps by a report just made."""
        made = "made" in self.router.url.query_parameters
        self.message, self.removed = texts.MADE.pair() if made else dict(NOTHING), ""
        await self._load()

    @rx.event
    @allow(Role.DOCTOR)
    async def remove(self, event: dict[str, Any]) -> None:
        """A report is removed; it can be put back."""
        given = read(_Report, event)
        if given is not None and await self._do(given.id, back=False):
            self.message, self.removed = texts.REMOVED.pair(), str(given.id)

    @rx.event
    @allow(Role.DOCTOR)
    async def put_back(self) -> None:
        """What was removed last is put back."""
        if self.removed and await self._do(UUID(self.removed), back=True):
            self.message, self.removed = dict(NOTHING), ""

    async def _do(self, report_id: UUID, *, back: bool) -> bool:
        try:
            await call(service.remove_report, await actor_of(self), report_id, back=back)
        except RefusedError as refusal:
            self.message, self.removed = told(refusal), ""
            return False
        await self._load()
        return True

    async def _load(self) -> None:
        actor = await actor_of(self)
        self.templates = [_template(one) for one in await call(service.report_templates, actor)]
        self.reports = [_report(one) for one in await call(service.reports, actor)]
        self.loaded = True


class ReportState(rx.State):
    """One report before it is kept: its numbers, and the fields that the doctor fills in."""

    loaded: bool = False
    key: str = ""
    title: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    source: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    period: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    earlier: str = ""
    later: str = ""
    no_data: bool = False
    parts: rx.Field[list[rows.PartRow]] = rx.field(default_factory=list)
    fields: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    start: str = ""
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    attempt: int = 0
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))

    @rx.event(supersedes=True)
    @allow(Role.DOCTOR)
    async def open(self) -> None:
        """A template was chosen, or another period."""
        self.problems, self.message = [], dict(NOTHING)
        actor, (key, query) = await actor_of(self), self._asked()
        try:
            template, period, russian = await call(service.look_at_report, actor, key, query.period.first)
            _, _, english = await call(service.look_at_report, actor, key, query.period.first, "en")
        except RefusedError as refusal:
            self.message, self.loaded = told(refusal), False
            return
        self.key, self.start = key, f"/practice/reports/start/{key}"
        self.title, self.period = template.title.pair(), numbers.period(period).pair()
        self.source = texts.SOURCE.fill(source=template.source).pair()
        self.earlier = f"{MAKE}?template={key}&day={period.step(-1).first.isoformat()}"
        self.later = f"{MAKE}?template={key}&day={period.step(1).first.isoformat()}"
        self.parts = _parts(russian, english)
        self.no_data = not any(part["rows"] for part in russian.parts if part["kind"] == "table")
        self.fields = [*(_field(one) for one in template.fields), _language()]
        self.loaded = True

    @rx.event
    @allow(Role.DOCTOR)
    async def make(self, event: dict[str, Any]) -> Any:
        """The report is made and kept; what was typed goes into it and nowhere else."""
        given = read(_Made, event)
        if given is None:
            return None
        self.attempt += 1
        key, query = self._asked()
        locale: Literal["ru", "en"] = "en" if given.values.get("language") == "en" else "ru"
        try:
            await call(service.make_report, await actor_of(self), key, query.period.first, given.values, locale)
        except RefusedError as refusal:
            self.problems = listed(refusal.problems)
            self.message = dict(NOTHING) if self.problems else told(refusal)
            return None
        self.problems = []
        return rx.redirect(f"{REPORTS}?made=1")

    def _asked(self) -> tuple[str, Query]:
        params = dict(self.router.url.query_parameters)
        # Without a wish, the last month that is over: a report of a month that has just begun is seldom wanted.
        day = params.get("day") or (clock.today().replace(day=1) - timedelta(days=1)).isoformat()
        return params.get("template", "")[:40], Query.read({"from": day, "to": day}, clock.today())


def _template(one: Template) -> rows.TemplateRow:
    return rows.TemplateRow(
        key=one.key,
        title=one.title.pair(),
        lead=one.lead.pair(),
        source=texts.SOURCE.fill(source=one.source).pair(),
        span=one.span.value,
        own=one.is_own,
        href=f"{MAKE}?template={one.key}",
    )


def _report(one: ReportView) -> rows.ReportRow:
    first, last = numbers.day(one.first_day), numbers.day(one.last_day)
    made = f"{one.made_at.astimezone(clock.MOSCOW):%d.%m.%Y %H:%M}"
    return rows.ReportRow(
        key=str(one.id),
        title=one.title.pair(),
        period=Text(ru=f"{first.ru}–{last.ru}", en=f"{first.en}–{last.en}").pair(),
        made=texts.MADE_AT.fill(at=made).pair(),
        current=one.is_current,
        save=f"/practice/reports/{one.id}",
    )


def _parts(russian: Content, english: Content) -> list[rows.PartRow]:
    parts: list[rows.PartRow] = []
    for at, (one, other) in enumerate(zip(russian.parts, english.parts, strict=True)):
        if one["kind"] == "words":
            continue
        cells = zip(shown_rows(one, "ru"), shown_rows(other, "en"), strict=True)
        parts.append(
            rows.PartRow(
                key=str(at),
                kind=one["kind"],
                title={"ru": one["title"], "en": other["title"]},
                head=[{"ru": ru, "en": en} for ru, en in zip(one["head"], other["head"], strict=True)],
                rows=[[{"ru": ru, "en": en} for ru, en in zip(*pair, strict=True)] for pair in cells],
                note={"ru": one["note"], "en": other["note"]},
            )
        )
    return parts


def _field(one: Any) -> dict[str, Any]:
    kind: Literal["textarea", "text"] = "textarea" if one.is_long else "text"
    return plain(
        one.name, one.label, kind, hint=one.hint, required=one.is_required, length=8000 if one.is_long else 200
    )


def _language() -> dict[str, Any]:
    return plain(
        "language", texts.LANGUAGE, "select", choices=[("ru", texts.RUSSIAN), ("en", texts.ENGLISH)], value="ru"
    )
