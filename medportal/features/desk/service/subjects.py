"""What cases may be about, and how each is shown: a registry. Another subject is another entry."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from medportal.features.desk import texts
from medportal.features.desk.schemas import ScanPage, Values
from medportal.features.desk.service import doubles, papers
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.kinds import KINDS, KindKey
from medportal.features.qualification import service as qualification
from medportal.features.reviews.schemas import CaseFile, Subject
from medportal.kernel.actor import Actor
from medportal.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Shown:
    """How cases about one thing are shown.

    Attributes:
        title: what a sort of it is called.
        scan: the document whose pages stand beside the comparison, opened on record.
        values: the personal side, for private HTTP.
    """

    title: Callable[[str], Text]
    scan: Callable[[Actor, CaseFile], tuple[ScanPage, ...]]
    values: Callable[[Actor, CaseFile], Values]


def title_of(subject: Subject, kind: str) -> Text:
    """What a case is about, in a word or two."""
    shown = SUBJECTS.get(subject)
    return shown.title(kind) if shown else texts.SUBJECTS[subject]


def pages_of(actor: Actor, file: CaseFile, document_id: UUID) -> tuple[ScanPage, ...]:
    """The pages of a scan, opened for this case: who, when and why is on record."""
    view = documents.open_for_review(actor, document_id, file.view.id, texts.LOOKED_FOR.ru)
    return tuple(ScanPage(page.number, page.address, page.thumbnail) for page in view.pages)


def _document_title(kind: str) -> Text:
    return KINDS[KindKey(kind)].title if kind in set(KindKey) else texts.SUBJECTS["document"]


def _document_pages(actor: Actor, file: CaseFile) -> tuple[ScanPage, ...]:
    return pages_of(actor, file, file.view.subject_id)


def _record_title(kind: str) -> Text:
    # A scan of the same paper is another case: what it is called must say which of the two it is.
    return texts.RECORD.fill(what=texts.PAPERS[kind]) if kind in texts.PAPERS else texts.SUBJECTS["education"]


def _record_pages(actor: Actor, file: CaseFile) -> tuple[ScanPage, ...]:
    document_id = qualification.paper_for_review(actor, file.view.subject_id, file.view.id).document_id
    return pages_of(actor, file, document_id) if document_id else ()


def _passport_pages(actor: Actor, file: CaseFile) -> tuple[ScanPage, ...]:
    document_id = doubles.passport_of(file)
    return pages_of(actor, file, document_id) if document_id else ()


_RECORD = Shown(_record_title, _record_pages, papers.record_values)
SUBJECTS = {
    Subject.DOCUMENT: Shown(_document_title, _document_pages, papers.document_values),
    Subject.EDUCATION: _RECORD,
    Subject.POLICY: _RECORD,
    Subject.IDENTITY: Shown(lambda _: texts.SUBJECTS["identity"], _passport_pages, doubles.identity_values),
    Subject.DUPLICATE: Shown(lambda _: texts.SUBJECTS["duplicate"], doubles.no_pages, doubles.duplicate_values),
}
