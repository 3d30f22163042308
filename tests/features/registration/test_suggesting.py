"""What a scan offers to the wizard: only what was read and passes the rules, and only to whom it belongs."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

import medportal.features.documents.jobs  # noqa: F401
from medportal.features.documents import ports
from medportal.features.documents import service as documents
from medportal.features.documents.adapters.intake.absent import AbsentScanner
from medportal.features.documents.adapters.intake.pool import SandboxInspector
from medportal.features.documents.schemas.handing import Sent
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.registration import service
from medportal.features.registration.rules import suggesting
from medportal.features.registration.schemas import ReadState, Section, Suggestions
from medportal.infra import jobs, shelf
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError
from medportal.settings import settings
from tests.features.documents.reading.fixtures import FOLDER, SCANS, Scan, blind, named, reader
from tests.features.registration.applicants import Applicant

TODAY = date(2026, 11, 23)
SEEING = reader().reads_russian


@pytest.fixture(scope="module")
def _inspector() -> Iterator[SandboxInspector]:
    made = SandboxInspector(seats=1)
    yield made
    made.close()


@pytest.fixture
def applicant(portal: str, anna: Applicant, _inspector: SandboxInspector) -> Iterator[Actor]:
    ports.inspector.plug(_inspector)
    ports.scanner.plug(AbsentScanner())
    ports.reader.plug(reader())
    shelf.use(shelf.store_of(settings()))
    yield anna.begin().actor
    shelf.use(None)


def _hand_in(actor: Actor, file: str = "pdf_main_reg.pdf") -> None:
    documents.take_in(actor, Sent(KindKey.PASSPORT, file, "", (FOLDER / file).read_bytes()))


def _values(found: Suggestions) -> dict[str, str]:
    return {one.name: one.value for one in found.offers}


@pytest.mark.parametrize("scan", [one for one in SCANS if one.fields], ids=lambda one: one.file)
def test_what_stands_in_a_passport_fits_the_fields_of_the_wizard(scan: Scan):
    said = scan.fields
    assert suggesting.answers(Section.PASSPORT, said, TODAY) == {
        "passport_series": f"{said['series'][:2]} {said['series'][2:]}",
        "passport_number": said["number"],
        "passport_issued_on": said["issue_date"],
        "passport_issuer": said["issuing_authority"],
        "passport_division_code": said["division_code"],
    }
    person = suggesting.answers(Section.PERSON, said, TODAY)
    assert person["surname"].upper() == said["surname"]
    assert person["sex"] == {"МУЖ": "M", "ЖЕН": "F"}[said["sex"]]
    assert person["birth_date"] == said["birth_date"]
    address = suggesting.answers(Section.ADDRESS, said, TODAY)
    parts = said["registration"]
    assert parts["locality"].split()[-1] in address["city"].upper()
    assert address["street"].upper() == parts["street"]
    assert address["house"].startswith(parts["house"])
    assert address.get("flat", "") == parts["flat"]


@pytest.mark.parametrize(
    "address", ["", "МОСКВА", "Г. МОСКВА, УЛ. МИРА", "Г. МОСКВА, Д. 5", "А, Б, В, Г, Д", "Г. МОСКВА, МИРА, Д. 5, КВ. 1"]
)
def test_an_address_of_another_shape_offers_nothing(address: str):
    assert suggesting.parts_of(address) == {}


def test_a_region_nobody_knows_is_not_offered_and_the_rest_is():
    found = suggesting.answers(
        Section.ADDRESS, {"registration_address": "НЕБЫВАЛАЯ ОБЛ, Г. ЛЕСНОЙ, УЛ. 8 МАРТА, Д. 5/1, КОРП. 2"}, TODAY
    )
    assert found == {"city": "г. Лесной", "street": "ул. 8 Марта", "house": "5/1, корп. 2"}


def test_what_the_rules_of_the_form_refuse_is_not_offered():
    read = {"series": "65A2", "number": "756454", "issue_date": "31.02.2020", "division_code": "000-001"}
    assert suggesting.answers(Section.PASSPORT, read, TODAY) == {"passport_number": "756454"}
    assert suggesting.answers(Section.PERSON, {"surname": "VLASOV", "sex": "X"}, TODAY) == {}


def test_names_are_written_as_people_write_them():
    assert suggesting.titled("ОГЛЫ-ИВАНОВ") == "Оглы-Иванов"
    assert suggesting.titled("Г. РОСТОВ-НА-ДОНУ") == "г. Ростов-на-Дону"
    assert suggesting.titled("ПР-КТ МИРА") == "пр-кт Мира"


@pytest.mark.both_databases
def test_a_scan_travels_from_the_upload_to_offers(applicant: Actor):
    assert service.suggestions(applicant, Section.PASSPORT).state is ReadState.NONE
    _hand_in(applicant)
    assert service.suggestions(applicant, Section.PASSPORT).state is ReadState.WORKING
    jobs.work_off()
    found = service.suggestions(applicant, Section.PASSPORT)
    said = named("pdf_main_reg.pdf").fields
    assert found.state is ReadState.READ
    assert _values(found)["passport_number"] == said["number"]
    assert {one.name for one in found.offers if one.proven} == {
        *("passport_series", "passport_number", "passport_issued_on", "passport_division_code")
    }
    assert ("passport_issuer" in _values(found)) == SEEING
    person = service.suggestions(applicant, Section.PERSON)
    assert _values(person)["birth_date"] == said["birth_date"]
    assert {one.name for one in person.offers if one.proven} == {"birth_date"}
    # Offered is not answered.
    assert service.answers(applicant).get(Section.PASSPORT, {}) == {}
    assert said["number"] not in repr(found)


def test_without_the_russian_model_it_is_said_what_has_to_be_typed(applicant: Actor):
    ports.reader.plug(blind())
    _hand_in(applicant)
    jobs.work_off()
    found = service.suggestions(applicant, Section.PASSPORT)
    assert found.unread == ("passport_issuer",)
    assert any("Введите их сами" in one.ru for one in found.findings)
    assert service.suggestions(applicant, Section.ADDRESS).unread == ("region", "city", "street", "house", "flat")
    assert service.suggestions(applicant, Section.ADDRESS).offers == ()


def test_what_check_digits_do_not_prove_is_never_offered(applicant: Actor):
    _hand_in(applicant, "mrz_bad_check.jpg")
    jobs.work_off()
    found = service.suggestions(applicant, Section.PASSPORT)
    assert (
        not {"passport_series", "passport_number", "passport_issued_on", "passport_division_code"}
        & _values(found).keys()
    )
    assert any("контрольные цифры не сходятся" in one.ru for one in found.findings)


def test_a_blurred_scan_names_the_zone_and_offers_nothing_unproven(applicant: Actor):
    _hand_in(applicant, "main_glare_mrz.jpg")
    jobs.work_off()
    found = service.suggestions(applicant, Section.PASSPORT)
    assert found.offers == ()
    assert any(one.ru.startswith("Не видна строка кода внизу страницы: бликует") for one in found.findings)


def test_nobody_sees_what_was_read_off_another_persons_passport(applicant: Actor, someone: Callable[..., Applicant]):
    _hand_in(applicant)
    jobs.work_off()
    assert service.suggestions(someone(1).begin().actor, Section.PASSPORT).state is ReadState.NONE
    with pytest.raises(ForbiddenError):
        service.suggestions(Actor(Role.VISITOR), Section.PASSPORT)


def test_once_registered_numbers_are_shown_after_the_password_only(applicant: Actor):
    _hand_in(applicant)
    jobs.work_off()
    doctor = Actor(Role.DOCTOR, applicant.account_id)
    assert service.suggestions(doctor, Section.PASSPORT).state is ReadState.HIDDEN
    assert service.suggestions(doctor, Section.PASSPORT).offers == ()
    assert service.suggestions(doctor, Section.PERSON).state is ReadState.READ
