"""Whoever opens a spreadsheet or a Parquet file: what it is deprived of, and what its end means for the file."""

import io
import os
import signal
import subprocess
import time
from pathlib import Path

import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from medportal.features.analytics import ports, service
from medportal.features.analytics.adapters import apart
from medportal.features.analytics.adapters.apart import OpenerApart
from medportal.features.analytics.adapters.limits import Limits
from medportal.features.analytics.rules.intake.trouble import FileTroubleError
from medportal.features.analytics.schemas.imports import ImportState, Origin, Trouble
from medportal.infra import jobs
from tests.features.analytics.conftest import on_shelf, pieces, receive, take_in


def parquet(rows: int = 3, **columns) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"date": ["2026-03-05"] * rows, **columns}), out)
    return out.getvalue()


def memory_bomb() -> bytes:
    """A few kilobytes, by its dictionary, that come to 130 GB as text."""
    heavy = pa.DictionaryArray.from_arrays(pa.array([0] * 65_536, pa.int32()), pa.array(["x" * 2_000_000]))
    return parquet(65_536, heavy=heavy)


def endless() -> bytes:
    """Some hundred kilobytes that hold fifty million rows."""
    out = io.BytesIO()
    table = pa.table({"date": pa.array(["2026-03-05"]).take(pa.array([0] * 1_000_000))})
    with pq.ParquetWriter(out, table.schema) as writer:
        for _ in range(50):
            writer.write_table(table)
    return out.getvalue()


def opened(data: bytes, origin: Origin = Origin.PARQUET, **limits) -> list:
    return list(OpenerApart(Limits(**limits)).open(origin, pieces(data)).batches)


def refused(data: bytes, **limits) -> Trouble:
    with pytest.raises(FileTroubleError) as found:
        opened(data, **limits)
    return found.value.trouble


@pytest.fixture(autouse=True)
def nobody_is_left(tmp_path_factory):
    """Every process that a test had started is gone after it, and its folder with it."""
    yield
    assert [child for child in psutil.Process().children() if "booth" in " ".join(child.cmdline())] == []


def test_whoever_opens_stands_in_an_empty_folder_without_rights_and_knows_no_key(monkeypatch):
    monkeypatch.setenv("MEDPORTAL_VAULT_KEYS", "k1:secret")
    sheet = OpenerApart().open(Origin.PARQUET, pieces(parquet()))
    (child,) = (one for one in psutil.Process().children() if "booth" in " ".join(one.cmdline()))
    assert set(child.environ()) == set(apart.QUIET)
    assert list(Path(child.cwd()).iterdir()) == []
    assert "Max file size             0 " in Path(f"/proc/{child.pid}/limits").read_text()
    status = Path(f"/proc/{child.pid}/status").read_text()
    assert "Seccomp:\t2" in status
    assert os.geteuid() != 0 or child.uids().effective == 65534
    assert [column.to_pylist() for batch in sheet.batches for column in batch.columns] == [["2026-03-05"] * 3]


def test_a_memory_bomb_is_refused_and_costs_a_process():
    data = memory_bomb()
    assert len(data) < 200_000
    assert refused(data) is Trouble.BOMB


def test_a_file_that_never_ends_is_refused_by_its_rows(doctor, shelves, tmp_path):
    data = endless()
    assert len(data) < 2_000_000
    assert take_in(doctor, data).trouble is Trouble.TOO_LONG
    assert on_shelf(tmp_path) == []


def test_a_file_that_takes_too_much_of_the_processor_is_refused():
    moments = pa.array(range(3_000_000), pa.timestamp("s"))
    assert refused(parquet(3_000_000, **{f"c{n}": moments for n in range(4)}), cpu_seconds=1) is Trouble.BOMB


def test_whoever_says_nothing_for_too_long_is_ended():
    sheet = OpenerApart(Limits(silent_seconds=0.5)).open(Origin.PARQUET, pieces(endless()))
    (child,) = (one for one in psutil.Process().children() if "booth" in " ".join(one.cmdline()))
    child.suspend()
    start = time.monotonic()
    with pytest.raises(FileTroubleError) as found:
        list(sheet.batches)
    assert found.value.trouble is Trouble.BOMB
    assert time.monotonic() - start < 10


def test_whoever_does_not_take_the_file_is_ended(monkeypatch):
    real = apart._Child.send

    def suspended(self, data):
        psutil.Process(self.process.pid).suspend()
        real(self, data)

    monkeypatch.setattr(apart._Child, "send", suspended)
    assert refused(bytes(20_000_000), silent_seconds=0.5) is Trouble.BOMB


