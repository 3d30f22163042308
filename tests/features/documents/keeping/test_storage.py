"""The shelf under documents: the whole way on S3, a store that is full, slow or altered, and chores that find it out."""

import json
import subprocess
from collections.abc import Iterable, Iterator
from uuid import uuid4

import pytest
from typer.testing import CliRunner

from medportal import cli
from medportal.features.documents import service
from medportal.features.documents.store import files
from medportal.infra import jobs, shelf, shelf_folder
from medportal.infra.db import reading
from medportal.infra.shelf_store import ShelfTroubleError, Store, Stored
from medportal.kernel.actor import SYSTEM
from medportal.kernel.errors import UnavailableError
from medportal.settings import settings
from tests.conftest import INDEX_KEY, TOKEN_KEY, VAULT_KEYS
from tests.features.documents.keeping.people import hand_in, passport, photo, state
from tests.support import s3_server

NEWER = "n2:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY="


class Trouble:
    """A store in trouble: it takes or gives so many files, and then none."""

    def __init__(self, inner: Store, *, takes: int = 10**6, gives: int = 10**6) -> None:
        self.inner, self.takes, self.gives = inner, takes, gives

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        self.takes -= 1
        if self.takes < 0:
            raise ShelfTroubleError("the folder of files: No space left on device")
        self.inner.write(name, pieces)

    def read(self, name: str) -> Iterator[bytes]:
        self.gives -= 1
        if self.gives < 0:
            raise ShelfTroubleError("the store of files: timed out")
        return self.inner.read(name)

    def remove(self, name: str) -> None:
        self.inner.remove(name)

    def listing(self) -> Iterator[Stored]:
        return self.inner.listing()


def stored() -> list[str]:
    return [one.name for one in shelf._opened().listing()]


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    with s3_server.running() as url:
        yield url


def test_on_s3_a_passport_goes_the_whole_way_and_leaves_nothing_open(anna, s3, monkeypatch):
    monkeypatch.setenv("MEDPORTAL_STORE_URL", s3_server.store_url(s3, uuid4().hex))
    settings.cache_clear()
    shelf.use(shelf.store_of(settings()))
    one = passport()
    taken = hand_in(anna, one)
    assert state(anna, taken.document_id) == "verified"
    assert service.page(anna, taken.document_id, 2).startswith(b"\xff\xd8\xff")
    assert service.original(anna, taken.document_id).data == one.data
    # One original, and for each of the two pages a picture and a thumbnail; nothing of the file can be read there.
    assert len(stored()) == 5
    raw = b"".join(b"".join(shelf._opened().read(name)) for name in stored())
    assert b"%PDF" not in raw
    assert b"\xff\xd8\xff\xe0" not in raw
    assert service.verify_store(SYSTEM).ok
    shelf.rotate()
    service.move_to_bin(anna, taken.document_id)
    assert service.page(anna, taken.document_id, 1)


@pytest.mark.both_databases
@pytest.mark.parametrize("takes", [0, 1, 2])
def test_a_store_that_is_full_keeps_nothing_by_halves_and_says_what_to_do(anna, takes):
    whole = shelf._opened()
    shelf.use(Trouble(whole, takes=takes))
    with pytest.raises(UnavailableError) as refusal:
        service.take_in(anna, photo())
    assert "повторите загрузку через несколько минут" in refusal.value.text.ru
    assert service.gallery(anna).total == 0
    jobs.work_off()
    assert stored() == []
    # Space again: the same file goes in.
    shelf.use(whole)
    assert hand_in(anna, photo()).finished


def test_a_disk_that_is_really_full_is_told_apart_from_a_fault_of_the_portal(anna, tmp_path):
    # Where no disk of our own can be mounted, a store that says so stands for it.
    tiny = tmp_path / "tiny"
    tiny.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(tiny)], capture_output=True, check=False
    ).returncode == 0  # fmt: skip
    store: Store = shelf_folder.FolderStore(tiny / "files")
    shelf.use(store if mounted else Trouble(store, takes=1))
    try:
        with pytest.raises(UnavailableError):
            service.take_in(anna, passport())
        jobs.work_off()
        assert [one.name for one in store.listing()] == []
        assert service.gallery(anna).total == 0
    finally:
        if mounted:
            subprocess.run(["umount", str(tiny)], check=True)


