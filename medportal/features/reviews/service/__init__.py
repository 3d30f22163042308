"""The face of reviews: ask for a decision, hear of it; list cases, look at one, decide."""

from medportal.features.reviews.rules import UNDO_FOR
from medportal.features.reviews.service.asking import (
    answered,
    appeal,
    erase,
    find,
    heard,
    request,
    waiting_times,
    withdraw,
    withdraw_of,
)
from medportal.features.reviews.service.chores import look_after
from medportal.features.reviews.service.deciding import TAKE_EFFECT, ask_item, confirm, refuse, take_effect, undo
from medportal.features.reviews.service.handling import assign, hold, note, release, resume
from medportal.features.reviews.service.looking import case_of, next_case, open_case, queue, version_of

__all__ = [
    "TAKE_EFFECT",
    "UNDO_FOR",
    "answered",
    "appeal",
    "ask_item",
    "assign",
    "case_of",
    "confirm",
    "erase",
    "find",
    "heard",
    "hold",
    "look_after",
    "next_case",
    "note",
    "open_case",
    "queue",
    "refuse",
    "release",
    "request",
    "resume",
    "take_effect",
    "undo",
    "version_of",
    "waiting_times",
    "withdraw",
    "withdraw_of",
]
