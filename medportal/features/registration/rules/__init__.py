"""Rules of registration: how far a section is, what an answer must be, what the consent says."""

from medportal.features.registration.rules.progress import (
    ANSWERED,
    BEFORE_PHONE,
    CORRECTABLE,
    ORDER,
    SEALED,
    TAKEN_WINDOW,
    Progress,
    following,
    statuses,
)

__all__ = [
    "ANSWERED",
    "BEFORE_PHONE",
    "CORRECTABLE",
    "ORDER",
    "SEALED",
    "TAKEN_WINDOW",
    "Progress",
    "following",
    "statuses",
]
