"""The face of documents: files taken in, worked on, shown, kept and let go."""

from medportal.features.documents.service.changing import appeal, fill_in, move_to_bin, restore, sign
from medportal.features.documents.service.evidence import judges
from medportal.features.documents.service.gallery import gallery, gone
from medportal.features.documents.service.gathering import discard, finish
from medportal.features.documents.service.housekeeping import erase, let_go, verify_store
from medportal.features.documents.service.parts import (
    documents_of,
    find_current,
    find_document,
    find_newest,
    opened_by,
    reading_of,
    values_of,
)
from medportal.features.documents.service.processing import process, wake_due
from medportal.features.documents.service.serving import brought, servers
from medportal.features.documents.service.settling import expire, recheck, settle
from medportal.features.documents.service.shelving import clear
from medportal.features.documents.service.taking import replace_with as replace
from medportal.features.documents.service.taking import take_in
from medportal.features.documents.service.viewing import (
    history,
    open_for_review,
    original,
    page,
    signature,
    values,
    view,
)

__all__ = [
    "appeal",
    "brought",
    "clear",
    "discard",
    "documents_of",
    "erase",
    "expire",
    "fill_in",
    "find_current",
    "find_document",
    "find_newest",
    "finish",
    "gallery",
    "gone",
    "history",
    "judges",
    "let_go",
    "move_to_bin",
    "open_for_review",
    "opened_by",
    "original",
    "page",
    "process",
    "reading_of",
    "recheck",
    "replace",
    "restore",
    "servers",
    "settle",
    "sign",
    "signature",
    "take_in",
    "values",
    "values_of",
    "verify_store",
    "view",
    "wake_due",
]
