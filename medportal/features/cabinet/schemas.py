"""Shapes of the cabinet."""

from dataclasses import dataclass

from medportal.features.levels.schemas import Way
from medportal.features.verification.schemas import CheckView


@dataclass(frozen=True, slots=True)
class CabinetView:
    """Everything on the cabinet's first page but the person's own values."""

    way: Way
    checks: tuple[CheckView, ...]
    phone: str
    phone_confirmed: bool
    email: str
    email_confirmed: bool
