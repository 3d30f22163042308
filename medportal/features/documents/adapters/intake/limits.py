"""How much one file may cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one look into one file; what goes beyond them is refused as too complex."""

    memory_bytes: int = 900_000_000
    cpu_seconds: int = 10
    wall_seconds: float = 15.0
    answer_bytes: int = 64_000_000
    # Beyond these a PDF is a trap rather than a document: decoded bytes of one stream and of all that is drawn by
    # operators; decoded bytes of all streams but pictures; dictionaries.
    stream_bytes: int = 16_000_000
    whole_bytes: int = 64_000_000
    parts: int = 200_000
