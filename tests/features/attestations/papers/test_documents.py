"""A document that is handed in, confirmed, replaced, binned or brought back moves the calendar by itself, and says why."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from sqlmodel import select

from medportal.features.attestations import service
from medportal.features.attestations.models import CalendarEvent
from medportal.features.attestations.schemas.kinds import FactKind, MoveWhy
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.notifications import service as notifications
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import Subject
from medportal.infra import jobs
from medportal.infra.db import reading
from medportal.kernel.actor import Actor, Role
from tests.features.documents.keeping import people
from tests.features.documents.keeping.people import NUMBERS, hand_in, photo, sent

SNILS_OID = x509.ObjectIdentifier("1.2.643.100.3")


@pytest.fixture
def vera(portal: str) -> Actor:
    return people.staff(Role.VERIFIER)


def ends(actor: Actor) -> dict[str, date]:
    """The ends that stand in the calendar, by rule and subject; the passport's apart."""
    with reading() as uow:
        rows = uow.session.exec(
            select(CalendarEvent).where(CalendarEvent.account_id == actor.account_id, CalendarEvent.step == "end")
        ).all()
    return {row.rule_key or "": row.due_on for row in rows if row.cancelled_at is None}


def fill(actor: Actor, document_id: UUID, **values: str) -> None:
    documents.fill_in(actor, document_id, values)
    jobs.work_off()


def confirm(vera: Actor, document_id: UUID) -> None:
    with reading() as uow:
        case = reviews.find(uow, Subject.DOCUMENT, document_id)
    file = reviews.open_case(vera, case.id)
    reviews.confirm(vera, file.view.id, file.version)
    jobs.work_off()


def whys(actor: Actor) -> set[MoveWhy]:
    return {move.why for move in service.moves(actor, 40)} - {MoveWhy.NEW}


@pytest.mark.both_databases
def test_an_accreditation_moves_the_calendar_from_its_upload_to_its_replacement(anna, vera):
    service.tell_fact(anna, FactKind.ACCREDITATION, date(2022, 3, 1))
    assert ends(anna) == {"accreditation_periodic": date(2027, 3, 1)}
    taken = hand_in(anna, photo(0, kind=KindKey.ACCREDITATION)).document_id
    fill(anna, taken, issued_on="10.02.2022", expires_on="10.02.2027", speciality="Терапия")
    # Nobody has confirmed it, and the word is newer.
    assert ends(anna) == {"accreditation_periodic": date(2027, 3, 1)}
    confirm(vera, taken)
    assert ends(anna) == {"accreditation_periodic": date(2027, 2, 10)}
    assert whys(anna) == {MoveWhy.BY_PAPER}
    body = next(line.body.ru for line in notifications.bell(anna).lines if line.title.ru == "План изменился")
    assert "теперь срок считается по документу" in body
    (told,) = service.facts(anna)
    assert (told.counts, told.beaten_by.link) == (False, f"/documents/view?id={taken}")
    event = next(one for one in service.agenda(anna, None).events if one.title.ru == "Окончание аккредитации: Терапия")
    shown = service.event(anna, event.id).paper
    assert (shown.title.ru, shown.confirmed) == ("Выписка об аккредитации", True)

    newer = hand_in(anna, photo(1, kind=KindKey.ACCREDITATION)).document_id
    fill(anna, newer, issued_on="20.11.2026", expires_on="20.11.2031", speciality="Терапия")
    assert ends(anna) == {"accreditation_periodic": date(2027, 2, 10)}
    confirm(vera, newer)
    assert ends(anna) == {"accreditation_periodic": date(2031, 11, 20)}
    assert MoveWhy.PAPER_CHANGED in whys(anna)
    documents.move_to_bin(anna, newer)
    jobs.work_off()
    assert ends(anna) == {"accreditation_periodic": date(2027, 2, 10)}
    documents.move_to_bin(anna, taken)
    jobs.work_off()
    assert ends(anna) == {"accreditation_periodic": date(2027, 3, 1)}
    assert MoveWhy.BY_WORD in whys(anna)
    documents.restore(anna, newer)
    jobs.work_off()
    assert ends(anna) == {"accreditation_periodic": date(2031, 11, 20)}


