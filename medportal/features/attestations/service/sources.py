"""Where dates come from: the profile, the papers of documents and of qualification, and what the person has told."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from medportal.features.attestations.models import CalendarFact
from medportal.features.attestations.rules import sources
from medportal.features.attestations.schemas.kinds import FactKind, FactOrigin
from medportal.features.attestations.schemas.planning import Fact, FactView, PaperView, SourceView
from medportal.features.attestations.store import events
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.documents import DocumentFact, DocumentState
from medportal.features.documents.schemas.kinds import KINDS, KindKey
from medportal.features.profile import service as profile
from medportal.features.profile.schemas import read_date
from medportal.features.qualification import service as qualification
from medportal.features.qualification.schemas import RecordFact, RecordState, RecordType
from medportal.infra.db import UnitOfWork, reading
from medportal.kernel import clock
from medportal.kernel.actor import Actor

DOCUMENT, RECORD = "document", "record"
# What each kind of paper dates. The passport's dates are those of the profile, checked by a register.
OF_DOCUMENTS = {
    KindKey.ACCREDITATION: FactKind.ACCREDITATION,
    KindKey.CERTIFICATE: FactKind.CERTIFICATE,
    KindKey.CATEGORY: FactKind.CATEGORY,
    KindKey.LICENCE: FactKind.LICENCE,
    KindKey.MEDICAL_EXAM: FactKind.MEDICAL_EXAM,
    KindKey.MEDICAL_BOOK: FactKind.HYGIENE,
}
# Of these only the end matters, and only when the paper names one.
BY_THEIR_END = {
    KindKey.OMS_POLICY: FactKind.OMS_TEMPORARY,
    KindKey.TRAINING: FactKind.TRAINING,
    KindKey.EMPLOYMENT: FactKind.EMPLOYMENT,
    KindKey.CONSENT: FactKind.PAPER,
    KindKey.OTHER: FactKind.PAPER,
}
OF_RECORDS = {
    RecordType.ACCREDITATION: FactKind.ACCREDITATION,
    RecordType.CERTIFICATE: FactKind.CERTIFICATE,
    RecordType.LICENCE: FactKind.LICENCE,
}
TEMPORARY = "2"
FIRST_ACCREDITATIONS = frozenset({"primary", "specialised"})
# From this day on who is accredited for the first time works under a mentor.
MENTORS_SINCE = date(2026, 3, 1)
USELESS = frozenset({DocumentState.REJECTED, DocumentState.SUPERSEDED})


def facts_of(uow: UnitOfWork, account_id: UUID) -> tuple[Fact, ...]:
    """Everything that rules may reckon from; of several about the same the rules themselves choose."""
    found = [events.as_fact(row) for row in events.facts(uow, account_id)]
    records = qualification.records_of(uow, account_id)
    # A record speaks for the scan that is laid to it.
    spoken_for = {one.document_id for one in records}
    found += [fact for one in records for fact in _of_record(one)]
    for one in documents.documents_of(uow, account_id):
        found += _of_signature(one)
        if one.document_id not in spoken_for:
            found += _of_document(one)
    return (*found, *_of_profile(uow, account_id))


def told_views(uow: UnitOfWork, account_id: UUID) -> tuple[FactView, ...]:
    """The dates that the person has told, oldest first, and which of them a paper stands in for."""
    weighed = {one.fact.told_by: one for one in sources.weighed(facts_of(uow, account_id), clock.today())}
    return tuple(_told(uow, account_id, row, weighed[row.id.hex]) for row in events.facts(uow, account_id))


def sources_of(actor: Actor) -> tuple[SourceView, ...]:
    """The dates that the portal takes by itself, and from where.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        weighed = sources.weighed(facts_of(uow, account_id), clock.today())
        return tuple(
            SourceView(
                one.fact.kind,
                one.fact.on,
                one.fact.until,
                one.fact.topic,
                one.beaten_by is None,
                paper_of(uow, account_id, one.fact.paper),
            )
            for one in weighed
            if one.fact.origin is not FactOrigin.PERSON
        )


def paper_of(uow: UnitOfWork, account_id: UUID, paper: str) -> PaperView | None:
    """The paper behind a date, when it is still there."""
    sort, _, number = paper.partition(":")
    if sort == DOCUMENT:
        document = documents.find_document(uow, account_id, UUID(number))
        if document is None:
            return None
        return PaperView(KINDS[document.kind].title, f"/documents/view?id={number}", document.confirmed)
    if sort == RECORD:
        record = next((one for one in qualification.records_of(uow, account_id) if str(one.id) == number), None)
        return PaperView(record.title, record.link, record.confirmed) if record else None
    return None


def _told(uow: UnitOfWork, account_id: UUID, row: CalendarFact, weighed: sources.Weighed) -> FactView:
    beaten = weighed.beaten_by
    paper = paper_of(uow, account_id, beaten.paper) if beaten else None
    return FactView(row.id, FactKind(row.kind), row.happened_on, row.until, row.topic, beaten is None, paper)


def _of_profile(uow: UnitOfWork, account_id: UUID) -> Iterator[Fact]:
    if not profile.is_settled(uow, account_id):
        return
    answers = profile.answers_of(uow, account_id)
    for kind, value in (
        (FactKind.BIRTH, answers["person"]["birth_date"]),
        (FactKind.PASSPORT_ISSUED, answers["passport"]["passport_issued_on"]),
    ):
        yield Fact(kind, read_date(value), "profile", origin=FactOrigin.PROFILE)


def _of_document(one: DocumentFact) -> Iterable[Fact]:
    if one.state in USELESS:
        return
    kind, ends = OF_DOCUMENTS.get(one.kind), BY_THEIR_END.get(one.kind)
    start = one.issued_on or (one.expires_on if ends else None)
    if start is None or (kind is None and (ends is None or one.expires_on is None)):
        return
    yield Fact(
        kind or ends or FactKind.PAPER,
        start,
        one.series_id.hex if ends in sources.EACH else "",
        one.expires_on,
        FactOrigin.DOCUMENT,
        one.speciality,
        one.confirmed,
        f"{DOCUMENT}:{one.document_id}",
    )


def _of_signature(one: DocumentFact) -> Iterable[Fact]:
    """A signature that the owner laid to a document tells when his certificate ends; nobody has verified it."""
    if one.certificate is not None:
        first, last = one.certificate
        paper = f"{DOCUMENT}:{one.document_id}"
        yield Fact(FactKind.ESIGN, first, "", last, FactOrigin.DOCUMENT, paper=paper)


def _of_record(one: RecordFact) -> Iterable[Fact]:
    if one.state is RecordState.REFUSED or one.issued_on is None:
        return
    kind = OF_RECORDS.get(one.type)
    if one.type is RecordType.POLICY:
        kind = FactKind.OMS_TEMPORARY if one.grade == TEMPORARY else FactKind.OMS_POLICY
    if kind is None:
        return
    paper = f"{RECORD}:{one.id}"
    yield Fact(kind, one.issued_on, "", one.expires_on, FactOrigin.DOCUMENT, one.speciality, one.confirmed, paper)
    if kind is FactKind.ACCREDITATION and one.grade in FIRST_ACCREDITATIONS and one.issued_on >= MENTORS_SINCE:
        yield Fact(
            FactKind.MENTORING, one.issued_on, "", None, FactOrigin.DOCUMENT, one.speciality, one.confirmed, paper
        )
