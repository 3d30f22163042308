"""In the sandbox: look into one file and pack the answer. Nothing here is trusted by the portal."""

import io
from typing import Any

from PIL import Image

from medportal.features.documents.adapters.intake import papers, pictures
from medportal.features.documents.adapters.intake.limits import Limits
from medportal.features.documents.adapters.intake.refusing import Refusal
from medportal.features.documents.schemas.intake import Code, FileKind, Page
from medportal.infra import frames


def look(kind: str, data: bytes, limits: Limits) -> bytes:
    """The answer for one file as a frame; every failure is a refusal with a code."""
    try:
        pages = papers.pages_of(data, limits) if kind == FileKind.PDF else pictures.pages_of(kind, data)
    except Refusal as refusal:
        return frames.pack({"codes": sorted(refusal.codes), "pages": []})
    except (MemoryError, RecursionError):
        return frames.pack({"codes": [Code.FILE_TOO_COMPLEX], "pages": []})
    except Exception:  # noqa: BLE001
        # Whatever a library raises over a stranger's bytes, the bytes are to blame.
        return frames.pack({"codes": [Code.FILE_DAMAGED], "pages": []})
    return _packed(pages)


def warm_up() -> None:
    """Have every library load what it loads late: afterwards no file may be opened."""
    papers.set_limits(Limits())
    sheet = Image.linear_gradient("L").resize((120, 160)).convert("RGB")
    for kind, name in ((FileKind.JPEG, "JPEG"), (FileKind.PNG, "PNG"), (FileKind.PDF, "PDF")):
        made = io.BytesIO()
        sheet.save(made, name)
        look(kind, made.getvalue(), Limits())


def _packed(pages: list[Page]) -> bytes:
    blobs: list[bytes] = []
    facts: list[dict[str, Any]] = []
    for page in pages:
        facts.append({"width": page.width, "height": page.height, "blank": page.blank})
        blobs += (page.image, page.thumbnail)
    return frames.pack({"codes": [], "pages": facts}, *blobs)
