"""The state of the demonstration registers: messages taken in, answers waiting, faults asked for. One object per application."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from threading import Lock
from typing import Final, final
from uuid import UUID, uuid4
from xml.etree import ElementTree as ET

from medportal.demonstration.registers import records
from medportal.demonstration.registers.offices import Fault, Office
from medportal.demonstration.registers.records import Trouble
from medportal.demonstration.registers.soap import GetResponse, SendRequest
from medportal.demonstration.registers.trades import TRADES, Found
from medportal.kernel import clock

__all__ = ["MESSAGES_KEPT", "AlreadySentError", "Counter", "DownError", "Fault", "Office", "Waiting"]

MESSAGES_KEPT: Final = 2000
LONGEST_FAULT_SECONDS: Final = 3600.0
_SLOW_SECONDS: Final = 10.0


class AlreadySentError(Exception):
    """A message with this identifier was taken in before; its answer waits or was fetched."""


class DownError(Exception):
    """The register is out of order for this asker now."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message taken in, with the answer that will be handed out; `content` is None where nonsense is handed out."""

    message_id: UUID
    response_id: UUID
    node_id: str
    namespace: str
    ready_at: datetime
    content: ET.Element | None = field(repr=False)
    fetched: bool = False


@dataclass(frozen=True, slots=True)
class _Switch:
    fault: Fault = Fault.OK
    until: datetime | None = None
    delay: float = 0.0


@final
class Counter:
    """Takes questions in and hands answers out, for all registers. Safe to share between threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._switches: dict[Office, _Switch] = {}
        self._messages: OrderedDict[tuple[Office, UUID], Waiting] = OrderedDict()
        self._first_asked: dict[str, datetime] = {}

    def set_fault(self, office: Office, fault: Fault, seconds: float | None = None) -> None:
        """Make a register misbehave. For `slow`, seconds is the delay of each answer; otherwise how long the fault lasts."""
        bounded = None if seconds is None else min(max(seconds, 0.0), LONGEST_FAULT_SECONDS)
        if fault is Fault.SLOW:
            switch = _Switch(fault, delay=_SLOW_SECONDS if bounded is None else bounded)
        else:
            switch = _Switch(
                fault,
                until=None if bounded is None else clock.now() + timedelta(seconds=bounded),
            )
        with self._lock:
            self._switches[office] = switch

    def fault_of(self, office: Office) -> Fault:
        """The fault in force at this register."""
        return self._switch(office).fault

    def delay_of(self, office: Office) -> float:
        """For how many seconds this register thinks before each answer."""
        return self._switch(office).delay

    def faults(self) -> Mapping[Office, Fault]:
        """The faults in force at all registers."""
        return {office: self.fault_of(office) for office in Office}

    def take_in(self, office: Office, request: SendRequest) -> None:
        """Put a question into the queue.

        Raises:
            NonsenseError: the content is no question to this register.
            AlreadySentError: the message was taken in before.
            DownError: the register is out of order for this person.
        """
        found = TRADES[office](request.content)
        now = clock.now()
        with self._lock:
            key = (office, request.message_id)
            if key in self._messages:
                raise AlreadySentError
            self._messages[key] = self._prepared(office, request, found, now)
            while len(self._messages) > MESSAGES_KEPT:
                _ = self._messages.popitem(last=False)

    def answer_for(self, office: Office, look: GetResponse) -> Waiting | None:
        """The oldest answer that is ready and fits the look, or None."""
        now = clock.now()
        with self._lock:
            return next(
                (
                    waiting
                    for (held_by, _), waiting in self._messages.items()
                    if held_by is office
                    and not waiting.fetched
                    and waiting.ready_at <= now
                    and waiting.namespace == look.namespace
                    and look.node_id in (None, waiting.node_id)
                ),
                None,
            )

    def forget(self, office: Office, response_id: UUID) -> None:
        """Take an acknowledged answer out of the queue; an unknown one is let pass."""
        with self._lock:
            for key, waiting in self._messages.items():
                if key[0] is office and waiting.response_id == response_id:
                    self._messages[key] = replace(waiting, fetched=True, content=None)
                    return

    def _prepared(self, office: Office, request: SendRequest, found: Found, now: datetime) -> Waiting:
        if found.trouble is Trouble.DOWN_AT_FIRST:
            first = self._first_asked.setdefault(found.key, now)
            if now < first + timedelta(seconds=records.RECOVERS_AFTER_SECONDS):
                raise DownError
        answer = found.mistaken if self._current(office, now).fault is Fault.MISMATCH else found.answer
        slow = timedelta(seconds=records.SLOW_ANSWER_SECONDS if found.trouble is Trouble.SLOW else 0)
        return Waiting(
            message_id=request.message_id,
            response_id=uuid4(),
            node_id=request.node_id,
            namespace=request.content.tag.removeprefix("{").partition("}")[0],
            ready_at=now + slow,
            content=None if found.trouble is Trouble.GARBAGE else answer(request.message_id),
        )

    def _switch(self, office: Office) -> _Switch:
        with self._lock:
            return self._current(office, clock.now())

    def _current(self, office: Office, now: datetime) -> _Switch:
        switch = self._switches.get(office, _Switch())
        return _Switch() if switch.until is not None and switch.until <= now else switch
