"""The whole way: a photographed passport, a person who decides, a visit to a centre, and a certificate anybody checks."""

from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from medportal.demonstration.papers import papers_of
from medportal.features.certificates import rules, texts
from medportal.features.documents.schemas.kinds import KINDS, KindKey
from medportal.features.levels.schemas import Level
from tests.journeys.archivist import FIXTURES, Archivist
from tests.journeys.colleague import Colleague, unread
from tests.journeys.conftest import Comes
from tests.journeys.doctor import Doctor
from tests.journeys.looking import faults_here, nothing
from tests.support.passport import photo_page, registration_page
from tests.support.portal import ServedPortal

# A slip of whoever printed the passport: a letter is missing in the patronymic.
MISPRINT = "Сергевна"
DIPLOMA_SCAN = FIXTURES / "not_passport.jpg"


def test_a_doctor_goes_the_whole_way_from_a_photo_of_the_passport_to_a_certificate(
    comes: Comes, browser: Browser, portal: ServedPortal, tmp_path: Path
) -> None:
    anna = comes("anna.primerova", reduced_motion="reduce")
    _registers_from_a_scan_and_corrects_what_it_says(anna)
    anna.level_is(Level.SIMPLE.words.ru)
    anna.every_check_is_confirmed()
    _adds_what_the_registers_confirm(anna)
    _adds_the_scan_of_the_diploma(anna)
    anna.open("/cabinet")
    waiting = anna.conditions()
    assert (waiting["passport_scan"], waiting["qualification_scan"]) == ("desk", "desk")
    unchanged, heard = anna.stays_the_same_page(), unread(anna)

    vera = _colleague(browser, portal, "verifier")
    vera.comes_in(to="/desk")
    found = {"queue": faults_here(vera)}
    _both_scans_are_confirmed_by_keys(vera, found)
    vera.has_left()
    anna.level_is(Level.STANDARD.words.ru)
    unchanged()

    olga = _colleague(browser, portal, "operator")
    olga.comes_in(to="/desk/centre")
    olga.finds_by_snils(anna.person.snils)
    expect(olga.page.locator("dl.answers")).to_contain_text(anna.person.full_name)
    found["centre"] = faults_here(olga)
    olga.proves_the_identity()
    olga.is_told_that_it_is_proven(anna.person.snils)
    olga.has_left()
    anna.level_is(Level.CONFIRMED.words.ru)
    unchanged()
    _the_bell_says_so(anna, heard)
    unchanged()

    paper = _takes_the_certificate_away(anna, tmp_path)
    token = rules.token_in(paper.read_bytes())
    assert token is not None
    stranger = browser.new_context(viewport={"width": 390, "height": 800}, locale="ru-RU").new_page()
    stranger.goto(f"{portal.url}/check#{token}")
    _is_valid(stranger, anna)
    stranger.goto(f"{portal.url}/check")
    stranger.set_input_files("#certificate-file", paper)
    _is_valid(stranger, anna)
    stranger.context.close()
    nothing(found)


def _registers_from_a_scan_and_corrects_what_it_says(anna: Doctor) -> None:
    anna.begin()
    photo = _picture("photo", photo_page(replace(anna.person, patronymic=MISPRINT)))
    findings = anna.page.locator(".scan-findings")
    anna.hand_in_a_scan([photo])
    expect(findings).to_contain_text("Нет страницы с регистрацией")
    anna.hand_in_a_scan([photo, _picture("registration", registration_page(anna.person))])
    expect(findings).to_have_count(0)
    expect(anna.input("surname")).to_have_value(anna.person.surname)
    expect(anna.input("birth_date")).to_have_value(f"{anna.person.birth_date:%d.%m.%Y}")
    expect(anna.input("patronymic")).to_have_value(MISPRINT)
    anna.type("patronymic", anna.person.patronymic or "")
    expect(anna.page.locator('[data-scan="patronymic"]')).to_have_attribute("data-mark", "differs")
    anna.go_on("person", to="contacts")
    anna.answer_contacts()
    anna.hand_in("contacts")
    anna.page.wait_for_selector("input[name=sms_code]")
    anna.prove_my_contacts()
    anna.answer_numbers()
    anna.go_on("numbers", to="passport")
    anna.page.click("#scan-take-all")
    expect(anna.input("passport_number")).to_have_value(anna.person.passport.number)
    anna.type("passport_issuer", anna.person.passport.issuer)
    anna.go_on("passport", to="address")
    anna.answer_address()
    anna.go_on("address", to="work")
    anna.answer_work()
    anna.hand_in("work")
    anna.page.wait_for_selector("form#form-password")
    anna.settle()
    anna.answer_password()
    anna.hand_in("password")
    anna.arrive("/register")
    anna.submit()


