"""The content security policy of each page: only our own scripts, and the few inline ones by their hash.

The prerendered pages carry inline scripts of the framework. They are known when the frontend is built, so each is
allowed by its hash; anything slipped into a page later does not run. Source: CSP Level 3, 6.7.3.
"""

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_POLICY = (
    "default-src 'self'; script-src {scripts}; style-src {styles}; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
# A page has its style sheets as files; single elements carry a width or a gap of their own, and nothing else inline.
_STYLES = "'self'; style-src-attr 'unsafe-inline'"
# Short answers that are no pages of the frontend, as of a failure, bring their few rules along.
BARE = _POLICY.format(scripts="'self'", styles="'self' 'unsafe-inline'")


class Policies:
    """Policies of the pages of one built frontend."""

    def __init__(self, static_dir: Path) -> None:
        self._dir = static_dir
        self.of = lru_cache(maxsize=512)(self._of)
        self.is_folder = lru_cache(maxsize=512)(self._is_folder)

    def _of(self, path: str) -> str:
        page = self._page(path)
        if page is None:
            return BARE
        hashes = {
            "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"
            for script in _INLINE.findall(page.read_text(encoding="utf-8"))
        }
        return _POLICY.format(scripts=" ".join(("'self'", *sorted(hashes))), styles=_STYLES)

    def _is_folder(self, path: str) -> bool:
        """Whether the static server would redirect this path to the same one with a slash."""
        inside = not path.endswith("/") and ".." not in path and "\0" not in path
        return inside and (self._dir / path.strip("/") / "index.html").is_file()

    def _page(self, path: str) -> Path | None:
        """The file that the static server answers this path with; the not-found page when there is none."""
        name = path.strip("/")
        if ".." not in name and "\0" not in name:
            for candidate in (self._dir / name / "index.html", self._dir / f"{name}.html"):
                if candidate.is_file():
                    return candidate
        missing = self._dir / "404.html"
        return missing if missing.is_file() else None
