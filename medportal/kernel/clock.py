"""The one place that knows what time it is, so that tests move time instead of sleeping."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

MOSCOW = ZoneInfo("Europe/Moscow")


def _system() -> datetime:
    return datetime.now(UTC)


_source: Callable[[], datetime] = _system


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _source()


def today(zone: ZoneInfo = MOSCOW) -> date:
    """The civil date in a zone; Moscow unless told otherwise."""
    return now().astimezone(zone).date()


class Hands:
    """The hands of a clock that a test may move."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def move(self, **step: float) -> None:
        """Move by a timedelta given in keywords: `hands.move(hours=49)`."""
        self.at += timedelta(**step)


@contextmanager
def stopped(at: datetime) -> Generator[Hands, None, None]:
    """Stop the clock at a moment; the hands handed out move it."""
    global _source
    before, hands = _source, Hands(at)

    def standing() -> datetime:
        return hands.at

    _source = standing
    try:
        yield hands
    finally:
        _source = before