def _picture(name: str, drawn: bytes) -> dict[str, object]:
    return {"name": f"{name}.png", "mimeType": "image/png", "buffer": drawn}


def _adds_what_the_registers_confirm(anna: Doctor) -> None:
    own = papers_of(anna.person)
    anna.open("/qualification/policy")
    anna.filled("policy")
    anna.type("enp", own.policy.enp)
    anna.type("policy_issued_on", f"{own.policy.issued_on:%d.%m.%Y}")
    anna.hand_in("policy")
    anna.arrive("/qualification")
    expect(anna.page.locator('[data-slot="policy"]')).to_have_attribute("data-state", "met")
    anna.open("/qualification/accreditation")
    anna.filled("accreditation")
    anna.page.check("input[name=accreditation_kind][value=specialised]")
    anna.type("speciality", own.admission.speciality)
    anna.type("admission_number", own.admission.number)
    anna.type("issued_on", f"{own.admission.issued_on:%d.%m.%Y}")
    anna.type("expires_on", f"{own.admission.expires_on:%d.%m.%Y}")
    anna.hand_in("accreditation")
    anna.arrive("/qualification")
    expect(anna.page.locator('[data-slot="admission"]')).to_have_attribute("data-state", "met")


def _adds_the_scan_of_the_diploma(anna: Doctor) -> None:
    papers = Archivist(anna)
    papers.choose("diploma", DIPLOMA_SCAN)
    papers.send()
    papers.everything_is_uploaded()
    expect(papers.cards()).to_have_count(2)
    assert {kind: papers.settles(kind) for kind in ("passport", "diploma")} == {
        "passport": "in_review",
        "diploma": "in_review",
    }


def _both_scans_are_confirmed_by_keys(vera: Colleague, found: dict[str, list[str]]) -> None:
    lines = vera.page.locator("table.cases tbody tr")
    expect(lines).to_have_count(2)
    vera.takes_up_the_first_case()
    title = vera.page.locator("#case-title")
    expect(title).to_have_text(KINDS[KindKey.PASSPORT].title.ru)
    expect(vera.page.locator('tr[data-differs="yes"]')).to_contain_text(MISPRINT.upper())
    found["case"] = faults_here(vera)
    vera.confirms_by_keys()
    expect(title).to_have_text(KINDS[KindKey.DIPLOMA].title.ru)
    vera.confirms_by_keys()
    vera.arrive("/desk")
    expect(lines).to_have_count(0)


def _the_bell_says_so(anna: Doctor, heard: int) -> None:
    bell = anna.page.locator("#bell")
    expect(bell).not_to_have_attribute("data-unread", str(heard))
    bell.click()
    lines = anna.page.locator("#bell-panel li")
    for level in (Level.STANDARD, Level.CONFIRMED):
        expect(lines.filter(has_text=level.words.ru).first).to_be_visible()
    anna.page.keyboard.press("Escape")


def _takes_the_certificate_away(anna: Doctor, folder: Path) -> Path:
    anna.open("/certificate")
    anna.page.click("#get")
    expect(anna.page.locator("#certificate")).to_have_attribute("data-state", "issued", timeout=30_000)
    with anna.page.expect_download() as saving:
        anna.page.click("#download")
    paper = folder / "certificate.pdf"
    saving.value.save_as(paper)
    return paper


def _is_valid(stranger: Page, anna: Doctor) -> None:
    section = stranger.locator('[data-verdict="valid"]')
    expect(section).to_contain_text(texts.VERDICTS["valid"].ru)
    expect(section).to_contain_text(anna.person.full_name)


def _colleague(browser: Browser, portal: ServedPortal, role: str) -> Colleague:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="ru-RU", reduced_motion="reduce")
    return Colleague(context, portal, f"{role}@staff.example.ru", role)
