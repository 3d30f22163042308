"""The built frontend: kept as long as what it is made of, and no longer."""

import json
import os
from pathlib import Path

import pytest

from medportal import frontend
from medportal.settings import settings


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A small checkout with a built frontend."""
    files = {
        "medportal/app.py": "app = 1",
        "medportal/features/home/texts.py": "HELLO = 1",
        "medportal/kernel/dictionaries/positions.json": '{"b": 1, "a": 2}',
        "assets/form.js": "form()",
        "assets/styles/portal.css": "body{}",
        "assets/words/en.json": "{}",
        "assets/generated/wizard-person.js": "made()",
        "rxconfig.py": "config = 1",
        "requirements.lock": "reflex==0.10.1",
        "reflex.lock/package.json": '{"dependencies": {"react": "1", "vite": "2"}}',
        "README.md": "# MedPortal",
        "tests/test_app.py": "assert True",
        "data/medportal.db": "rows",
        ".web/build/client/index.html": "<!doctype html>",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    stamp = tmp_path / ".web" / "build" / "made-of.json"
    stamp.write_text(json.dumps({"made_of": frontend.made_of()}))
    return tmp_path


def test_nothing_changed_is_fresh(checkout):
    assert frontend.is_fresh()
    assert frontend.made_of() == frontend.made_of()


@pytest.mark.parametrize(
    "name",
    [
        "medportal/app.py", "medportal/features/home/texts.py", "assets/form.js", "assets/styles/portal.css", "rxconfig.py",
        "requirements.lock",
    ],
)  # fmt: skip
def test_a_changed_source_makes_it_stale(checkout, name):
    with Path(name).open("a", encoding="utf-8") as file:
        file.write(" ")
    assert not frontend.is_fresh()


def test_a_new_a_renamed_and_a_removed_source_make_it_stale(checkout):
    fresh = frontend.made_of()
    Path("medportal/new.py").write_text("")
    added = frontend.made_of()
    Path("medportal/new.py").rename("medportal/newer.py")
    renamed = frontend.made_of()
    Path("assets/form.js").unlink()
    assert len({fresh, added, renamed, frontend.made_of()}) == 4


def test_a_changed_lock_makes_it_stale_but_another_order_of_its_keys_does_not(checkout):
    lock = Path("reflex.lock/package.json")
    lock.write_text('{\n  "dependencies": {"vite": "2", "react": "1"}\n}')
    assert frontend.is_fresh()
    lock.write_text('{"dependencies": {"react": "1", "vite": "3"}}')
    assert not frontend.is_fresh()


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "tests/test_app.py",
        "data/medportal.db",
        "assets/words/en.json",
        "assets/generated/wizard-person.js",
    ],
)
def test_what_is_no_source_changes_nothing(checkout, name):
    Path(name).write_text("changed", encoding="utf-8")
    assert frontend.is_fresh()


def test_a_touched_file_with_the_same_words_changes_nothing(checkout):
    os.utime("medportal/app.py", (1, 1))
    assert frontend.is_fresh()


def test_the_other_mode_has_other_pages(checkout, monkeypatch):
    monkeypatch.setenv("MEDPORTAL_MODE", "production")
    settings.cache_clear()
    assert not frontend.is_fresh()


@pytest.mark.parametrize("stamp", ["", "not json", "{}", '{"made_of": "another"}', None])
def test_without_a_right_stamp_it_is_stale(checkout, stamp):
    file = Path(".web/build/made-of.json")
    file.unlink() if stamp is None else file.write_text(stamp)
    assert not frontend.is_fresh()


def test_a_build_that_lost_its_pages_is_stale(checkout):
    Path(".web/build/client/index.html").unlink()
    assert not frontend.is_fresh()


def test_a_fresh_frontend_is_not_built_and_needs_no_node(checkout, monkeypatch):
    def no_node():
        raise AssertionError("Node was looked for")

    monkeypatch.setattr(frontend, "_node", no_node)
    assert frontend.build() is False


def test_without_node_the_person_is_told_what_to_do(checkout, monkeypatch):
    Path(".web/build/made-of.json").unlink()
    monkeypatch.setattr(frontend.sysconfig, "get_path", lambda _name: str(checkout / "no-scripts"))
    monkeypatch.setattr(frontend.shutil, "which", lambda _name: None)
    with pytest.raises(frontend.BuildError, match="make setup"):
        frontend.build()


def test_radix_themes_are_nowhere():
    root = Path(frontend.__file__).parents[1]
    assert "@radix-ui/themes" not in (root / "reflex.lock" / "package.json").read_text(encoding="utf-8")
    for sheet in (root / frontend.STATIC).glob("assets/*.css"):
        assert "radix-themes" not in sheet.read_text(encoding="utf-8"), sheet.name
