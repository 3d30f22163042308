"""What intake costs: honest files, bombs, and a start from cold; `python -m tests.load_documents.intake` prints it.

`peak` is the most memory of the process that looked, shared pages of the libraries included; nothing of a file is
decoded anywhere else.
"""

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from medportal.features.documents import ports
from medportal.features.documents.adapters.intake.pool import SandboxInspector
from medportal.features.documents.schemas.intake import Inspection
from medportal.features.documents.service.inspecting import inspect

FOLDER = Path(__file__).parents[1] / "fixtures" / "intake"
HONEST = ("ok.jpg", "ok.png", "ok_scan.pdf", "ok_blank.pdf")
BOMBS = (
    "bomb_20000x20000.png",
    "bomb_65500.jpg",
    "hdr_only_60000.png",
    "ztxt_bomb.png",
    "flate_bomb_120MB.pdf",
    "image_bomb_12000.pdf",
    "huge_mediabox.pdf",
    "pages300.pdf",
)
BOMB_MS, BOMB_MB = 200, 200


@dataclass(frozen=True)
class Measured:
    """One file: median and worst wall time, time on the processor, memory."""

    name: str
    bomb: bool
    codes: tuple[str, ...]
    wall_ms: float
    worst_ms: float
    cpu_ms: int
    peak_mb: int

    @property
    def kept(self) -> bool:
        """Whether what is promised of bombs was kept, by the median of the runs: the worst is printed, and is the machine's."""
        return not self.bomb or (bool(self.codes) and self.wall_ms < BOMB_MS and self.peak_mb < BOMB_MB)


def cold_start() -> float:
    """Milliseconds until a process that looks into files is ready, libraries and all."""
    began = time.perf_counter()
    inspector = SandboxInspector(seats=1)
    inspector.warm()
    took = (time.perf_counter() - began) * 1000
    inspector.close()
    return took


def measure(runs: int = 9) -> Iterator[Measured]:
    """Every file of the lists, looked at by a warm process."""
    inspector = SandboxInspector(seats=1)
    inspector.warm()
    ports.inspector.plug(inspector)
    try:
        for name in HONEST + BOMBS:
            data = (FOLDER / name).read_bytes()
            yield _measured(name, [_timed(data, name) for _ in range(runs)])
    finally:
        inspector.close()


def _timed(data: bytes, name: str) -> tuple[float, Inspection]:
    began = time.perf_counter()
    found = inspect(data, name)
    return (time.perf_counter() - began) * 1000, found


def _measured(name: str, runs: list[tuple[float, Inspection]]) -> Measured:
    walls = [wall for wall, _ in runs]
    costs = [found.cost for _, found in runs if found.cost is not None]
    return Measured(
        name=name,
        bomb=name in BOMBS,
        codes=tuple(runs[0][1].codes),
        wall_ms=statistics.median(walls),
        worst_ms=max(walls),
        cpu_ms=round(statistics.median(cost.cpu_ms for cost in costs)) if costs else 0,
        peak_mb=max((cost.peak_mb for cost in costs), default=0),
    )


def main() -> None:
    """Print the table."""
    print(f"{'a process that looks into files starts in':<42} {cold_start():8.1f} ms")
    print(f"{'file':<24} {'median':>9} {'worst':>9} {'cpu':>7} {'peak':>7}")
    for one in measure():
        verdict = "" if not one.bomb else ("ok" if one.kept else "MISSED")
        print(
            f"{one.name:<24} {one.wall_ms:6.1f} ms {one.worst_ms:6.1f} ms {one.cpu_ms:4d} ms {one.peak_mb:4d} MB "
            f" {verdict:<7}{' '.join(one.codes)}"
        )


if __name__ == "__main__":
    main()