@pytest.mark.both_databases
def test_a_store_that_is_slow_makes_a_document_wait_and_loses_nothing(anna, hands):
    whole = shelf._opened()
    taken = service.take_in(anna, passport())
    shelf.use(Trouble(whole, gives=0))
    jobs.work_off()
    assert state(anna, taken.document_id) == "uploaded"
    with pytest.raises(UnavailableError) as refusal:
        service.page(anna, taken.document_id, 1)
    assert "Документ цел" in refusal.value.text.ru
    shelf.use(whole)
    hands.move(minutes=1)
    jobs.work_off()
    assert state(anna, taken.document_id) == "verified"


def test_a_process_killed_between_the_shelf_and_the_rows_leaves_nothing_for_good(anna, hands, monkeypatch):
    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    monkeypatch.setattr("medportal.features.documents.service.taking._write_once", die)
    with pytest.raises(Killed):
        service.take_in(anna, photo())
    assert len(stored()) == 3
    assert service.verify_store(SYSTEM).ok
    hands.move(hours=1, minutes=1)
    jobs.work_off()
    assert stored() == []


def test_verify_finds_what_is_missing_altered_or_nobody_s(anna, hands):
    taken = hand_in(anna, photo())
    with reading() as uow:
        (original,) = files.originals(uow, taken.document_id)
        (page,) = files.pages(uow, taken.document_id)
    store = shelf._opened()
    store.remove(shelf.name_of(files.THUMBNAIL, page.id))
    name = shelf.name_of(files.ORIGINAL, original.id)
    sealed = b"".join(store.read(name))
    store.write(name, [sealed[:-1] + bytes([sealed[-1] ^ 1])])
    store.write("documents.page/aa/nobody", [b"whose"])
    report = service.verify_store(SYSTEM)
    assert [one.place for one in report.missing] == [files.THUMBNAIL]
    assert [one.place for one in report.altered] == [files.ORIGINAL]
    hands.move(days=4000)
    assert service.verify_store(SYSTEM).orphaned == ("documents.page/aa/nobody",)


@pytest.fixture
def environment(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("DATABASE_URL", database), ("VAULT_KEYS", VAULT_KEYS), ("INDEX_KEY", INDEX_KEY), ("TOKEN_KEY", TOKEN_KEY),
    ):  # fmt: skip
        monkeypatch.setenv(f"MEDPORTAL_{name}", value)
    settings.cache_clear()


def test_the_chores_verify_the_store_and_seal_files_anew(anna, environment, monkeypatch):
    taken = hand_in(anna, photo())
    run = CliRunner()
    clean = run.invoke(cli.app, ["store", "verify"])
    assert (clean.exit_code, json.loads(clean.stdout)) == (
        0, {"ok": True, "checked": 3, "missing": [], "altered": [], "orphaned": []},
    )  # fmt: skip
    monkeypatch.setenv("MEDPORTAL_VAULT_KEYS", f"{NEWER},{VAULT_KEYS}")
    settings.cache_clear()
    rotated = run.invoke(cli.app, ["keys", "rotate"])
    assert (rotated.exit_code, "3 files" in rotated.stdout) == (0, True)
    # The old key may go now: everything still opens.
    monkeypatch.setenv("MEDPORTAL_VAULT_KEYS", NEWER)
    settings.cache_clear()
    assert run.invoke(cli.app, ["store", "verify"]).exit_code == 0
    assert service.page(anna, taken.document_id, 1)
    shelf._opened().remove(stored()[0])
    assert run.invoke(cli.app, ["store", "verify"]).exit_code == 1
