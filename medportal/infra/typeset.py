"""Typesetting: papers a person takes away, as tagged PDFs that screen readers read (PDF/UA-1).

A template is the portal's own source in Typst; what is personal reaches it as data, never as source, so that no name can
become a command. Each paper is set in a process of its own with a time and a memory limit, and no network.

A template begins with `#let data = json(bytes(sys.inputs.data))`, sets `document(title: …)` and `text(lang: …)`, both of
which PDF/UA demands, and writes in `Golos Text` (400, 500, 600, 700), the one typeface at hand. Pictures need `alt`.
"""

import base64
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from medportal.infra import typeset_press
from medportal.infra.errors import TypesetError
from medportal.kernel import clock

FONTS = Path(__file__).with_name("fonts")
SECONDS = 30.0
STANDARDS = ("ua-1",)
MAX_BYTES = 20_000_000
_STANDS_FOR = {"÷": ":", "×": "x", "≥": ">=", "≤": "<=", "≈": "~", "…": "...", "\r": ""}
_NAME = re.compile(r"[a-z0-9_-]{1,40}\.(svg|png|jpg|csv|json)")


def pdf(
    template_source: str,
    data: Mapping[str, Any],
    *,
    files: Mapping[str, bytes] | None = None,
    standards: tuple[str, ...] = STANDARDS,
    seconds: float = SECONDS,
) -> bytes:
    """Set a template with data.

    Args:
        template_source: the portal's own Typst source; never put together from what somebody typed.
        data: plain values, handed over as JSON under `sys.inputs.data`. A sign that the typeface does not have is
            replaced by the one it stands for (½ by 1⁄2, a full-width letter by the plain one), or else by a question mark:
            PDF/UA refuses what cannot be shown, and a paper must not fail over a sign that somebody pasted.
        files: pictures and tables that the template reads by name, e.g. `image("qr.svg", alt: "…")`.
        standards: PDF standards to keep to; the document is refused when it breaks one.
        seconds: how long it may take.

    Returns:
        The PDF.

    Raises:
        TypesetError: the template does not compile with this data, or took too long. Its words hold nothing personal.
    """
    handed = dict(files or {})
    readable = _displayable(data)
    if bad := [name for name in handed if not _NAME.fullmatch(name)]:
        raise ValueError(f"a file of a template is named like qr.svg, not {bad[0]!r}")
    with tempfile.TemporaryDirectory(prefix="mp-typeset-") as folder:
        order = {
            "source": template_source,
            "data": json.dumps(readable, ensure_ascii=False),
            "files": {name: base64.b64encode(content).decode() for name, content in handed.items()},
            "folder": folder,
            "fonts": str(FONTS),
            "standards": list(standards),
            "made_at": int(clock.now().timestamp()),
        }
        done = _press(order, seconds)
    if done.returncode != 0 or not done.stdout.startswith(b"%PDF-"):
        raise TypesetError(done.stderr.decode(errors="replace")[:500] or "the press gave no PDF")
    if len(done.stdout) > MAX_BYTES:
        raise TypesetError("the document is too large")
    return done.stdout


@cache
def _signs() -> frozenset[int]:
    # Late: fonts are looked into when the first paper is set, not when the portal starts.
    from fontTools.ttLib import TTFont  # pyright: ignore[reportMissingTypeStubs] (its types are in the code)

    return frozenset(TTFont(FONTS / "GolosText-Regular.ttf").getBestCmap() or {}) | {ord("\n"), ord("\t")}


def _displayable(value: Any) -> Any:
    if isinstance(value, str):
        return "".join(_sign(one) for one in value)
    if isinstance(value, Mapping):
        return {name: _displayable(one) for name, one in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [_displayable(one) for one in cast("list[Any]", value)]
    return value


def _sign(sign: str) -> str:
    if ord(sign) in _signs():
        return sign
    plain = _STANDS_FOR.get(sign) or unicodedata.normalize("NFKD", sign)
    return "".join(one if ord(one) in _signs() else "?" for one in plain if not unicodedata.combining(one))


def _press(order: Mapping[str, Any], seconds: float) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(  # noqa: S603 - our own program, no shell, nothing of a person in its arguments
            [sys.executable, "-I", typeset_press.__file__],
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
            # No way out: a template that asked for a package would find neither a cache nor a network.
            env={"HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9", "RAYON_NUM_THREADS": "2"},
        )
    except subprocess.TimeoutExpired:
        raise TypesetError("the document took too long") from None
