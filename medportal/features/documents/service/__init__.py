"""The face of documents."""

from medportal.features.documents.service.gallery import gallery
from medportal.features.documents.service.parts import (
    documents_of,
    find_current,
    find_document,
    opened_by,
    reading_of,
)

__all__ = [
    "documents_of",
    "find_current",
    "find_document",
    "gallery",
    "opened_by",
    "reading_of",
]
