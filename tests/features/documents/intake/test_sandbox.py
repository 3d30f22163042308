"""The process that opens strangers' files: what it is deprived of, and what happens when it is late, greedy or killed."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from medportal.features.documents.adapters.intake import pool
from medportal.features.documents.adapters.intake.limits import Limits
from medportal.features.documents.adapters.intake.pool import Nursery, SandboxInspector
from medportal.features.documents.ports import InspectorDownError
from medportal.features.documents.schemas.intake import Code, FileKind
from medportal.infra import frames
from tests.features.documents.intake import making

TOO_COMPLEX = (Code.FILE_TOO_COMPLEX,)
CONFINED = """
import json, os, socket, sys
from medportal.infra import confine

line = os.dup(1)
taken = confine.settle()
if sys.argv[1] == "narrow":
    confine.narrow(900_000_000, 10)
found = {"taken": taken}

def tried(name, deed):
    try:
        deed()
        found[name] = "done"
    except (OSError, MemoryError) as error:
        found[name] = type(error).__name__

tried("read a file", lambda: open("/etc/passwd").read())
tried("read the checkout", lambda: open(confine.__file__).read())
tried("list a folder", lambda: os.listdir("/"))
tried("write a file", lambda: open("/tmp/medportal-escape", "wb").write(b"x"))
tried("open a socket", lambda: socket.socket())
tried("start a program", lambda: os.execv("/bin/true", ["true"]))
tried("signal another process", lambda: os.kill(os.getppid(), 0))
tried("fork", lambda: os.fork() or os._exit(0))
tried("take memory", lambda: bytearray(2_000_000_000))
tried("read chance", lambda: open("/dev/urandom", "rb").read(1))
os.write(line, json.dumps(found).encode())
"""


@contextmanager
def inspecting(**limits: object) -> Iterator[SandboxInspector]:
    made = SandboxInspector(seats=1, limits=Limits(**limits))  # type: ignore[arg-type]
    try:
        made.warm()
        yield made
    finally:
        made.close()


def tried(how: str) -> dict[str, object]:
    done = subprocess.run([sys.executable, "-I", "-c", CONFINED, how], capture_output=True, check=True, timeout=30)
    return json.loads(done.stdout)


def test_whoever_looks_into_a_file_can_do_nothing_else():
    found = tried("narrow")
    assert {"landlock", "seccomp"} <= set(found["taken"])  # type: ignore[call-overload]
    refused = {name: how for name, how in found.items() if how != "done"}
    refused.pop("taken")
    assert refused == {
        "read a file": "PermissionError",
        "read the checkout": "PermissionError",
        "list a folder": "PermissionError",
        "write a file": "PermissionError",
        "open a socket": "PermissionError",
        "start a program": "PermissionError",
        "signal another process": "PermissionError",
        "fork": "PermissionError",
        "take memory": "MemoryError",
    }


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be given up")
def test_root_is_given_up(inspector: SandboxInspector):
    inspector.warm()
    (nursery,) = inspector._started
    assert "nobody" in nursery.taken
    assert psutil.Process(nursery.process.pid).uids().effective == 65534


def test_the_process_stands_in_an_empty_folder_with_an_empty_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MEDPORTAL_VAULT_KEYS", "k1:secret")
    nursery = Nursery()
    try:
        folder = Path(nursery._folder)
        assert psutil.Process(nursery.process.pid).environ() == {}
        assert psutil.Process(nursery.process.pid).cwd() == str(folder)
        assert list(folder.iterdir()) == []
    finally:
        nursery.close()
    assert not folder.exists()


def test_a_file_that_takes_too_long_is_refused():
    with inspecting(wall_seconds=0.3) as inspector:
        found = inspector.look_inside(FileKind.PDF, making.slow_pdf())
        assert found.codes == TOO_COMPLEX
        assert inspector.look_inside(FileKind.PNG, making.png()).codes == ()


def test_a_file_that_takes_too_much_of_the_processor_is_refused():
    with inspecting(cpu_seconds=1) as inspector:
        found = inspector.look_inside(FileKind.PDF, making.slow_pdf())
        assert found.codes == TOO_COMPLEX
        assert found.cost is not None
        assert found.cost.cpu_ms < 2500


@pytest.mark.parametrize("kind", [FileKind.PDF, FileKind.PNG])
def test_a_file_that_takes_too_much_memory_is_refused(kind: FileKind):
    big = making.png(3000, 3000) if kind is FileKind.PNG else making.pdf(size=(1400, 1400))
    small = making.png() if kind is FileKind.PNG else making.pdf(size=(100, 100))
    with inspecting(memory_bytes=85_000_000) as inspector:
        assert inspector.look_inside(kind, big).codes == TOO_COMPLEX
        assert inspector.look_inside(kind, small).codes == ()


def test_an_answer_that_is_too_long_is_refused():
    with inspecting(answer_bytes=5_000) as inspector:
        assert inspector.look_inside(FileKind.PNG, making.png(1000, 1000)).codes == TOO_COMPLEX


def test_whoever_looks_is_killed_and_the_file_is_refused_and_the_next_one_is_looked_at():
    with inspecting() as inspector:
        found, done = started(lambda: inspector.look_inside(FileKind.PDF, making.slow_pdf()).codes)
        (nursery,) = inspector._started
        child_of(nursery).kill()
        done.wait(10)
        assert found == [TOO_COMPLEX]
        assert inspector.look_inside(FileKind.PNG, making.png()).codes == ()


def test_the_whole_process_is_killed_in_the_middle_and_the_file_gets_a_second_look():
    with inspecting(wall_seconds=1.5) as inspector:
        found, done = started(lambda: inspector.look_inside(FileKind.PDF, making.slow_pdf()).codes)
        (first,) = inspector._started
        child = child_of(first)
        first.process.kill()
        done.wait(20)
        assert found == [TOO_COMPLEX]
        assert list(inspector._started) != [first]
        # Nobody who looks survives whoever watches.
        child.wait(5)


def test_a_process_killed_between_files_is_replaced():
    with inspecting() as inspector:
        (first,) = inspector._started
        first.process.kill()
        first.process.wait()
        assert inspector.look_inside(FileKind.PNG, making.png()).codes == ()


def test_nobody_can_look_and_the_file_waits(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pool, "NURSERY", "medportal.no_such_module")
    inspector = SandboxInspector(seats=1)
    with pytest.raises(InspectorDownError):
        inspector.look_inside(FileKind.PNG, making.png())
    with pytest.raises(InspectorDownError):
        inspector.warm()
    monkeypatch.undo()
    assert inspector.look_inside(FileKind.PNG, making.png()).codes == ()
    inspector.close()


def test_several_files_at_once_get_their_own_answers():
    inspector = SandboxInspector(seats=2)
    found: dict[int, object] = {}

    def look(side: int) -> None:
        (page,) = inspector.look_inside(FileKind.PNG, making.png(side, 150)).pages
        found[side] = page.width

    threads = [threading.Thread(target=look, args=(side,)) for side in range(150, 158)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    inspector.close()
    assert found == {side: side for side in range(150, 158)}


def answered(head: dict[str, object], *blobs: bytes, state: str = "answered") -> object:
    cost = {"cpu_ms": 1, "peak_mb": 1}
    return pool._read({"state": state, "cost": cost}, [frames.pack(head, *blobs)]).codes


PAGE = {"width": 10, "height": 10, "blank": False}
JPEG = b"\xff\xd8\xff...\xff\xd9"


@pytest.mark.parametrize(
    "answer",
    [
        answered({"codes": [], "pages": []}),
        answered({"codes": ["FILE_DAMAGED"], "pages": [PAGE]}, JPEG, JPEG),
        answered({"codes": ["NO_SUCH"], "pages": []}),
        answered({"codes": [], "pages": [PAGE]}, JPEG),
        answered({"codes": [], "pages": [PAGE]}, JPEG, b"<html>"),
        answered({"codes": [], "pages": [{**PAGE, "width": 10**9}]}, JPEG, JPEG),
        answered({"codes": [], "pages": [{**PAGE, "path": "/etc/passwd"}]}, JPEG, JPEG),
        answered({"codes": [], "pages": [PAGE] * 11}, *([JPEG] * 22)),
        answered({"codes": [], "pages": "all"}),
        answered({"codes": [], "pages": [PAGE], "more": 1}, JPEG, JPEG),
        pool._read({"state": "answered", "cost": {"cpu_ms": 1, "peak_mb": 1}}, [b"\xff\xff\xff\xff"]).codes,
        pool._read({"state": "answered", "cost": {"cpu_ms": 1, "peak_mb": 1}}, [b"\0\0\0\x02[]"]).codes,
    ],
)
def test_an_answer_of_any_other_shape_is_a_refusal(answer: object):
    assert answer == TOO_COMPLEX


def test_an_answer_of_the_right_shape_is_let_through():
    assert answered({"codes": [], "pages": [PAGE]}, JPEG, JPEG) == ()
    assert answered({"codes": ["FILE_DAMAGED"], "pages": []}) == (Code.FILE_DAMAGED,)


def test_a_portal_that_is_gone_leaves_no_process_behind():
    program = (
        "from medportal.features.documents.adapters.intake.pool import Nursery; import os\n"
        "print(Nursery().process.pid, flush=True); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, timeout=60)
    until = time.monotonic() + 10
    while psutil.pid_exists(int(done.stdout)) and time.monotonic() < until:
        if psutil.Process(int(done.stdout)).status() == psutil.STATUS_ZOMBIE:
            break
        time.sleep(0.02)
    assert time.monotonic() < until


def started(deed: Callable[[], object]) -> tuple[list[object], threading.Event]:
    found: list[object] = []
    done = threading.Event()

    def run() -> None:
        found.append(deed())
        done.set()

    threading.Thread(target=run, daemon=True).start()
    return found, done


def child_of(nursery: Nursery) -> psutil.Process:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        children = psutil.Process(nursery.process.pid).children()
        if children:
            return children[0]
        time.sleep(0.005)
    raise AssertionError("nobody is looking")
