"""The face of verification: ask for checks, look at them, ask again. The asking itself happens behind the screens."""

from medportal.features.verification.service.asking import ASK, ask, wake_due
from medportal.features.verification.service.checks import ask_again, checks_of, health_of_registers, request
from medportal.features.verification.service.erasing import erase

__all__ = ["ASK", "ask", "ask_again", "checks_of", "erase", "health_of_registers", "request", "wake_due"]