def test_each_kind_of_paper_yields_its_date_and_two_specialities_two(anna):
    for shade, (kind, values) in enumerate(
        (
            (KindKey.MEDICAL_EXAM, {"issued_on": "01.06.2026"}),
            (KindKey.MEDICAL_BOOK, {"issued_on": "01.06.2026", "expires_on": "01.06.2028"}),
            (KindKey.CATEGORY, {"issued_on": "01.06.2024", "speciality": "Терапия"}),
            (KindKey.LICENCE, {"issued_on": "01.06.2025"}),
            (KindKey.OMS_POLICY, {"issued_on": "01.11.2026", "expires_on": "30.12.2026"}),
            (KindKey.TRAINING, {"issued_on": "01.06.2024", "expires_on": "01.06.2029"}),
            (KindKey.EMPLOYMENT, {"issued_on": "01.06.2024", "expires_on": "31.12.2027"}),
            (KindKey.OTHER, {"expires_on": "31.01.2027"}),
            (KindKey.CERTIFICATE, {"issued_on": "02.06.2023", "expires_on": "02.06.2028", "speciality": "Терапия"}),
            (KindKey.CERTIFICATE, {"issued_on": "02.07.2023", "expires_on": "02.07.2028", "speciality": "Кардиология"}),
        )
    ):
        fill(anna, hand_in(anna, photo(shade, kind=kind)).document_id, **values)
    with reading() as uow:
        rows = uow.session.exec(select(CalendarEvent).where(CalendarEvent.account_id == anna.account_id)).all()
    found = sorted((row.rule_key, row.step, row.due_on) for row in rows if row.rule_key != "passport_age")
    assert found == [
        ("employment_end", "end", date(2027, 12, 31)),
        ("hygiene_training", "due", date(2028, 6, 1)),
        ("licence", "confirmation", date(2028, 6, 1)),
        ("medical_exam", "due", date(2027, 6, 1)),
        ("oms_policy", "end", date(2026, 12, 30)),
        ("paper_end", "end", date(2027, 1, 31)),
        ("qualification_category", "end", date(2029, 6, 1)),
        ("qualification_category", "papers", date(2029, 2, 1)),
        ("specialist_certificate", "end", date(2028, 6, 2)),
        ("specialist_certificate", "end", date(2028, 7, 2)),
        ("training_paper", "end", date(2029, 6, 1)),
    ]
    taken = {(one.kind, one.paper.title.ru if one.paper else "") for one in service.sources_of(anna)}
    assert (FactKind.CATEGORY, "Приказ о квалификационной категории") in taken
    assert (FactKind.BIRTH, "") in taken


def signature(snils: str, until: date) -> bytes:
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(SNILS_OID, snils)])
    last = datetime(until.year, until.month, until.day, 9, tzinfo=UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, datetime(2026, 1, 1, tzinfo=UTC), last)
    signer = pkcs7.PKCS7SignatureBuilder().set_data(b"paper").add_signer(made.sign(key, hashes.SHA256()), key, hashes.SHA256())  # fmt: skip
    return signer.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.DetachedSignature])


def test_the_certificate_by_which_the_owner_signed_is_dated_and_that_of_his_employer_is_not(anna):
    own, other = (hand_in(anna, photo(shade)).document_id for shade in (0, 1))

    def sign(document_id: UUID, snils: str, until: date) -> None:
        data = signature(snils, until)
        documents.sign(anna, document_id, sent(data, "подпись.sig"))
        jobs.work_off()

    sign(other, NUMBERS[1][0], date(2027, 1, 1))
    assert "esign_cert" not in ends(anna)
    sign(own, NUMBERS[0][0], date(2027, 4, 15))
    assert ends(anna)["esign_cert"] == date(2027, 4, 15)
    documents.move_to_bin(anna, own)
    jobs.work_off()
    assert "esign_cert" not in ends(anna)
