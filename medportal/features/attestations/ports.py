"""What attestations need from outside: the dates that documents give, from a slice that keeps documents."""

from collections.abc import Callable
from uuid import UUID

from medportal.features.attestations.schemas.planning import Fact

# Each gives the dated facts of an account; the wiring appends one when a slice of documents is there. A fact's `ref`
# must stay the same for the same document. Whoever changes a document wakes the job "attestations.replan".
DatesOfDocuments = Callable[[UUID], tuple[Fact, ...]]
dates_of_documents: list[DatesOfDocuments] = []
