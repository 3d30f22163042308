"""The shelf on both of its stores: a local folder, and a server that speaks S3."""

import errno
import hashlib
import io
import os
import socket
import stat
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import httpx
import obstore
import pytest

from medportal.infra import db, shelf, shelf_folder, vault
from medportal.infra.errors import SealBrokenError, SetupError
from medportal.infra.shelf import Expected, ShelfMissingError, ShelfReceipt, ShelfTroubleError
from medportal.infra.shelf_store import Store
from medportal.kernel import clock
from medportal.settings import settings
from tests.conftest import INDEX_KEY, VAULT_KEYS
from tests.support import s3_server, servers

PLACE = "documents.original"
NEWER = "n2:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY="
LARGE = os.urandom(9_000_000)  # more than one part of an upload


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    with s3_server.running() as url:
        yield url


@pytest.fixture(params=["folder", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    if request.param == "s3":
        endpoint = request.getfixturevalue("s3")
        monkeypatch.setenv("MEDPORTAL_STORE_URL", s3_server.store_url(endpoint, uuid4().hex))
        settings.cache_clear()
    vault.open_vault(VAULT_KEYS, INDEX_KEY)
    made = shelf.store_of(settings())
    shelf.use(made)
    yield made
    shelf.use(None)
    vault.close_vault()


def put(plain: bytes, place: str = PLACE) -> Expected:
    item_id = db.new_id()
    return Expected(place, item_id, shelf.put(place, item_id, [plain]))


def raw(store: Store, one: Expected) -> bytes:
    return b"".join(store.read(shelf._name(one.place, one.item_id)))


def overwrite(store: Store, one: Expected, data: bytes) -> None:
    store.write(shelf._name(one.place, one.item_id), [data])


@pytest.mark.parametrize("plain", [b"", b"a document", LARGE], ids=["empty", "small", "large"])
def test_a_file_comes_back_as_it_was_laid_down(store: Store, plain: bytes):
    one = put(plain)
    assert one.receipt == ShelfReceipt(hashlib.sha256(plain).hexdigest(), len(plain))
    assert shelf.read(one.place, one.item_id) == plain
    assert plain == b"" or plain[:1000] not in raw(store, one)


def test_a_source_may_be_a_file(store: Store):
    item_id = db.new_id()
    assert shelf.put(PLACE, item_id, io.BytesIO(LARGE)).size == len(LARGE)
    assert shelf.read(PLACE, item_id) == LARGE


def test_a_large_file_is_never_whole_in_memory(store: Store):
    item_id, alive, most = db.new_id(), 0, 0

    class Piece(bytes):
        def __new__(cls) -> "Piece":
            nonlocal alive, most
            alive += 1
            most = max(most, alive)
            return super().__new__(cls, 100_000)

        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    shelf.put(PLACE, item_id, (Piece() for _ in range(300)))
    assert most < 5
    assert sum(len(piece) for piece in shelf.open(PLACE, item_id)) == 30_000_000


def test_a_file_that_is_not_there_is_missing_at_once(store: Store):
    with pytest.raises(ShelfMissingError):
        shelf.open(PLACE, db.new_id())


def test_a_removed_file_is_gone_and_may_be_removed_again(store: Store):
    one = put(b"x")
    shelf.remove(one.place, one.item_id)
    shelf.remove(one.place, one.item_id)
    with pytest.raises(ShelfMissingError):
        shelf.read(one.place, one.item_id)


def test_a_file_laid_down_again_replaces_the_one_before(store: Store):
    one = put(b"first")
    shelf.put(one.place, one.item_id, [b"second"])
    assert shelf.read(one.place, one.item_id) == b"second"


@pytest.mark.parametrize("after", [0, 3, 120])
def test_a_source_that_breaks_off_leaves_nothing(store: Store, after: int):
    def breaking() -> Iterator[bytes]:
        for _ in range(after):
            yield bytes(100_000)
        raise ConnectionResetError("the browser is gone")

    item_id = db.new_id()
    with pytest.raises(ConnectionResetError, match="the browser is gone"):
        shelf.put(PLACE, item_id, breaking())
    assert list(store.listing()) == []


def test_a_source_that_breaks_off_leaves_the_file_before_it(store: Store):
    one = put(b"before")

    def breaking() -> Iterator[bytes]:
        yield b"half"
        raise KeyError

    with pytest.raises(KeyError):
        shelf.put(one.place, one.item_id, breaking())
    assert shelf.read(one.place, one.item_id) == b"before"


def test_files_cannot_be_laid_in_the_stead_of_one_another(store: Store):
    one, other, elsewhere = put(b"one"), put(b"other"), put(b"page", "documents.page")
    for stranger in (other, elsewhere):
        overwrite(store, one, raw(store, stranger))
        with pytest.raises(SealBrokenError):
            shelf.open(one.place, one.item_id)


def test_what_is_missing_altered_or_orphaned_is_found(store: Store):
    sound = [put(b"sound"), put(LARGE), put(b"page", "documents.page")]
    missing, flipped, cut, swapped, stranger = (put(bytes(200_000) + bytes([number])) for number in range(5))
    shelf.remove(missing.place, missing.item_id)
    data = bytearray(raw(store, flipped))
    data[-1] ^= 1
    overwrite(store, flipped, bytes(data))
    overwrite(store, cut, raw(store, cut)[:-65])
    overwrite(store, swapped, raw(store, stranger))
    store.write("notes.txt", [b"not ours"])
    other_sum = Expected(sound[0].place, sound[0].item_id, ShelfReceipt("0" * 64, 5))
    expected = [*sound, missing, flipped, cut, swapped]
    with clock.stopped(clock.now() + timedelta(hours=2)):
        report = shelf.verify(expected)
        assert not report.ok
        assert report.checked == 7
        assert report.missing == (missing,)
        assert report.altered == (flipped, cut, swapped)
        assert set(report.orphaned) == {"notes.txt", shelf._name(PLACE, stranger.item_id)}
        assert shelf.verify([other_sum]).altered == (other_sum,)
    assert shelf.verify(expected).orphaned == ()  # they may be on their way into a row


def test_a_shelf_in_order_is_said_to_be(store: Store):
    one = put(b"sound")
    with clock.stopped(clock.now() + timedelta(days=1)):
        assert shelf.verify([one]).ok


def test_a_new_key_takes_over_every_file(store: Store):
    files = [put(b"one"), put(LARGE)]
    vault.open_vault(f"{NEWER},{VAULT_KEYS}", INDEX_KEY)
    files.append(put(b"new already"))
    broken = put(b"broken")
    overwrite(store, broken, b"not sealed at all")
    store.write("notes.txt", [b"not ours"])
    assert shelf.rotate() == 2
    assert shelf.rotate() == 0
    vault.open_vault(NEWER, INDEX_KEY)
    with clock.stopped(clock.now() + timedelta(days=1)):
        report = shelf.verify([*files, broken])
    assert (report.missing, report.altered) == ((), (broken,))


@pytest.mark.parametrize("place", ["", "../etc", "a/b", "Documents", "a" * 65])
def test_a_place_is_a_plain_word(store: Store, place: str):
    with pytest.raises(ValueError, match="a place"):
        shelf.put(place, db.new_id(), [b"x"])


def test_nothing_works_before_the_shelf_is_open():
    with pytest.raises(SetupError):
        shelf.remove(PLACE, db.new_id())


# The folder alone


def test_files_of_the_folder_are_ours_alone(tmp_path: Path):
    root = tmp_path / "data" / "files"
    shelf_folder.FolderStore(root).write("a/b/c", [b"x"])
    for path in (root, root / "a", root / "a" / "b"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert stat.S_IMODE((root / "a" / "b" / "c").stat().st_mode) == 0o600


def test_a_full_disk_leaves_nothing_and_the_file_may_be_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    store = shelf_folder.FolderStore(tmp_path)
    store.write("a/b", [b"before"])

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", "/secret/path")

    with monkeypatch.context() as broken:
        broken.setattr(shelf_folder.os, "write", full)
        with pytest.raises(ShelfTroubleError, match="No space left") as told:
            store.write("a/b", [b"after"])
    assert "secret" not in str(told.value)
    assert [seen.name for seen in store.listing()] == ["a/b"]
    assert b"".join(store.read("a/b")) == b"before"


def test_a_disk_that_is_really_full_is_told_from_a_fault(tmp_path: Path):
    store = shelf_folder.FolderStore(tmp_path)
    (tmp_path / "a").symlink_to("/dev/full")
    (tmp_path / "b").write_text("a file where a folder should be")
    with pytest.raises(ShelfTroubleError):
        store.write("b/c", [b"x"])


def test_a_writer_that_was_killed_leaves_an_orphan_that_is_found(tmp_path: Path):
    vault.open_vault(VAULT_KEYS, INDEX_KEY)
    shelf.use(shelf_folder.FolderStore(tmp_path))
    one = put(b"x")
    leftover = tmp_path / (shelf._name(one.place, one.item_id) + ".0badc0de.part")
    leftover.write_bytes(b"half")
    with clock.stopped(clock.now() + timedelta(days=1)):
        assert shelf.verify([one]).orphaned == (leftover.relative_to(tmp_path).as_posix(),)
    shelf.use(None)
    vault.close_vault()


# The server alone


def test_a_source_that_breaks_off_begins_no_upload(s3: str):
    store = shelf.ObjectStore.from_url(s3_server.store_url(s3, "broken"))

    def breaking() -> Iterator[bytes]:
        for _ in range(120):
            yield bytes(100_000)
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        store.write("a", breaking())
    assert list(store.listing()) == []
    assert "<Upload>" not in httpx.get(f"{s3}/{s3_server.BUCKET}?uploads").text


def test_two_portals_share_a_bucket_by_prefix(s3: str):
    one, other = (shelf.ObjectStore.from_url(s3_server.store_url(s3, prefix)) for prefix in ("north", "south"))
    one.write("a", [b"x"])
    assert [seen.name for seen in one.listing()] == ["a"]
    assert list(other.listing()) == []
    with pytest.raises(ShelfMissingError):
        other.read("a")


def test_a_server_that_is_down_is_trouble_and_says_no_secret():
    endpoint = f"http://127.0.0.1:{servers.free_port()}"
    store = shelf.ObjectStore.from_url(s3_server.store_url(endpoint, "p", timeout=0.3))
    for deed in (lambda: store.write("a", [b"x"]), lambda: store.read("a"), lambda: list(store.listing())):
        with pytest.raises(ShelfTroubleError) as told:
            deed()
        assert "secret" not in str(told.value)
        assert "127.0.0.1" not in str(told.value)


def test_a_server_that_is_slow_is_not_waited_for_forever():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        stop = threading.Event()
        taken: list[socket.socket] = []

        def take() -> None:
            silent.settimeout(0.1)
            while not stop.is_set():
                try:
                    taken.append(silent.accept()[0])
                except TimeoutError:
                    continue

        thread = threading.Thread(target=take)
        thread.start()
        url = s3_server.store_url(f"http://127.0.0.1:{silent.getsockname()[1]}", "p", timeout=0.3)
        with pytest.raises(ShelfTroubleError):
            shelf.ObjectStore.from_url(url).read("a")
        stop.set()
        thread.join()
        for line in taken:
            line.close()


def test_a_bucket_that_is_not_there_is_trouble(s3: str):
    store = shelf.ObjectStore.from_url(f"s3://k:s@no-such-bucket/p?endpoint={s3}")
    for size in (1, 9_000_000):
        with pytest.raises(ShelfTroubleError):
            store.write("a", [bytes(size)])
    with pytest.raises(ShelfTroubleError):
        list(store.listing())


@pytest.mark.parametrize(
    "url",
    ["http://x", "s3://", "s3://bucket?colour=red", "s3://bucket?timeout=soon", "s3://bucket?timeout=-1", "s3://[x"],
)
def test_an_address_that_is_none_is_a_fault_of_the_set_up(url: str):
    with pytest.raises(SetupError, match="MEDPORTAL_STORE_URL"):
        shelf.ObjectStore.from_url(url)


def test_the_key_in_the_address_is_unquoted(s3: str):
    store = shelf.ObjectStore.from_url(s3_server.store_url(s3, "p"))
    assert isinstance(store._store, obstore.store.S3Store)
    assert store._store.config["secret_access_key"] == "a/secret"
    assert "secret" not in repr(settings())