@pytest.mark.parametrize(("end", "trouble"), [(signal.SIGKILL, Trouble.BOMB), (signal.SIGSEGV, Trouble.BROKEN)])
def test_whoever_is_killed_over_a_file_ends_its_import_and_no_other(
    doctor, shelves, tmp_path, monkeypatch, end, trouble
):
    real = apart._Child.titles

    def killed(self):
        self.process.send_signal(end)
        self.process.wait()
        return real(self)

    monkeypatch.setattr(apart._Child, "titles", killed)
    # What was answered before the end is still on the line: only a large file is cut off by it.
    done = take_in(doctor, endless())
    assert (done.state, done.trouble) == (ImportState.FAILED, trouble)
    monkeypatch.setattr(apart._Child, "titles", real)
    assert take_in(doctor, parquet()).taken == 3
    assert on_shelf(tmp_path) == []


def test_a_file_given_up_in_the_middle_ends_whoever_opened_it():
    sheet = OpenerApart().open(Origin.PARQUET, pieces(endless()))
    batches = iter(sheet.batches)
    assert len(next(batches).numbers) == 65_536
    batches.close()
    assert not any("booth" in " ".join(one.cmdline()) for one in psutil.Process().children())


def test_a_wide_and_heavy_batch_comes_in_parts():
    data = parquet(1_000, **{f"c{n}": ["я" * 500] * 1_000 for n in range(40)})
    found = opened(data)
    assert len(found) > 4
    assert [number for batch in found for number in batch.numbers] == list(range(1, 1_001))
    assert all(set(batch.columns[7].to_pylist()) == {"я" * 500} for batch in found)


def test_a_cell_too_large_to_be_answered_is_refused():
    assert refused(parquet(1, c=["x" * 40_000_000])) is Trouble.BOMB


SAYS = """
import json, os, sys
from medportal.infra import frames
os.write(1, frames.pack({"state": "ready", "taken": ["seccomp"]}))
while os.read(0, 1 << 20):
    pass
os.write(1, frames.pack({"state": "titles"}, b'["a"]'))
"""


@pytest.mark.parametrize(
    "says",
    [
        'frames.pack({"state": "rows"}, bytes(8))',  # a column is missing
        'frames.pack({"state": "rows"}, bytes(8), bytes(4), b"")',  # one offset for one text
        'frames.pack({"state": "rows"}, bytes(8), (0).to_bytes(4, "little") + (99).to_bytes(4, "little"), b"x")',
        'frames.pack({"state": "rows"}, bytes(8), (5).to_bytes(4, "little") + (1).to_bytes(4, "little"), b"xxxxx")',
        'frames.pack({"state": "rows"}, bytes(8), (0).to_bytes(4, "little") + (1).to_bytes(4, "little"), b"\\xff")',
        'frames.pack({"state": "rows"}, bytes(9), bytes(8), b"")',  # no whole number of rows
        'frames.pack({"state": "titles"}, b"[]")',
        'frames.pack({"state": "refused", "trouble": "DROP TABLE"})',
        'b"\\x00\\x00\\x00\\x05[1,2]"',
        'b"\\xff" * 64',
    ],
)
def test_an_answer_of_another_shape_is_refused(monkeypatch, says):
    real = subprocess.Popen

    def popen(command, **told):
        return real([*command[:3], "-c", f"{SAYS}\nos.write(1, {says})"], **told)

    monkeypatch.setattr(apart.subprocess, "Popen", popen)
    assert refused(parquet()) is Trouble.BROKEN


def test_where_nobody_can_open_the_file_waits(doctor, shelves, hands, monkeypatch, tmp_path):
    real = subprocess.Popen

    def popen(*_, **__):
        raise OSError

    monkeypatch.setattr(apart.subprocess, "Popen", popen)
    with pytest.raises(ports.OpenerDownError):
        opened(parquet())
    import_id = receive(doctor, parquet())
    for _ in range(5):
        hands.move(minutes=5)
        jobs.work_off()
    assert service.view(doctor, import_id).state is ImportState.LOOKING
    assert len(on_shelf(tmp_path)) == 1
    monkeypatch.setattr(apart.subprocess, "Popen", real)
    hands.move(minutes=5)
    jobs.work_off()
    assert service.view(doctor, import_id).state is ImportState.MAPPING
