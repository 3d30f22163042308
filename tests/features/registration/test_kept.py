"""The search for plain values in a database finds what is there, and no digits of chance."""

import sqlite3

from tests.features.registration.kept import kept


def test_a_word_in_a_cell_is_found_and_digits_within_a_hash_are_not(tmp_path):
    file = tmp_path / "kept.db"
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE paper (a TEXT, b TEXT, c BLOB)")
        database.execute("INSERT INTO paper VALUES (?, ?, ?)", ("4514", '{"n": "77"}', "Примерова".encode()))
        database.execute("INSERT INTO paper VALUES (?, ?, ?)", ("9f8814ab", "2026-11-27T12:00:00.881432", b"\x00"))
    found = kept(f"sqlite:///{file}")
    assert all(found.holds(word) for word in ("4514", "77", "Примерова"))
    assert not any(found.holds(word) for word in ("8814", "4515", "Сказкина"))
