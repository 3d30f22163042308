"""A scan on the desk: what its doctor typed about the same paper stands beside it, and the look is on record."""

from collections.abc import Callable

import pytest
from sqlmodel import select

from medportal.features.desk import service as desk
from medportal.features.qualification import service
from medportal.features.qualification.schemas import RecordType
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import Ask, Subject
from medportal.infra import db
from medportal.infra.audit import AuditEntry
from medportal.kernel.actor import SYSTEM
from tests.features.qualification.doctors import VERIFIER, Doctor


@pytest.mark.both_databases
def test_a_scan_of_a_diploma_is_shown_beside_the_record_it_is_laid_to(doctor: Callable[[str], Doctor]) -> None:
    nina = doctor("nina.bezvestnaya")
    scan, other = nina.upload("diploma"), nina.upload("residency")
    record = nina.saved(RecordType.DIPLOMA)
    service.attach(nina.actor, record, scan)
    with db.unit_of_work() as uow:
        asked = [
            reviews.request(uow, SYSTEM, Ask(Subject.DOCUMENT, one, nina.id, kind))
            for one, kind in ((scan, "diploma"), (other, "residency"))
        ]
    for case, beside in zip(asked, (["Диплом: сведения"], []), strict=True):
        desk.open_case(VERIFIER, case)
        _, values = desk.values(VERIFIER, case)
        assert [one.title.ru for one in values.beside] == beside
    _, values = desk.values(VERIFIER, asked[0])
    assert ("Номер документа", nina.papers.diploma.number) in [
        (row.label.ru, row.typed) for row in values.beside[0].rows
    ]
    with db.reading() as uow:
        looks = select(AuditEntry.subject_id).where(AuditEntry.deed == "qualification.looked_at")
        assert record in uow.session.exec(looks).all()
