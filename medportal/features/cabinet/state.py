"""The cabinet as the browser sees it: levels, states and masks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

import reflex as rx
from pydantic import StringConstraints

from medportal.features.accounts import service as accounts
from medportal.features.cabinet import service, texts
from medportal.features.cabinet.schemas import CabinetView
from medportal.features.levels.schemas import Refusal, Right, Step, Waits
from medportal.features.verification.schemas import CheckView, Kind
from medportal.kernel.actor import Role
from medportal.kernel.clock import MOSCOW
from medportal.kernel.errors import RefusedError
from medportal.ui.handling import NOTHING, call, told
from medportal.ui.incoming import Incoming, read
from medportal.ui.session import actor_of, allow

_SIGNED_IN = tuple(frozenset(Role) - {Role.VISITOR, Role.APPLICANT, Role.SYSTEM})


class _Proof(Incoming):
    section: Annotated[str, StringConstraints(max_length=64)]
    values: dict[Annotated[str, StringConstraints(max_length=64)], Annotated[str, StringConstraints(max_length=1024)]]


@dataclass
class StepRow:
    """One condition of the next level: met, or whose turn it is and what then."""

    key: str
    text: dict[str, str]
    state: str  # met, register, desk or you
    note: dict[str, str]
    cure: str


@dataclass
class RightRow:
    """Something that is open or closed, and what is missing for it."""

    key: str
    text: dict[str, str]
    open: bool
    short: dict[str, str]  # one or two things, said at once
    missing: list[dict[str, str]]  # more, behind a fold


@dataclass
class CheckRow:
    """One register check, in words of both languages."""

    kind: str
    title: dict[str, str]
    register: dict[str, str]
    state: str
    state_text: dict[str, str]
    explanation: dict[str, str]
    reason: dict[str, str]
    tone: str
    differs: bool
    demonstration: bool
    answered_at: str
    next_try_at: str
    correct: str


SAID_AT_ONCE = 2
_PERSONAL = frozenset({"surname", "given_name", "patronymic", "birth_date", "sex"})
_CORRECT = {Kind.SNILS: "/register/numbers", Kind.INN: "/register/numbers", Kind.PASSPORT: "/register/passport"}
_TONES = {
    "ok": "ok",
    "queued": "info",
    "asking": "info",
    "unavailable": "warn",
    "mismatch": "danger",
    "not_found": "danger",
    "invalid": "danger",
    "error": "warn",
}


class CabinetState(rx.State):
    """Level, conditions, checks, contacts."""

    loaded: bool = False
    level: int = 0
    level_text: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    missing_title: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    steps: rx.Field[list[StepRow]] = rx.field(default_factory=list)
    rights: rx.Field[list[RightRow]] = rx.field(default_factory=list)
    checks: rx.Field[list[CheckRow]] = rx.field(default_factory=list)
    phone: str = ""
    phone_confirmed: bool = False
    email: str = ""
    email_confirmed: bool = False
    staff: bool = False
    version: int = 0
    proving: bool = False
    revealed: int = 0
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    attempt: int = 0
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))

    @rx.event
    @allow(*_SIGNED_IN)
    async def open(self) -> None:
        """The page was opened."""
        self.proving, self.problems, self.message = False, [], dict(NOTHING)
        await self.refresh()

    @rx.event
    @allow(*_SIGNED_IN)
    async def refresh(self) -> None:
        """Something about the person changed: a register answered, a link was opened."""
        actor = await actor_of(self)
        self.staff = actor.role is not Role.DOCTOR
        self._show(await call(service.overview, actor))

    @rx.event
    @allow(*_SIGNED_IN)
    async def ask_again(self, kind: str) -> None:
        """Have a register asked once more."""
        if kind not in set(Kind):
            return
        try:
            await call(service.ask_again, await actor_of(self), Kind(kind))
        except RefusedError as refusal:
            self.message = told(refusal)
            return
        self.message = dict(NOTHING)
        await self.refresh()

    @rx.event
    @allow(*_SIGNED_IN)
    def ask_password(self, asking: bool) -> None:
        """The question for the password is opened or closed."""
        self.proving, self.problems = asking is True, []

    @rx.event
    @allow(*_SIGNED_IN)
    async def prove(self, event: dict[str, Any]) -> None:
        """The password was typed again: for thirty seconds the page may fetch the numbers."""
        given = read(_Proof, event)
        if given is None:
            return
        self.attempt += 1
        try:
            await call(accounts.confirm_password, await actor_of(self), given.values.get("password", ""))
        except RefusedError as refusal:
            self.problems = [{"field": "password", "code": "refused", "text": told(refusal)}]
            return
        self.problems, self.proving = [], False
        self.revealed += 1

    def _show(self, view: CabinetView) -> None:
        standing = view.way.standing
        self.loaded = True
        self.version += 1
        self.level = int(standing.level)
        self.level_text = standing.level.words.pair()
        self.missing_title = texts.MISSING[standing.next_level].pair() if standing.next_level else texts.TOP.pair()
        self.steps = [_step(one) for one in view.way.steps]
        self.rights = [_right(right, refusal) for right, refusal in view.way.rights]
        self.checks = [_row(check) for check in view.checks]
        self.phone, self.phone_confirmed = view.phone, view.phone_confirmed
        self.email, self.email_confirmed = view.email, view.email_confirmed


def _step(step: Step) -> StepRow:
    condition, waits = step.condition, step.waits
    note = {Waits.YOU: condition.cure, Waits.REGISTER: texts.REGISTER_ANSWERS}.get(waits) if waits else None
    note = step.usual.words if step.usual else note
    return StepRow(
        key=str(condition),
        text=condition.words.pair(),
        state=str(waits or "met"),
        note=note.pair() if note else dict(NOTHING),
        cure=texts.CURE.get(condition, "") if waits is Waits.YOU else "",
    )


def _right(right: Right, refusal: Refusal | None) -> RightRow:
    words = [one.words.inside() for one in refusal.missing] if refusal else []
    if len(words) <= SAID_AT_ONCE:
        short = {"ru": "; ".join(one.ru for one in words), "en": "; ".join(one.en for one in words)}
        return RightRow(str(right), right.words.pair(), refusal is None, short, [])
    return RightRow(str(right), right.words.pair(), False, dict(NOTHING), [one.pair() for one in words])


def _row(check: CheckView) -> CheckRow:
    reason = check.reason_text
    return CheckRow(
        kind=str(check.kind),
        title=check.kind_name.pair(),
        register=check.register_name.pair(),
        state=str(check.state),
        state_text=check.state_name.pair(),
        explanation=check.explanation.pair(),
        reason=reason.pair() if reason else dict(NOTHING),
        tone=_TONES[check.state],
        differs=bool(check.differences),
        demonstration=check.demonstration,
        answered_at=_moment(check.answered_at),
        next_try_at=_moment(check.next_try_at if check.waiting else None),
        correct="" if check.state in {"ok", "queued", "asking", "unavailable", "error"} else _way_to_correct(check),
    )


def _way_to_correct(check: CheckView) -> str:
    """Where the link leads: to the name or date that differs, or else to the number that was asked about."""
    personal = next((one.field for one in check.differences if one.field in _PERSONAL), "")
    return f"/register/person#{personal}" if personal else _CORRECT[check.kind]


def _moment(at: datetime | None) -> str:
    return f"{at.astimezone(MOSCOW):%d.%m.%Y %H:%M}" if at else ""
