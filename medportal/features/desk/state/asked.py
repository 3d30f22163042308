"""What is asked for in the address of the desk's pages: the saved filter is the address itself."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from medportal.features.reviews.schemas import Limit, Shelf, Subject, Wanted
from medportal.kernel.actor import Role

DESK = (Role.VERIFIER, Role.ADMINISTRATOR)


def wanted(query: Mapping[str, Any]) -> Wanted:
    """The filter of an address; what is not understood is left out."""
    shelf, subject, limit = Shelf.OPEN, None, None
    with suppress(ValueError):
        shelf = Shelf(str(query.get("shelf", Shelf.OPEN)))
    with suppress(ValueError):
        subject = Subject(str(query.get("subject", "")))
    with suppress(ValueError):
        limit = Limit(str(query.get("limit", "")))
    kind = str(query["kind"])[:40] if "kind" in query and subject else None
    return Wanted(shelf, subject, kind, limit, oldest=str(query.get("order", "")) == "age")


def address(path: str, asked: Wanted, **more: str) -> str:
    """The address of a page with a filter in it."""
    told = {
        "shelf": "" if asked.shelf is Shelf.OPEN else str(asked.shelf),
        "subject": str(asked.subject or ""),
        "kind": asked.kind or "",
        "limit": str(asked.limit or ""),
        "order": "age" if asked.oldest else "",
        **more,
    }
    query = urlencode({name: value for name, value in told.items() if value})
    return f"{path}?{query}" if query else path


def case_id(query: Mapping[str, Any]) -> UUID | None:
    """The case an address names."""
    with suppress(ValueError):
        return UUID(str(query.get("id", "")))
    return None
