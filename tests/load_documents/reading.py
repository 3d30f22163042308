"""What reading a passport costs; `python -m tests.load_documents.reading` prints it.

A page counts from its stored bytes to its filled fields, every engine warm, on one core: the reader keeps to the one
it is called on. Throughput is measured as the portal reads: two seats, a process each. The machine's other work slows the
clock, so processor time stands beside it.
"""

import os
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from medportal.features.documents.adapters.reading.apart import ReaderApart
from medportal.features.documents.adapters.reading.reader import PassportReader
from medportal.settings import settings

FOLDER = Path(__file__).parents[1] / "fixtures" / "passports"
PHOTO = (
    *(
        "main_scan200.jpg",
        "main_clean300.jpg",
        "main_gray_scan.png",
        "main_jpeg30.jpg",
        "main_rot3.jpg",
        "main_rot90.jpg",
    ),
    *("main_noise20.jpg", "main_blur1.jpg", "main_persp_mild.jpg", "main_phone.jpg"),
)
REGISTRATION = (
    "reg_scan200.jpg",
    "reg_gray_scan.jpg",
    "reg_jpeg30.jpg",
    "reg_rot3.jpg",
    "reg_rot90.jpg",
    "reg_phone.jpg",
)
RUNS = 5
PAGE_MS, PAGES_A_SECOND = 250.0, 10.0


@dataclass(frozen=True)
class Measured:
    """One figure and what was promised of it."""

    what: str
    found: float
    unit: str
    promised: float | None = None
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Whether the promise was kept; a figure nothing was promised of is kept."""
        if self.promised is None:
            return True
        return self.found >= self.promised if self.at_least else self.found <= self.promised


@cache
def _reader() -> PassportReader:
    return PassportReader(settings().tessdata)


def _read(file: str) -> tuple[float, float]:
    """Milliseconds by the clock and on the processor for one page."""
    data = (FOLDER / file).read_bytes()
    reader = _reader()
    began, worked = time.perf_counter(), time.process_time()
    reader.read(data)
    return (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000


def measure() -> Iterator[Measured]:
    """Median time a page, and pages a second with two processes; spread and page of registration in turn."""
    for file in (PHOTO[0], REGISTRATION[0]):
        _read(file)
    for name, files, promised in (
        ("a spread with code lines", PHOTO, PAGE_MS),
        ("a page of registration", REGISTRATION, None),
        ("both kinds", PHOTO + REGISTRATION, PAGE_MS),
    ):
        runs = [_read(file) for _ in range(RUNS) for file in files]
        yield Measured(f"{name}: median by the clock", statistics.median(wall for wall, _ in runs), "ms", promised)
        yield Measured(f"{name}: median on the processor", statistics.median(cpu for _, cpu in runs), "ms")
    yield from _in_seats()


def _in_seats() -> Iterator[Measured]:
    """Pages a second as the portal reads them: two seats in processes of their own, asked by two threads."""
    work = [file for pair in zip(PHOTO, REGISTRATION * 2, strict=False) for file in pair] * 2
    apart = ReaderApart(settings().tessdata, seats=2)
    pages = [(FOLDER / file).read_bytes() for file in work]

    def read(page: bytes) -> None:
        apart.read_pages([page], whole=False)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(read, pages[:6]))
        before, began = _work_of(apart), time.perf_counter()
        list(pool.map(read, pages))
        took = time.perf_counter() - began
    spent = _work_of(apart) - before
    apart.close()
    yield Measured("two seats: pages by the clock", len(work) / took, "/s", PAGES_A_SECOND, at_least=True)
    yield Measured(
        "two seats: pages in two seconds of processor", 2 * len(work) / spent, "", PAGES_A_SECOND, at_least=True
    )


def _work_of(apart: ReaderApart) -> float:
    """Seconds the seats have spent on the processor until now."""
    ticks = 0
    for booth in apart._started:
        fields = Path(f"/proc/{booth.process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print the table."""
    print(f"load average {os.getloadavg()[0]:.1f}; Russian print is {'' if _reader().reads_russian else 'not '}read")
    for one in measure():
        promise = "" if one.promised is None else f"{'>=' if one.at_least else '<='} {one.promised:g}"
        verdict = "" if one.promised is None else ("ok" if one.kept else "MISSED")
        print(f"{one.what:<46} {one.found:8.1f} {one.unit:<8} {promise:>8} {verdict}")


if __name__ == "__main__":
    main()
