"""What is said of a date: how long it is still, in words."""

from collections.abc import Sequence
from datetime import date

from medportal.features.attestations import texts
from medportal.features.attestations.schemas.planning import Move
from medportal.features.attestations.texts import letters
from medportal.features.notifications.schemas import Letter, Notice
from medportal.kernel.text import Text

MOST = 3
# The calendar, and where one POST ends the letters.
Links = tuple[str, str]


def when(due_on: date, today: date) -> Text:
    """«Через 30 дней, 23.12.2026.», «Сегодня…», «Срок был…»."""
    left = (due_on - today).days
    on = Text(ru=f"{due_on:%d.%m.%Y}", en=f"{due_on.day} {due_on:%B %Y}")
    if left < 0:
        return letters.LATE.fill(on=on, days=letters.DAYS.of(-left))
    if left <= 1:
        return (letters.TOMORROW if left else letters.TODAY).fill(on=on)
    return letters.AHEAD.fill(on=on, days=letters.DAYS.of(left))


def reminder(title: Text, due_on: date, today: date, consequence: Text | None, links: Links) -> Letter:
    """The letter that reminds of one date."""
    told = when(due_on, today)
    after = Text(ru=f"{consequence.ru}\n\n", en=f"{consequence.en}\n\n") if consequence else ""
    return Letter(
        letters.SUBJECT.fill(title=title),
        letters.BODY.fill(title=title, when=told, consequence=after, link=links[0], unsubscribe=links[1]),
        letters.BRIEF.fill(title=title, when=told),
        unsubscribe=links[1],
    )


def digest(dates: Sequence[tuple[Text, date]], today: date, links: Links) -> Letter:
    """The letter that reminds of several dates at once, the nearest first."""
    told = [(title, when(due_on, today)) for title, due_on in sorted(dates, key=lambda one: one[1])]
    lines = Text(
        ru="\n".join(f"— {title.ru}. {said.ru}" for title, said in told),
        en="\n".join(f"— {title.en}. {said.en}" for title, said in told),
    )
    return Letter(
        letters.DIGEST_SUBJECT.fill(dates=letters.DATES.of(len(dates))),
        letters.DIGEST_BODY.fill(lines=lines, link=links[0], unsubscribe=links[1]),
        letters.DIGEST_BRIEF.fill(count=len(dates)),
        unsubscribe=links[1],
    )


def rung(title: Text, due_on: date, today: date, link: str) -> Notice:
    """The line under the bell that reminds of one date."""
    return Notice(title, when(due_on, today), link)


def moved(told: Sequence[Move], link: str) -> Notice:
    """The line under the bell that says what moved and why; of many moves the first few, and how many there are."""
    lines = [letters.MOVED_ONE.fill(title=one.title, to=_on(one.after), why=texts.WHY[one.why]) for one in told[:MOST]]
    if len(told) > MOST:
        lines.append(letters.MOVED_MORE.fill(dates=letters.DATES.of(len(told) - MOST)))
    return Notice(letters.MOVED, Text(ru=" ".join(one.ru for one in lines), en=" ".join(one.en for one in lines)), link)


def _on(day: date | None) -> Text:
    return Text(ru=f"{day:%d.%m.%Y}", en=f"{day.day} {day:%B %Y}") if day else Text(ru="—", en="—")
