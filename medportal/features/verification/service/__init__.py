"""The face of verification: ask for checks, look at them, ask again. The asking itself happens behind the screens."""

from medportal.features.verification.service.asking import ASK, ask, wake_due
from medportal.features.verification.service.checks import (
    ask_again,
    checks_about,
    checks_of,
    drop,
    health_of_registers,
    request,
    told_about,
)
from medportal.features.verification.service.erasing import erase

__all__ = [
    "ASK",
    "ask",
    "ask_again",
    "checks_about",
    "checks_of",
    "drop",
    "erase",
    "health_of_registers",
    "request",
    "told_about",
    "wake_due",
]
