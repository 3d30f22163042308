"""Rows as their owner sees them."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from medportal.features.documents.models import Document
from medportal.features.documents.rules import keeping, showing
from medportal.features.documents.schemas.documents import (
    DocumentCard,
    DocumentState,
    KeptReading,
    ReadField,
    Reason,
    Waits,
)
from medportal.features.documents.schemas.intake import Scan
from medportal.features.documents.schemas.kinds import KINDS, KindKey
from medportal.features.documents.schemas.reading import Box, Field, Reading, Source
from medportal.infra import vault
from medportal.kernel import clock
from medportal.kernel.text import Text

READING_PLACE = "document.sealed_reading"
VALUES_PLACE = "document.sealed_values"
NAME_PLACE = "document_file.sealed_name"
WHY_PLACE = "document_look.sealed_why"


def card(row: Document, today: date, *, pictured: bool = True) -> DocumentCard:
    """The card of a document."""
    kind, state, binned = KindKey(row.kind), DocumentState(row.state), row.binned_at is not None
    expiring = not binned and showing.ends_soon(kind, state, row.expires_on, today)
    word, tone = showing.word(state, expiring=expiring, binned=binned)
    return DocumentCard(
        id=row.id,
        kind=kind,
        title=KINDS[kind].title,
        state=state,
        word=word,
        tone=tone,
        scan=Scan(row.scan),
        waits=Waits(row.waits) if row.waits else None,
        pages=row.pages,
        created_at=row.created_at,
        issued_on=row.issued_on,
        expires_on=row.expires_on,
        expiring=expiring,
        binned=binned,
        gone_on=row.gone_at.astimezone(clock.MOSCOW).date() if binned and row.gone_at else None,
        kept_why=keeping.kept_in_bin(decided=row.decided_at is not None) if binned else None,
        thumbnail=f"/files/{row.id}/thumbnail" if pictured and row.pages else "",
    )


def written(reading: Reading) -> str:
    """A reading as text to be sealed."""
    return json.dumps(
        {
            "accepted": reading.accepted,
            "codes": [code.value for code in reading.codes],
            "fields": {name: _field(one) for name, one in reading.fields.items()},
            "unread": list(reading.unread),
            "findings": [
                [one.code.value, one.zone.value, one.decisive, one.page, one.text.ru, one.text.en]
                for one in reading.findings
            ],
        },
        ensure_ascii=False,
    )


def reading_of(row: Document) -> KeptReading | None:
    """What the reader said of a document, if it was read."""
    plain = opened(row)
    if plain is None:
        return None
    return KeptReading(
        document_id=row.id,
        accepted=plain["accepted"],
        codes=tuple(plain["codes"]),
        fields={
            name: ReadField(value, Source(source), proven, page, Box(*box) if box else None)
            for name, (value, source, proven, page, box) in plain["fields"].items()
        },
        unread=tuple(plain["unread"]),
        findings=tuple(Reason(code, words) for code, _, words in findings_of(row)),
    )


def findings_of(row: Document) -> list[tuple[str, bool, Text]]:
    """Code, whether it refuses, and words of each finding of the reader."""
    plain = opened(row)
    return [(code, decisive, Text(ru, en)) for code, _, decisive, _, ru, en in plain["findings"]] if plain else []


def opened(row: Document) -> dict[str, Any] | None:
    """The sealed reading as plain data."""
    if row.sealed_reading is None:
        return None
    return json.loads(vault.reveal(READING_PLACE, row.id, row.sealed_reading))


def values_of(row: Document) -> dict[str, str]:
    """What the person typed off the document."""
    return json.loads(vault.reveal(VALUES_PLACE, row.id, row.sealed_values)) if row.sealed_values else {}


def names(sealed: Iterable[tuple[UUID, UUID, str]]) -> dict[UUID, list[str]]:
    """File names by document."""
    found: dict[UUID, list[str]] = {}
    for document_id, file_id, name in sealed:
        found.setdefault(document_id, []).append(vault.reveal(NAME_PLACE, file_id, name))
    return found


def _field(one: Field) -> list[object]:
    box = [one.box.left, one.box.top, one.box.width, one.box.height] if one.box else None
    return [one.value, one.source.value, one.proven, one.page + 1, box]
