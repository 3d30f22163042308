"""Does the reader ever fill in what is not there? `python -m tests.load_documents.sweep [pages] [first seed]` looks for it.

Good pages of the fixtures are turned, tilted, blurred, shaken, grained, dimmed, stained with glare and pressed as no
fixture is, each by its own seed, from barely to beyond reading. It takes minutes, so it runs when the reader changes and
not with the tests; those have sixteen such pages. Whatever it finds is printed with its seed, to be looked at.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import cv2
import numpy as np

from medportal.features.documents.adapters.reading.pictures import Picture, open_pages
from medportal.features.documents.adapters.reading.reader import PassportReader
from medportal.kernel import clock
from tests.features.documents.reading.fixtures import SCANS, Scan, false_fills, reader

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PAGES = tuple(
    scan
    for scan in SCANS
    if scan.label == "good" and scan.kind in {"main", "reg"} and scan.file.endswith(("jpg", "png"))
)


@dataclass(frozen=True)
class Swept:
    """One page that was spoilt and read."""

    seed: int
    file: str
    severity: float
    accepted: bool
    filled: int
    expected: int
    false: list[tuple[str, str]]


def spoilt(picture: Picture, seed: int) -> tuple[Picture, float]:
    """The page as a bad camera or scanner gives it, and how bad, 0..1."""
    rng = random.Random(seed)
    noise = np.random.default_rng(seed)
    severity = rng.random()
    picture = _laid(picture, rng, severity)
    if rng.random() < 0.3 * severity:
        picture = _glare(picture, rng)
    if rng.random() < 0.4:
        picture = cv2.filter2D(picture, -1, _path(rng.uniform(0, 180), 1 + int(14 * severity * rng.random())))
    picture = cv2.GaussianBlur(picture, (0, 0), 0.3 + 3.2 * severity * rng.random())
    light = 1 - 0.75 * severity * rng.random()
    slope = np.linspace(1 - 0.5 * severity * rng.random(), 1, picture.shape[1])[None, :, None]
    cast = 1 - 0.2 * severity * noise.random(3)
    grain = noise.normal(0, 1 + 34 * severity * rng.random(), picture.shape)
    dirty = np.clip(picture * light * slope * cast + grain, 0, 255).astype(np.uint8)
    quality = rng.randint(100 - int(90 * severity), 100)
    return cv2.imdecode(cv2.imencode(".jpg", dirty, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR), severity


def _laid(picture: Picture, rng: random.Random, severity: float) -> Picture:
    """Smaller, on a table, tilted and turned."""
    scale = 1 - 0.6 * severity * rng.random()
    picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    height, width = picture.shape[:2]
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    room = rng.choice((0.0, 0.02, 0.1))
    bent = [
        (rng.uniform(-1, 1) * 0.08 * severity * width, rng.uniform(-1, 1) * 0.08 * severity * height) for _ in corners
    ]
    turn = np.deg2rad(rng.choice((0, 0, 90, 180, 270)) + rng.uniform(-12, 12) * severity * rng.choice((0, 1)))
    way = np.array([(np.cos(turn), -np.sin(turn)), (np.sin(turn), np.cos(turn))])
    placed = ((corners + bent) - (width / 2, height / 2)) @ way.T * (1 + room)
    low = placed.min(0) - room * max(width, height)
    size = (placed.max(0) - placed.min(0) + 2 * room * max(width, height)).astype(int)
    table = tuple(rng.randint(20, 120) for _ in range(3)) if room else (244, 244, 244)
    matrix = cv2.getPerspectiveTransform(corners, (placed - low).astype(np.float32))
    return cv2.warpPerspective(picture, matrix, tuple(int(side) for side in size), borderValue=table)


def _glare(picture: Picture, rng: random.Random) -> Picture:
    height, width = picture.shape[:2]
    spot = np.zeros((height, width), np.float32)
    middle = rng.randrange(width), rng.randrange(height)
    axes = int(width * rng.uniform(0.02, 0.2)), int(height * rng.uniform(0.02, 0.1))
    cv2.ellipse(spot, middle, axes, rng.uniform(0, 180), 0, 360, 1.0, -1)
    spot = cv2.GaussianBlur(spot, (0, 0), max(3.0, width * 0.01))[:, :, None]
    return (picture + (255 - picture) * spot).astype(np.uint8)


def _path(degrees: float, length: int) -> np.ndarray:
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1
    way = cv2.getRotationMatrix2D(((length - 1) / 2, (length - 1) / 2), degrees, 1)
    kernel = cv2.warpAffine(kernel, way, (length, length))
    return kernel / max(float(kernel.sum()), 1e-6)


def read_spoilt(scan: Scan, seed: int, engine: PassportReader) -> Swept:
    """Spoil one page and read it."""
    picture, severity = spoilt(open_pages(scan.data)[0], seed)
    data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 97])[1].tobytes()
    reading = engine.read(data)
    false = false_fills(reading, scan.fields)
    expected = 1 if scan.kind == "reg" else 11
    return Swept(seed, scan.file, severity, reading.accepted, len(reading.fields), expected, false)


def sweep(pages: int, first: int, engine: PassportReader) -> Iterator[Swept]:
    """As many pages as asked, from a first seed on, each of the good pages in turn."""
    for seed in range(first, first + pages):
        yield read_spoilt(PAGES[seed % len(PAGES)], seed, engine)


def main() -> None:
    """Print every false fill with its seed, and how much was read by severity."""
    given = [int(one) for one in sys.argv[1:3]]
    pages, first = (*given, *(400, 1000)[len(given) :])
    totals: dict[int, Counter[str]] = {}
    false = 0
    with clock.stopped(NOW):
        for one in sweep(pages, first, reader()):
            total = totals.setdefault(int(one.severity * 5), Counter())
            total.update(pages=1, accepted=one.accepted, filled=one.filled, expected=one.expected)
            if one.false:
                false += len(one.false)
                print(f"FALSE seed {one.seed} {one.file}: {one.false}", flush=True)
    for fifth, total in sorted(totals.items()):
        share = total["filled"] / total["expected"]
        print(
            f"severity {fifth * 20:3d}-{fifth * 20 + 20} %: {total['pages']:4d} pages, {total['accepted']:4d} taken, {share:6.1%} of fields read"
        )
    print(f"{pages} pages, {false} false fills")
    raise SystemExit(1 if false else 0)


if __name__ == "__main__":
    main()
