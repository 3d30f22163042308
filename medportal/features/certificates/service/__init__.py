"""The face of certificates: ask for one, look after it, let anybody check it."""

from medportal.features.certificates.service.checking import check, keys, revoked_list
from medportal.features.certificates.service.ending import erase, forget_ended, revoke, settle
from medportal.features.certificates.service.issuing import make, request, wake_due
from medportal.features.certificates.service.owning import link, own, paper

__all__ = [
    "check",
    "erase",
    "forget_ended",
    "keys",
    "link",
    "make",
    "own",
    "paper",
    "request",
    "revoke",
    "revoked_list",
    "settle",
    "wake_due",
]
