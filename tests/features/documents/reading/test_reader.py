"""The reader as a whole: hostile bytes, sets of pages, turned and damaged pages, threads, no downloads, the command."""

import json
import random
import socket
from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
import pytest
from typer.testing import CliRunner

from medportal import cli
from medportal.features.documents.adapters.reading import models, whole_page
from medportal.features.documents.adapters.reading.models import ModelMissingError, model_path
from medportal.features.documents.adapters.reading.pictures import gray_of, open_pages
from medportal.features.documents.adapters.reading.recogniser import Recogniser
from medportal.features.documents.schemas.reading import Code
from medportal.kernel import clock
from tests.features.documents.reading.fixtures import (
    CODE_FIELDS,
    FOLDER,
    NOW,
    PRINTED_FIELDS,
    false_fills,
    named,
    read,
    reader,
)
from tests.load_documents import sweep


@pytest.fixture(autouse=True)
def _today():
    with clock.stopped(NOW):
        yield


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7 and nothing", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n" + bytes(40), b"GIF89a" + bytes(60)]
)
def test_bytes_that_are_no_picture_are_a_finding(data: bytes):
    reading = reader().read(data)
    assert reading.codes == (Code.FILE_UNREADABLE,)
    assert reading.fields == {}


def test_a_picture_of_too_many_points_is_not_opened():
    header = cv2.imencode(".png", np.zeros((8, 8, 3), np.uint8))[1].tobytes()
    bomb = header[:16] + (60_000).to_bytes(4, "big") + (60_000).to_bytes(4, "big") + header[24:]
    assert reader().read(bomb).codes == (Code.FILE_UNREADABLE,)


@pytest.mark.parametrize(
    ("height", "width"), [(1, 1), (3, 3), (1, 5000), (5000, 1), (20, 2400), (63, 63), (9000, 7000)]
)
def test_an_absurd_picture_is_a_finding(height: int, width: int):
    picture = cv2.imencode(".png", np.full((height, width, 3), 230, np.uint8))[1].tobytes()
    reading = reader().read(picture)
    assert reading.codes[0] in {Code.QUALITY_LOW_RES, Code.FILE_UNREADABLE, Code.PAGE_MISSING_MAIN}
    assert reading.fields == {}


