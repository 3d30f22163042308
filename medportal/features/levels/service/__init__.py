"""The face of levels: where an account stands, what it opens, what moved it, and who was proven to be whom."""

from medportal.features.levels.service.housekeeping import erase
from medportal.features.levels.service.proofs import proof_of, record_proof
from medportal.features.levels.service.settling import settle, settle_aged
from medportal.features.levels.service.standing import (
    lasts_until,
    may,
    met_by,
    must,
    standing_of,
    told_level,
    way,
    way_of,
)

__all__ = [
    "erase",
    "lasts_until",
    "may",
    "met_by",
    "must",
    "proof_of",
    "record_proof",
    "settle",
    "settle_aged",
    "standing_of",
    "told_level",
    "way",
    "way_of",
]
