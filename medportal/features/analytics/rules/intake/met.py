"""The codes that a reading meets, of one list."""

from collections.abc import Callable

from medportal.features.analytics.rules.intake import personal
from medportal.features.analytics.schemas.imports import Refusal

MOST_CODES = 65_000


class Codes:
    """Codes met in a reading, numbered as they come; each distinct text is judged once."""

    def __init__(self, judge: Callable[[str], tuple[str, bool]]) -> None:
        self._judge = judge
        self.numbers: dict[str, int] = {}
        self.known: list[tuple[str, bool]] = []
        self.told: dict[str, int] = {}
        # Those that stand in rows that were taken; the rest came in refused rows alone.
        self.used: set[int] = set()

    def taken(self) -> list[tuple[str, bool]]:
        """The codes of rows that were taken, and whether they are of an official list."""
        return [self.known[number - 1] for number in sorted(self.used)]

    def number(self, text: str) -> int:
        """The number of a code; 0 for nothing, the negative of a reason for what may not be kept."""
        told = text.strip()
        if not told:
            return 0
        code, is_known = self._judge(told)
        if not is_known and personal.by_value(told) is not None:
            return -Refusal.PERSONAL
        if not code:
            return 0
        if code not in self.numbers:
            if len(self.known) >= MOST_CODES:
                return -Refusal.TOO_MANY_CODES
            self.known.append((code, is_known))
            self.numbers[code] = len(self.known)
        return self.numbers[code]
