"""What a first load weighs: read off the built frontend, so that a page outgrows its promise here and not at a doctor's."""

import re
from pathlib import Path

import pytest

from medportal import frontend
from tests.support import portal

# The wizard's page fetches the person's answers, too; the bytes of that answer depend on the person.
PROMISED = {"/": 0, "/register/person": 1}
LIGHT = (*PROMISED, "/desk/centre", "/desk/centre/visit")
MOST_BYTES = 170_000
MOST_REQUESTS = 14
_LINKED = re.compile(r'(?:href|src)="(/[^"#?]+\.(?:js|css|woff2))"')


@pytest.fixture(scope="module")
def built():
    """The built frontend; it is built when it is not fresh."""
    portal.build_frontend()
    return portal.CHECKOUT / frontend.STATIC


def files(built: Path, page: str) -> list[Path]:
    """The page and every file that it names: what it imports is preloaded."""
    document = built / page.strip("/") / "index.html"
    names = sorted(set(_LINKED.findall(document.read_text(encoding="utf-8"))))
    return [document, *(built / name.strip("/") for name in names)]


def sent(file: Path, ending: str) -> int:
    """The bytes of a file as it goes over the line; the smallest are sent as they are."""
    packed = file.with_name(file.name + ending)
    return (packed if packed.exists() else file).stat().st_size


@pytest.mark.parametrize("page", LIGHT)
@pytest.mark.parametrize("ending", [".gz", ".br"])
def test_a_first_load_stays_within_its_promise(built, page, ending):
    weights = {one.name: sent(one, ending) for one in files(built, page) if one.suffix != ".woff2"}
    heaviest = sorted(weights.items(), key=lambda one: -one[1])
    assert sum(weights.values()) <= MOST_BYTES, heaviest


@pytest.mark.parametrize("page", PROMISED)
def test_a_first_load_takes_few_requests(built, page):
    socket = 1
    assert len(files(built, page)) + socket + PROMISED[page] <= MOST_REQUESTS


def test_the_home_page_loads_no_forms(built):
    names = [one.name for one in files(built, "/")]
    assert not [name for name in names if name.startswith(("forms-", "scan", "private-"))]
    assert [name for name in (one.name for one in files(built, "/register/person")) if name.startswith("forms-")]


@pytest.mark.parametrize("slice_", ["analytics", "attestations", "desk", "documents"])
def test_the_sheet_of_a_slice_is_loaded_by_its_own_pages_alone(built, slice_):
    homes = {"analytics": "analytics", "attestations": "calendar", "desk": "desk", "documents": "documents"}
    pages = [str(one.parent.relative_to(built)) for one in built.rglob("index.html")]
    wearing = {
        page
        for page in pages
        if [one for one in files(built, page) if one.name.startswith(f"{slice_}-") and one.suffix == ".css"]
    }
    assert homes[slice_] in wearing
    assert "register/person" not in wearing
    assert "cabinet" not in wearing


def test_nothing_of_the_framework_that_no_page_uses_is_built_in(built):
    scripts = {one.name: one.read_text(encoding="utf-8") for one in built.glob("assets/*.js")}
    for trace in ("eval(", "__EMOTION", "xhr poll error", "__reflex="):
        assert not [name for name, script in scripts.items() if trace in script], trace


def _classes(sheet: str) -> set[str]:
    """The classes that a sheet speaks of."""
    rules = re.sub(r"\{[^{}]*\}", "{}", sheet)
    return set(re.findall(r"\.([a-z][a-z0-9-]*)", rules))


def test_a_page_loads_the_sheets_of_all_that_its_scripts_may_wear(built):
    sheets = {one: _classes(one.read_text(encoding="utf-8")) for one in built.glob("assets/*.css")}
    common = next(classes for one, classes in sheets.items() if one.name.startswith("__reflex"))
    bare: list[str] = []
    for document in built.rglob("index.html"):
        loaded = files(built, str(document.parent.relative_to(built)))
        scripts = "".join(one.read_text(encoding="utf-8") for one in loaded if one.suffix == ".js")
        worn = {name for worn in re.findall(r"className:[`\"]([^`\"]+)[`\"]", scripts) for name in worn.split()}
        wanted = set().union(*(classes for one, classes in sheets.items() if one not in loaded)) - common
        known = set().union(*(sheets[one] for one in loaded if one in sheets))
        bare += [f"{document.parent.relative_to(built)}: {name}" for name in sorted(worn & wanted - known)]
    assert not bare
