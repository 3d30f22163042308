"""Reading in processes of its own: the same readings, without rights, and no harm done when one of them is lost."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from medportal.features.documents.adapters.reading.apart import Booth, ReaderApart
from medportal.features.documents.ports import ReaderDownError
from medportal.kernel import clock
from tests.features.documents.reading.fixtures import NOW, TESSDATA, named, read, reader


@pytest.fixture(scope="module")
def apart() -> Iterator[ReaderApart]:
    made = ReaderApart(Path(TESSDATA) if TESSDATA else None, seats=1)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.stopped(NOW):
        yield


def _booth(apart: ReaderApart) -> Booth:
    (booth,) = apart._started
    return booth


@pytest.mark.parametrize(
    "file", ["main_scan200.jpg", "main_gray_scan.png", "main_glare_mrz.jpg", "reg_scan200.jpg", "nomrz_scan200.jpg"]
)
def test_a_page_read_apart_says_what_it_says_here(apart: ReaderApart, file: str):
    assert apart.read_pages([named(file).data], whole=False) == read(file)


def test_a_pdf_read_apart_says_what_it_says_here(apart: ReaderApart):
    assert apart.read_pages([named("pdf_main_reg.pdf").data], whole=True) == read("pdf_main_reg.pdf")


def test_the_one_who_reads_has_no_files_no_sockets_and_no_rights(apart: ReaderApart):
    apart.read_pages([named("reg_scan200.jpg").data], whole=False)
    booth = _booth(apart)
    assert "seccomp" in booth.taken
    assert os.geteuid() != 0 or "nobody" in booth.taken
    if os.geteuid() == 0:
        limits = Path(f"/proc/{booth.process.pid}/limits").read_text().splitlines()
        assert "unlimited" not in next(row for row in limits if row.startswith("Max address"))


def test_a_reader_killed_in_the_middle_is_followed_by_another(apart: ReaderApart):
    apart.read_pages([named("reg_scan200.jpg").data], whole=False)
    first = _booth(apart)
    files = [named("main_scan200.jpg").data] * 8
    killer = threading.Timer(0.15, lambda: first.process.send_signal(signal.SIGKILL))
    killer.start()
    reading = apart.read_pages(files, whole=False)
    assert len(reading.pages) == 8
    assert reading.fields == read("main_scan200.jpg").fields
    assert _booth(apart) is not first


def test_a_reader_that_does_not_answer_in_time_is_ended_and_the_next_document_is_read():
    hasty = ReaderApart(seats=1, file_seconds=0.01)
    with pytest.raises(ReaderDownError):
        hasty.read_pages([named("main_scan200.jpg").data], whole=False)
    assert hasty._started == set()
    hasty._seconds = 60.0
    assert hasty.read_pages([named("main_scan200.jpg").data], whole=False).accepted
    hasty.close()


def test_nobody_is_left_behind():
    made = ReaderApart(seats=1)
    made.read_pages([b"no picture"], whole=False)
    process = _booth(made).process
    made.close()
    assert process.poll() is not None


def test_ten_pages_are_read_and_no_more():
    ten = [named("reg_scan200.jpg").data] * 10
    reading = reader().read_pages(ten, whole=True)
    assert [page.kind.value for page in reading.pages] == ["registration_page"] * 10
    assert reading.codes == ("PAGE_MISSING_MAIN",)
    assert not reader().read_pages([*ten, ten[0]], whole=True).accepted
    assert reader().read_pages([*ten, ten[0]], whole=True).pages == ()


def test_the_portal_starts_without_the_engines():
    said = subprocess.run(
        [sys.executable, "-c", "import sys, medportal.wiring, medportal.wiring_documents as w; "
         "from medportal.settings import settings; w.plug(settings()); w.plug_reader(settings()); "
         "print(sorted({'cv2', 'onnxruntime', 'tesserocr'} & sys.modules.keys()))"],
        capture_output=True, text=True, check=True, timeout=120,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
    ).stdout  # fmt: skip
    assert said.strip() == "[]"


def test_several_documents_wait_for_their_turn(apart: ReaderApart):
    readings: dict[int, bool] = {}

    def ask(number: int) -> None:
        readings[number] = apart.read_pages([named("main_scan200.jpg").data], whole=False).accepted

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(3)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert readings == {0: True, 1: True, 2: True}
    assert time.monotonic() - began < 60