@pytest.mark.parametrize("kind", ["noise", "stripes", "squares", "black"])
def test_a_picture_of_nothing_is_a_finding(kind: str):
    rows, columns = np.indices((900, 700))
    gray = {
        "noise": np.random.default_rng(3).integers(0, 255, (900, 700)),
        "stripes": (rows // 10 % 2) * 255,
        "squares": ((rows // 8 + columns // 8) % 2) * 255,
        "black": rows * 0,
    }[kind]
    reading = reader().read(cv2.imencode(".png", gray.astype(np.uint8))[1].tobytes())
    assert reading.codes
    assert reading.fields == {}


# Found by `tests.load_documents.sweep`: half a value that looked like a whole one.
@pytest.mark.parametrize("seed", [1025, 1056, 1058, 3018])
def test_a_word_that_was_passed_over_takes_the_whole_value_with_it(seed: int):
    swept = sweep.read_spoilt(sweep.PAGES[seed % len(sweep.PAGES)], seed, reader())
    assert swept.false == []


def test_an_empty_page_is_no_passport():
    blank = cv2.imencode(".png", np.full((1400, 1000, 3), 244, np.uint8))[1].tobytes()
    assert reader().read(blank).codes == (Code.PAGE_MISSING_MAIN,)


def test_several_photos_are_one_document():
    spread, stamp = named("main_phone.jpg").data, named("reg_scan200.jpg").data
    reading = reader().read_pages([spread, stamp], whole=True)
    assert reading.codes == (Code.PAGES_MISMATCH,)
    alone = reader().read_pages([spread], whole=True)
    assert alone.codes == (Code.PAGE_MISSING_REGISTRATION,)


def _turned(picture: np.ndarray, degrees: float) -> np.ndarray:
    height, width = picture.shape[:2]
    sine, cosine = abs(np.sin(np.deg2rad(degrees))), abs(np.cos(np.deg2rad(degrees)))
    size = int(width * cosine + height * sine), int(height * cosine + width * sine)
    way = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    way[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    return cv2.warpAffine(picture, way, size, borderValue=(60, 70, 80))


@pytest.mark.parametrize("degrees", [-13, 6, 84, 97, 172, 193, 265, 281])
def test_code_lines_are_read_at_any_orientation_and_slant(degrees: int):
    scan = named("main_scan200.jpg")
    picture = cv2.imencode(".png", _turned(open_pages(scan.data)[0], degrees))[1].tobytes()
    reading = reader().read(picture)
    assert {name: reading.fields[name].value for name in CODE_FIELDS} == {
        name: scan.fields[name] for name in CODE_FIELDS
    }
    assert reading.pages[0].turn == round(degrees / 90) % 4 * 90


def _damaged(picture: np.ndarray, rng: random.Random) -> np.ndarray:
    noise = np.random.default_rng(rng.randrange(1 << 30))
    height, width = picture.shape[:2]
    spread = noise.uniform(-0.04, 0.04, (4, 2)) * (width, height)
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    way = cv2.getPerspectiveTransform(
        corners, (corners * 0.85 + (0.07 * width, 0.07 * height) + spread).astype(np.float32)
    )
    picture = cv2.warpPerspective(picture, way, (width, height), borderValue=(50, 60, 90))
    picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.3, 3.5))
    picture = picture * rng.uniform(0.25, 1.0) + noise.normal(0, rng.uniform(1, 35), picture.shape)
    picture = np.clip(picture, 0, 255).astype(np.uint8)
    return cv2.imdecode(cv2.imencode(".jpg", picture, [1, rng.choice([12, 30, 70])])[1], cv2.IMREAD_COLOR)


@pytest.mark.parametrize("seed", range(16))
def test_a_damaged_page_is_read_truly_or_not_at_all(seed: int):
    rng = random.Random(seed)
    scan = named(
        rng.choice(["main_scan200.jpg", "main_clean300.jpg", "main_rot3.jpg", "main_jpeg30.jpg", "reg_scan200.jpg"])
    )
    data = cv2.imencode(".png", _damaged(open_pages(scan.data)[0], rng))[1].tobytes()
    reading = reader().read(data)
    assert false_fills(reading, scan.fields) == []
    assert reading.accepted or reading.codes


def test_one_reader_serves_many_threads():
    files = ["main_scan200.jpg", "main_rot90.jpg", "reg_scan200.jpg", "main_blur1.jpg"]
    with ThreadPoolExecutor(4) as pool:
        readings = list(pool.map(lambda file: reader().read(named(file).data), files * 2))
    for file, reading in zip(files * 2, readings, strict=True):
        assert reading == read(file)


def test_models_come_with_the_package_and_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise AssertionError("the reader opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    Recogniser()
    models.Model("det")
    assert "rapidocr" in str(model_path("rec"))
    with pytest.raises(ModelMissingError):
        model_path("nothing-of-the-kind")


def test_the_second_attempt_finds_the_code_lines_too():
    gray = gray_of(open_pages(named("main_rot10.jpg").data)[0])
    upper, lower = whole_page.find_lines_again(gray)[:2]
    assert min(upper.length, lower.length) > 0.5 * min(gray.shape)
    assert abs(upper.angle - 10) < 1.5
    assert abs(lower.angle - 10) < 1.5


@pytest.mark.parametrize(("file", "exit_code"), [("main_scan200.jpg", 0), ("mrz_bad_check.jpg", 1)])
def test_the_command_prints_what_was_read_from_where_and_what_is_wrong(file: str, exit_code: int):
    ran = CliRunner().invoke(cli.app, ["read-scan", str(FOLDER / file)])
    assert ran.exit_code == exit_code
    assert ran.stderr == ""
    told = json.loads(ran.stdout)
    assert list(told) == ["accepted", "codes", "fields"]
    assert told["accepted"] == (exit_code == 0)
    assert all(list(field) == ["value", "source", "proven"] for field in told["fields"].values())
    assert told["fields"].keys() <= {*CODE_FIELDS, *PRINTED_FIELDS, "registration_address"}
    if exit_code:
        assert told["codes"] == ["MRZ_CHECK_FAILED"]
        assert not {"series", "number", "issue_date", "birth_date", "division_code"} & told["fields"].keys()
    else:
        assert told["codes"] == []
        assert told["fields"]["number"] == {"value": "167618", "source": "mrz", "proven": True}
        assert told["fields"]["surname"] == {"value": "АНТОНОВА", "source": "mrz", "proven": False}


def test_the_command_explains_when_asked():
    ran = CliRunner().invoke(cli.app, ["read-scan", "--explain", str(FOLDER / "main_glare_mrz.jpg")])
    assert "Не видна строка кода внизу страницы: бликует" in ran.stderr
    assert json.loads(ran.stdout)["codes"] == ["QUALITY_GLARE"]
