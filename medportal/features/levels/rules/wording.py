"""What is said of a level that moved: which condition did it, and what to do."""

from medportal.features.levels import rules, texts
from medportal.features.levels.schemas import Level, Move
from medportal.features.notifications.schemas import Letter, Notice
from medportal.kernel.text import Text

LINK = "/cabinet"


def notice(move: Move) -> Notice:
    """The line under the bell."""
    return Notice(_title(move), _body(move), LINK)


def letter(move: Move, link: str) -> Letter:
    """The letter that goes out with it."""
    return Letter(_title(move), texts.LETTER.fill(body=_body(move), link=link), _title(move))


def deserves_letter(move: Move) -> bool:
    """A fall always does; of rises, those beyond what the registration's own letter has said."""
    return not move.up or move.after >= Level.STANDARD


def _title(move: Move) -> Text:
    return (texts.UP_TITLE if move.up else texts.DOWN_TITLE).fill(level=move.after.words)


def _body(move: Move) -> Text:
    many, words = len(move.conditions) > 1, rules.listed(move.conditions)
    if move.up:
        return (texts.UP_BODY_MANY if many else texts.UP_BODY).fill(gained=words, gives=texts.GIVES[move.after])
    return (texts.DOWN_BODY_MANY if many else texts.DOWN_BODY).fill(lost=words, cures=rules.cures(move.conditions))
