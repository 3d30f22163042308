"""A gallery of many documents, laid down beside a portal: `python -m tests.load.papers ACCOUNT COUNT`.

Rows and sealed thumbnails as taking in makes them, without looking into hundreds of files; a programme of its own, so
that keys and database are those of the portal it is told to use.
"""

import sys
from io import BytesIO
from random import Random
from uuid import UUID

from PIL import Image, ImageDraw

from medportal import wiring
from medportal.features.documents.models import Document, DocumentFile, DocumentPage
from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.documents.service.cards import NAME_PLACE
from medportal.features.documents.store import files
from medportal.infra import shelf, vault
from medportal.infra.db import new_id, unit_of_work

STATES = (DocumentState.VERIFIED, DocumentState.KEPT, DocumentState.FIX_NEEDED, DocumentState.EXPIRED)


def thumbnail(number: int) -> bytes:
    """A page of lines, another for each document, as heavy as a real thumbnail."""
    chance, page = Random(number), Image.new("RGB", (320, 450), "#f4f1e8")
    pen = ImageDraw.Draw(page)
    for line in range(30, 420, 14):
        pen.line([(24, line), (24 + chance.randrange(60, 270), line)], fill="#39413e", width=chance.choice((2, 3, 5)))
    made = BytesIO()
    page.save(made, "JPEG", quality=80)
    return made.getvalue()


def lay(account_id: UUID, number: int) -> None:
    """One document: its row, its file's name, its page and the page's thumbnail."""
    document_id, file_id, page_id = new_id(), new_id(), new_id()
    receipt = shelf.put(files.THUMBNAIL, page_id, [thumbnail(number)])
    kind, state = list(KindKey)[number % len(KindKey)], STATES[number % len(STATES)]
    with unit_of_work() as uow:
        uow.session.add(
            Document(
                id=document_id, account_id=account_id, kind=kind, state=state, upload_key=document_id.hex,
                series_id=document_id, pages=1, scan="clean",
            )
        )  # fmt: skip
        uow.session.flush()
        uow.session.add(
            DocumentFile(
                id=file_id, document_id=document_id, account_id=account_id, slot="document", ordinal=0, kind="jpeg",
                size=1, sha256=receipt.sha256, content_fingerprint=file_id.hex,
                sealed_name=vault.seal(NAME_PLACE, file_id, f"paper-{number}.jpg"),
            )
        )  # fmt: skip
        uow.session.flush()
        uow.session.add(
            DocumentPage(
                id=page_id, document_id=document_id, file_id=file_id, ordinal=0, number=1, width=320, height=450,
                blank=False, image_sha256=receipt.sha256, image_size=receipt.size,
                thumbnail_sha256=receipt.sha256, thumbnail_size=receipt.size,
            )
        )  # fmt: skip


if __name__ == "__main__":
    wiring.plug()
    for one in range(int(sys.argv[2])):
        lay(UUID(sys.argv[1]), one)
