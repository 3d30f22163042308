"""How much one file may cost whoever opens it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one opening; what goes beyond them is refused as too heavy.

    Memory is what the file may take beyond the libraries: the heaviest workbook that is let in (64 MB unpacked) takes
    half of it. `silent_seconds` pass between two answers at most, `answer_bytes` stand in one.
    """

    memory_bytes: int = 1_000_000_000
    cpu_seconds: int = 120
    silent_seconds: float = 60.0
    answer_bytes: int = 32_000_000
