"""Habits that a machine can see: sizes, who may call, where time and environment come from, what is committed."""

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import medportal.features

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "medportal").rglob("*.py"))
SLICES = [info.name for info in pkgutil.iter_modules(medportal.features.__path__)]
# Rooms of a slice that other slices do not see.
PRIVATE_ROOMS = (
    "pages", "routes", "state", "jobs", "store", "adapters", "models", "ports", "rules", "fields", "texts", "field_texts",
)  # fmt: skip
# Neither a use case nor a part of one, and why: what a worker or the door calls, before or without an actor.
NO_ACTOR = {
    "analytics": {"look": "a job", "apply": "a job", "sweep_imports": "a chore"},
    "accounts": {
        "at_hand": "the door asks who this is",
        "resolve": "the door asks who this is",
        "rotate": "the door gives a fresh token",
        "redeem": "the door exchanges a ticket for a session",
        "forget_drafts": "a chore",
        "throw_away_old": "a chore",
        "sweep_recoveries": "a chore",
        "send_recovery": "a job",
    },
    "notifications": {
        "deliver": "a job",
        "sweep_outbox": "a chore",
        "demonstration_outbox": "invented people's letters, in the demonstration only",
    },
    "verification": {"wake_due": "a chore"},
}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Files by their names as git holds them, since a build may write into the checkout; without git, as they lie."""
    folder = tmp_path_factory.mktemp("committed")
    export = ["git", "checkout-index", "--all", "--quiet", f"--prefix={folder}/"]
    if subprocess.run(export, cwd=ROOT, capture_output=True, check=False).returncode == 0:
        return {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    places = ("medportal", "tests", "alembic", "docs", "tools")
    return {_name(path): path for place in places for path in (ROOT / place).rglob("*") if path.is_file()}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_is_one_thing(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 300, f"{lines} lines: is this two things?"


def test_a_function_is_one_thing():
    long = [
        f"{_name(path)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _statements(node) > 30
    ]
    assert long == []


def _statements(function: ast.AST) -> int:
    return sum(isinstance(node, ast.stmt) for node in ast.walk(function)) - 1


@pytest.mark.parametrize("name", SLICES)
def test_the_first_parameter_tells_who_may_call(name):
    """`actor`: a use case, opens its own unit. `uow`: a part, joins its caller's."""
    for function, parameters in _public(name):
        first = parameters[0].lstrip("_") if parameters else ""
        known = NO_ACTOR.get(name, {})
        assert first in {"actor", "uow"} or function in known, f"{name}.service.{function}({', '.join(parameters)})"


def test_every_exception_still_exists():
    for name, known in NO_ACTOR.items():
        assert set(known) <= {function for function, _ in _public(name)}, name


def _public(name: str) -> Iterator[tuple[str, list[str]]]:
    """The functions of a slice's service, with the names of their parameters."""
    try:
        service = importlib.import_module(f"medportal.features.{name}.service")
    except ModuleNotFoundError as missing:
        if missing.name != f"medportal.features.{name}.service":
            raise
        return
    for one in getattr(service, "__all__", None) or vars(service):
        value = getattr(service, one)
        if inspect.isfunction(value) and not one.startswith("_") and value.__module__.startswith(service.__name__):
            yield one, list(inspect.signature(value).parameters)


def test_time_comes_from_the_clock_and_the_environment_from_the_settings():
    moments = re.compile(r"\bdatetime\.(now|utcnow|today)\(|\bdate\.today\(|\btime\.time\(")
    environment = re.compile(r"\bos\.(environ|getenv)\b")
    for path in MODULES:
        source = path.read_text(encoding="utf-8")
        assert _name(path) == "medportal/kernel/clock.py" or not moments.search(source), _name(path)
        handed_on = _name(path) in {"medportal/server.py", "medportal/frontend.py"}  # to the programmes they start
        assert handed_on or not environment.search(source), _name(path)


def test_rxconfig_only_hands_the_configuration_on():
    tree = ast.parse((ROOT / "rxconfig.py").read_text(encoding="utf-8"))
    imports = [ast.unparse(node) for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert imports == ["from medportal.ui.reflexconfig import config"]


@pytest.mark.parametrize("name", SLICES)
def test_every_slice_has_a_border_around_all_its_private_rooms(name):
    contracts = {
        contract["id"]: contract
        for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
            "contracts"
        ]
    }
    folder = ROOT / "medportal" / "features" / name
    rooms = [room for room in PRIVATE_ROOMS if (folder / room).is_dir() or (folder / f"{room}.py").is_file()]
    assert f"border-{name}" in contracts, f"add the contract border-{name} to pyproject.toml"
    assert set(contracts[f"border-{name}"]["protected_modules"]) == {f"medportal.features.{name}.{r}" for r in rooms}


def test_nothing_committed_names_a_machine_or_a_package_registry(committed):
    # Written apart, so that this very file does not hold them.
    machine = ("/wor" + "k/", "/ho" + "me/", "/ro" + "ot/", "find_" + "string")
    registries = ("pypi." + "org", "files.python" + "hosted", "registry.npm" + "js", "registry.yarn" + "pkg")
    words = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, (*machine, *registries)))})")
    found = []
    for name, path in committed.items():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name}: {hit[0]}" for hit in words.finditer(text)]
    assert found == []


def test_what_is_made_by_a_build_is_not_committed(committed):
    made = ("assets/words/", "assets/dictionaries/", "assets/generated/", ".web/", ".venv/", "data/")
    assert [name for name in committed if name.startswith(made)] == []
