"""The face of the desk."""

from medportal.features.desk.service.centre import (
    PROVE,
    client_card,
    instruction,
    is_proven,
    papers_of,
    prove_in_person,
    record_proof,
    record_waiting_proofs,
)
from medportal.features.desk.service.screens import open_case, values

__all__ = [
    "PROVE",
    "client_card",
    "instruction",
    "is_proven",
    "open_case",
    "papers_of",
    "prove_in_person",
    "record_proof",
    "record_waiting_proofs",
    "values",
]
