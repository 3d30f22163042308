"""What the gallery of a person with five hundred documents costs; `python -m tests.load_documents.gallery` prints it.

Documents are taken in by the service itself, on a database, a shelf and keys of their own; only the sandbox is left out:
a made picture is handed in as if it had been looked into, for five hundred looks measure nothing of the gallery.
"""

import io
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from sqlmodel import delete

import medportal.features.accounts.jobs
import medportal.features.documents.jobs
import medportal.features.notifications.jobs
import medportal.features.reviews.jobs  # noqa: F401
from medportal.features.accounts import service as accounts
from medportal.features.documents import ports, service
from medportal.features.documents.adapters.intake.absent import AbsentScanner
from medportal.features.documents.schemas.documents import DocumentFilter
from medportal.features.documents.schemas.handing import Sent
from medportal.features.documents.schemas.intake import FileKind, Inside, Page
from medportal.features.documents.schemas.kinds import KindKey
from medportal.infra import db, jobs, migrate, shelf, tokens, vault
from medportal.infra.db import unit_of_work
from medportal.infra.throttle import Throttle
from medportal.kernel.actor import Actor, Role
from tests.conftest import INDEX_KEY, TOKEN_KEY, VAULT_KEYS

DOCUMENTS = 500
FIRST_CARDS_MS = 300
MOST_CARDS = 60
KINDS = (KindKey.DIPLOMA, KindKey.TRAINING, KindKey.OTHER, KindKey.LICENCE)


class Drawn:
    """Finds one made page in every file."""

    def __init__(self) -> None:
        self._page = Page(600, 800, False, _jpeg(600, 800), _jpeg(240, 320))

    def look_inside(self, kind: FileKind, data: bytes) -> Inside:
        return Inside((), (self._page,))


def _jpeg(width: int, height: int, shade: int = 128) -> bytes:
    made = io.BytesIO()
    Image.effect_noise((width, height), 20 + shade).convert("RGB").save(made, "JPEG", quality=80)
    return made.getvalue()


@contextmanager
def a_portal() -> Iterator[Actor]:
    """A database, a shelf, keys, and a doctor who has handed in all his documents."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/portal.db"
        migrate.upgrade(url)
        vault.open_vault(VAULT_KEYS, INDEX_KEY)
        tokens.open_tokens(TOKEN_KEY)
        jobs.use_memory()
        db.use(db.open_database(url))
        shelf.use(shelf.FolderStore(Path(folder) / "files"))
        ports.inspector.plug(Drawn())
        ports.scanner.plug(AbsentScanner())
        try:
            with unit_of_work() as uow:
                doctor = Actor(Role.DOCTOR, accounts.open_draft(uow, Actor(Role.VISITOR), "1", "h"))
            for number in range(DOCUMENTS):
                hand_in(doctor, number)
            yield doctor
        finally:
            db.use(None)
            jobs.use(None)
            shelf.use(None)


def hand_in(doctor: Actor, number: int) -> None:
    """One document of the many, taken in as any other."""
    data = _jpeg(120, 160, number)
    # Two hundred and forty files an hour are a person's limit; five hundred documents were handed in over years.
    if number % 200 == 0:
        _forget_the_count()
    sent = Sent(KINDS[number % len(KINDS)], f"Документ {number}.jpg", "image/jpeg", data)
    service.take_in(doctor, sent)


def _forget_the_count() -> None:
    with unit_of_work() as uow:
        uow.session.exec(delete(Throttle))


def timed(deed: Callable[[], object], runs: int = 15) -> float:
    """The median of milliseconds that a deed takes."""
    walls: list[float] = []
    for _ in range(runs):
        began = time.perf_counter()
        deed()
        walls.append((time.perf_counter() - began) * 1000)
    return statistics.median(walls)


def measure() -> Iterator[tuple[str, float, float | None]]:
    """What is measured, how long it took, and the most it may take, in milliseconds."""
    with a_portal() as doctor:
        first = service.gallery(doctor)
        if first.total != DOCUMENTS or len(first.cards) != MOST_CARDS:
            raise RuntimeError("the gallery is not the one that was made")
        shown = first.cards[0].id
        yield (
            f"gallery of {DOCUMENTS}: first {MOST_CARDS} cards",
            timed(lambda: service.gallery(doctor)),
            FIRST_CARDS_MS,
        )
        searched = DocumentFilter(words="Документ 4")
        yield f"gallery of {DOCUMENTS}: search", timed(lambda: service.gallery(doctor, searched)), FIRST_CARDS_MS
        yield "a thumbnail", timed(lambda: service.page(doctor, shown, 1, "thumbnail")), None
        yield "the viewer", timed(lambda: service.view(doctor, shown)), None


def main() -> None:
    """Print the table."""
    for what, took, most in measure():
        promised = "" if most is None else f"<= {most:g} ms {'ok' if took <= most else 'MISSED'}"
        print(f"{what:<44} {took:8.1f} ms  {promised}")


if __name__ == "__main__":
    main()
