"""The seal of files: what was sealed opens in its place, and nothing else does."""

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medportal.infra import shelf_seal, vault
from medportal.infra.errors import SealBrokenError
from tests.conftest import INDEX_KEY, VAULT_KEYS

C = shelf_seal.CHUNK
SEALED = C + shelf_seal.TAG_BYTES
HEAD = len(shelf_seal.MAGIC) + 1 + 2 + shelf_seal.SALT_BYTES + shelf_seal.PREFIX_BYTES
HERE = b"documents.original/1"


@pytest.fixture(autouse=True)
def _keys() -> Iterator[None]:
    vault.open_vault(VAULT_KEYS, INDEX_KEY)
    yield
    vault.close_vault()


def sealed(plain: bytes, bound: bytes = HERE) -> bytes:
    return b"".join(shelf_seal.seal([plain], bound))


def opened(data: bytes, bound: bytes = HERE) -> bytes:
    return b"".join(shelf_seal.unseal([data], bound))


def noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def chunks(data: bytes) -> list[bytes]:
    return [data[at : at + SEALED] for at in range(HEAD, len(data), SEALED)]


@pytest.mark.parametrize("size", [0, 1, C - 1, C, C + 1, 2 * C, 5 * C + 17])
def test_a_file_of_any_size_comes_back(size: int):
    plain = noise(size)
    data = sealed(plain)
    assert opened(data) == plain
    assert len(data) == HEAD + size + shelf_seal.TAG_BYTES * max(1, -(-size // C))


@settings(max_examples=40, deadline=None)
@given(cuts=st.lists(st.integers(0, 3 * C), max_size=8), again=st.lists(st.integers(0, 3 * C + 200), max_size=8))
def test_how_the_bytes_are_cut_does_not_matter(cuts: list[int], again: list[int]):
    plain = noise(3 * C)

    def pieces(data: bytes, at: list[int]) -> Iterator[bytes]:
        edges = [0, *sorted(at), len(data)]
        return (data[a:b] for a, b in pairwise(edges))

    data = b"".join(shelf_seal.seal(pieces(plain, cuts), HERE))
    assert b"".join(shelf_seal.unseal(pieces(data, again), HERE)) == plain


@settings(max_examples=150, deadline=None)
@given(at=st.integers(0, HEAD + 2 * SEALED + 15), flip=st.integers(1, 255))
def test_no_byte_can_be_changed(at: int, flip: int):
    data = bytearray(sealed(noise(2 * C)))
    at = min(at, len(data) - 1)
    data[at] ^= flip
    with pytest.raises(SealBrokenError):
        opened(bytes(data))


@pytest.mark.parametrize(
    "left", [0, 1, 10, HEAD - 1, HEAD, HEAD + 5, HEAD + SEALED, HEAD + 2 * SEALED, HEAD + 3 * SEALED - 1]
)
def test_nothing_can_be_cut_off(left: int):
    data = sealed(noise(3 * C))
    with pytest.raises(SealBrokenError):
        opened(data[:left])


def test_nothing_can_be_appended_left_out_swapped_or_repeated():
    data = sealed(noise(3 * C + 5))
    head, (a, b, c, d) = data[:HEAD], chunks(data)
    assert opened(b"".join((head, a, b, c, d)))
    for order in (
        (a, b, c, d, d),
        (a, b, c, d, b"\0"),
        (b, a, c, d),
        (a, c, d),
        (a, a, b, c, d),
        (d,),
    ):
        with pytest.raises(SealBrokenError):
            opened(b"".join((head, *order)))


def test_chunks_of_one_file_do_not_fit_into_another():
    one, other = sealed(noise(2 * C)), sealed(noise(2 * C))
    with pytest.raises(SealBrokenError):
        opened(one[:HEAD] + chunks(other)[0] + chunks(one)[1])
    with pytest.raises(SealBrokenError):
        opened(one[:HEAD] + other[HEAD:])


def test_a_file_does_not_open_in_another_place():
    with pytest.raises(SealBrokenError):
        opened(sealed(b"x"), b"documents.original/2")


def test_what_is_altered_late_is_told_late_and_what_came_before_is_genuine():
    plain = noise(3 * C)
    data = bytearray(sealed(plain))
    data[-1] ^= 1
    stream = shelf_seal.unseal([bytes(data)], HERE)
    assert next(stream) == plain[:C]
    assert next(stream) == plain[C : 2 * C]
    with pytest.raises(SealBrokenError):
        next(stream)


def test_the_same_file_is_never_sealed_the_same_way_twice():
    assert len({sealed(b"x") for _ in range(20)}) == 20


def test_a_file_opens_with_an_old_key_as_long_as_it_is_in_hand():
    data = sealed(b"old")
    newer = "n2:" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY="
    vault.open_vault(f"{newer},{VAULT_KEYS}", INDEX_KEY)
    assert opened(data) == b"old"
    assert shelf_seal.read_head(iter([sealed(b"new")]))[0].kid == "n2"
    vault.open_vault(newer, INDEX_KEY)
    with pytest.raises(SealBrokenError):
        opened(data)


def test_the_key_of_a_file_is_no_key_of_a_column():
    assert vault.file_key("t1", b"a") != vault.file_key("t1", b"b")
    with pytest.raises(SealBrokenError):
        vault.file_key("nobody", b"a")
