"""The face of reviews: ask for a decision, hear of it; list cases, look at one, decide."""

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
from medportal.features.reviews.service.deciding import ask_item, confirm, refuse
from medportal.features.reviews.service.handling import assign, hold, note, release, resume
from medportal.features.reviews.service.looking import case_of, next_case, open_case, queue

__all__ = [
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
    "waiting_times",
    "withdraw",
    "withdraw_of",
]
