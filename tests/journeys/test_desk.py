"""The desk in a browser: a verifier comes in with a phone and decides by keys; an operator receives a client."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from pyotp.totp import TOTP

from medportal.demonstration.people import person
from medportal.kernel import clock
from tests.attacks.settle import answers
from tests.attacks.wire import COOKIE
from tests.journeys import looking
from tests.journeys.doctor import Doctor
from tests.journeys.visitor import Visitor
from tests.support import portal as portals
from tests.support.portal import ServedPortal

pytestmark = pytest.mark.timeout(300)
PASSPORTS = Path(__file__).parents[1] / "fixtures" / "passports"


@contextmanager
def _settled(*asked: str) -> Iterator[tuple[ServedPortal, dict[str, Any]]]:
    with portals.folder() as place:
        made = ServedPortal(place)
        done = subprocess.run(
            [sys.executable, "-m", "tests.support.desk_people", *asked],
            cwd=portals.CHECKOUT,
            env=portals.environment(**made._settings),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        made.begin()
        try:
            yield made, json.loads(done.stdout)
        finally:
            made.stop()


@pytest.fixture(scope="module")
def settled(frontend: None) -> Iterator[tuple[ServedPortal, dict[str, Any]]]:
    """A portal with staff and cases in it."""
    with _settled() as made:
        yield made


def _colleague(browser: Browser, portal: ServedPortal, session: str) -> Visitor:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="ru-RU")
    context.add_cookies([{"name": COOKIE, "value": session, "url": portal.url}])
    return Visitor(context, portal)


def test_a_verifier_comes_in_by_phone_and_decides_by_keys_while_a_colleague_is_told(
    browser: Browser, settled: tuple[ServedPortal, dict[str, Any]]
) -> None:
    portal, told = settled
    boris = told["staff"]["boris"]
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="ru-RU")
    verifier = Doctor(context, portal, person("anna.primerova"))
    verifier.try_to_sign_in(boris["email"], boris["password"])
    verifier.arrive("/login/factor")
    # The half-minute of his first code is used up: the next one is waited for as anybody would.
    code = TOTP(boris["secret"]).generate_otp(int(clock.now().timestamp()) // 30 + 1)
    verifier.input("factor_code").fill(code)
    found = {"factor": looking.faults_here(verifier, "desk-factor")}
    verifier.page.click("form#form-factor button[type=submit]")
    verifier.arrive("/desk")
    expect(verifier.page.locator("table.cases tbody tr")).to_have_count(2)
    found["queue"] = looking.faults_here(verifier, "desk-queue")

    vera = _colleague(browser, portal, told["staff"]["vera"]["session"])
    for one in (vera, verifier):
        one.open(f"/desk/case?id={told['case']}")
        expect(one.page.locator("[data-private=who]")).to_contain_text("Примерова")
    expect(verifier.page.locator(".scan-window img")).to_be_visible()
    expect(verifier.page.locator('tr[data-differs="yes"]').nth(2)).to_be_visible()
    found["case"] = looking.faults_here(verifier, "desk-case")

    # Typed into a note, the letters of keys are letters.
    verifier.page.keyboard.press("n")
    verifier.page.locator("textarea[name=words]").fill("Смотрю c r a")
    verifier.page.keyboard.press("c")
    expect(verifier.page.locator(".undo")).to_have_count(0)
    verifier.page.keyboard.press("Escape")
    verifier.page.locator("h1").click()

    aside = vera.another_tab()
    aside.goto(f"{portal.url}/desk")
    expect(aside.locator("table.cases tbody tr")).to_have_count(2)
    _confirms_in_haste(verifier)
    # Taken back in time, the case is there again; decided once more, it stays so.
    verifier.page.keyboard.press("z")
    expect(verifier.page.locator("#case-title")).to_have_text("Паспорт гражданина РФ")
    expect(verifier.page.locator(".undo")).to_have_count(0)
    expect(aside.locator("table.cases tbody tr")).to_have_count(2)
    _confirms_in_haste(verifier)
    # The colleague who looks at the same case is told by itself, and cannot decide it once more.
    expect(vera.page.locator('[role="alert"]').first).to_contain_text("Дело изменилось")
    vera.page.locator('[data-act="confirm"]').click()
    expect(vera.page.locator('[role="alert"]').first).to_contain_text("уже есть решение")
    found["undo"] = looking.faults_here(verifier, "desk-undo")
    # The queue on the other desk has changed by itself.
    expect(aside.locator("table.cases tbody tr")).to_have_count(1)
    expect(verifier.page.locator(".undo")).to_have_count(0, timeout=15_000)
    assert vera.complaints == []
    assert verifier.complaints == []
    context.close()
    vera.context.close()
    looking.nothing(found)


def _confirms_in_haste(verifier: Visitor) -> None:
    """«C»; the next case opens by itself, and a second press as it appears does not decide what nobody has seen yet."""
    verifier.page.wait_for_timeout(800)
    verifier.page.evaluate("""() => {
        const watch = new MutationObserver(() => {
            if (document.querySelector('#case-title')?.textContent !== 'Трудовая книжка') return
            watch.disconnect()
            document.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', code: 'KeyC', bubbles: true }))
        })
        watch.observe(document.body, { subtree: true, childList: true, characterData: true })
    }""")
    verifier.page.keyboard.press("c")
    expect(verifier.page.locator("#case-title")).to_have_text("Трудовая книжка")
    expect(verifier.page.locator(".undo li")).to_have_count(1)
    expect(verifier.page.locator(".undo")).to_contain_text("Подтверждено: Паспорт")


def _scan_what_lies_on_the_table(olga: Visitor, found: dict[str, Any]) -> None:
    """The passport fills the form; a diploma is scanned, one that lay there by mistake goes again."""
    page = olga.page
    page.wait_for_selector("form#form-person")
    page.set_input_files("#scan-files", PASSPORTS / "pdf_main_reg.pdf")
    expect(page.locator('form#form-person [name="surname"]')).to_have_value("Виноградова", timeout=30_000)
    expect(page.locator(".brought li")).to_have_count(1)
    page.select_option("#upload-kind", "diploma")
    page.set_input_files("#upload-files", PASSPORTS / "main_gray_scan.png")
    page.click("#upload-go")
    expect(page.locator(".brought li")).to_have_count(2)
    found["scans"] = looking.faults_here(olga, "desk-scans")
    for left in (1, 0):
        page.locator(".brought li").first.get_by_role("button", name="Убрать").click()
        page.locator(".brought .mend").get_by_role("button", name="Убрать").click()
        expect(page.locator(".brought .mend")).to_have_count(0)
        expect(page.locator(".brought li")).to_have_count(left)


def _posts_and_changes_a_rule(olga: Visitor, found: dict[str, Any]) -> None:
    """What operators do in calendars: an announcement, and the next version of a rule."""
    page = olga.page
    olga.open("/calendar/posts")
    page.fill("form#form-post [name=title_ru]", "Проверка Росздравнадзора")
    page.fill("form#form-post [name=body_ru]", "Подготовьте журналы.")
    page.click("form#form-post button[type=submit]")
    # A second press posts nothing: what was sent is not in the form any more.
    expect(page.locator("form#form-post [name=title_ru]")).to_have_value("")
    expect(page.locator("main .lines li")).to_have_count(1)
    found["posts"] = looking.faults_here(olga, "calendar-posts")
    olga.open("/calendar/rules")
    rule = page.locator('[data-rule="qualification_category"]')
    rule.get_by_role("button", name="Новая версия").click()
    months = rule.locator('fieldset[data-field="minus_papers"] input').nth(1)
    expect(months).to_have_value("4")
    months.fill("2000")
    rule.locator("button[type=submit]").click()
    expect(rule.locator(".summary-of-errors")).to_be_visible()
    found["rule"] = looking.faults_here(olga, "calendar-rule")
    months.fill("3")
    rule.locator("button[type=submit]").click()
    expect(rule).to_contain_text("за 3 месяца до этого")


def test_an_operator_receives_a_client_who_agrees_and_finishes_by_himself(
    browser: Browser, settled: tuple[ServedPortal, dict[str, Any]]
) -> None:
    portal, told = settled
    olga = _colleague(browser, portal, told["staff"]["olga"]["session"])
    who = person("vera.skazkina")
    olga.open("/desk/centre")
    found = {"centre": looking.faults_here(olga, "desk-centre")}
    _posts_and_changes_a_rule(olga, found)
    olga.open("/desk/centre")
    olga.page.click("#begin")
    olga.page.wait_for_url(re.compile("/desk/centre/client"))
    _scan_what_lies_on_the_table(olga, found)
    for section, values in answers(who).items():
        if section == "password":
            continue
        form = f"form#form-{section}"
        olga.page.wait_for_selector(form)
        for name, value in values.items():
            control = olga.page.locator(f'{form} [name="{name}"]')
            if control.first.get_attribute("type") == "radio":
                olga.page.locator(f'{form} [name="{name}"][value="{value}"]').check()
            elif value == "on":
                control.check()
            else:
                control.fill(value)
                olga.page.keyboard.press("Escape")
        olga.page.click(f"{form} button[type=submit]")
        expect(olga.page.locator(f'[data-section="{section}"] .tag')).to_be_visible()
    olga.page.locator('input[name=reason][value="passport"]').check()
    found["client"] = looking.faults_here(olga, "desk-client")
    olga.page.click("#send-letter")
    expect(olga.page.locator("#invited")).to_be_visible()
    paper = olga.context.request.get(f"{portal.url}/desk/centre/instruction.pdf")
    assert paper.body().startswith(b"%PDF-")

    link = next(re.search(r"http\S+/activate#\S+", one["body"]) for one in portal.letters(who.email))
    client = Doctor(browser.new_context(viewport={"width": 1000, "height": 900}, locale="ru-RU"), portal, who)
    assert link is not None
    client.page.goto(link[0])
    client.settle()
    client.input("consent").check()
    client.page.click("form#form-consent button[type=submit]")
    client.arrive("/register")
    expect(client.page.locator("main")).to_contain_text("Телефон")
    olga.page.reload()
    olga.settle()
    expect(olga.page.locator('[role="status"]').first).to_contain_text("дал согласие")
    assert [*olga.complaints, *client.complaints] == []
    client.context.close()
    olga.context.close()
    looking.nothing(found)


def test_an_operator_scans_originals_for_a_client_who_is_registered_already(
    browser: Browser, settled: tuple[ServedPortal, dict[str, Any]]
) -> None:
    portal, told = settled
    olga = _colleague(browser, portal, told["staff"]["olga"]["session"])
    anna = _colleague(browser, portal, told["doctor"])
    page = olga.page
    olga.open("/desk/centre")
    page.locator("select[name=reason]").first.select_option("snils")
    page.fill("input[name=words]", person("anna.primerova").snils)
    page.get_by_role("button", name="Найти", exact=True).click()
    expect(page.locator("dl.answers")).to_contain_text("Примерова")
    found = {"found": looking.faults_here(olga, "desk-found")}
    page.click("#visit")
    page.wait_for_url(re.compile("/desk/centre/visit"))
    expect(page.locator("main")).to_contain_text("Примерова Анна Сергеевна")
    # What she has uploaded herself is not told.
    expect(page.locator("main")).to_contain_text("Пока ничего")
    page.select_option("#upload-kind", "diploma")
    page.set_input_files("#upload-files", PASSPORTS / "main_scan200.jpg")
    page.click("#upload-go")
    expect(page.locator(".brought li")).to_have_count(1)
    found["visit"] = looking.faults_here(olga, "desk-visit")
    # Opened again, the page knows who stands there.
    page.reload()
    olga.settle()
    expect(page.locator(".brought li")).to_have_count(1)

    anna.open("/documents")
    anna.page.locator(".document", has_text="Диплом").get_by_role("link").first.click()
    anna.page.wait_for_url(re.compile("/documents/view"))
    expect(anna.page.locator("main")).to_contain_text("оператор сервисного центра")
    page.click("#leave")
    page.wait_for_url(re.compile(r"/desk/centre/?$"))
    olga.open("/desk/centre/visit?client=" + told["doctor_id"])
    page.wait_for_url(re.compile(r"/desk/centre/?$"))
    assert [*olga.complaints, *anna.complaints] == []
    anna.context.close()
    olga.context.close()
    looking.nothing(found)


def test_a_doctor_appeals_against_a_refused_record_by_keys_and_somebody_else_decides(
    browser: Browser, frontend: None
) -> None:
    with _settled("refused") as (portal, told):
        anna = _colleague(browser, portal, told["doctor"])
        anna.open("/qualification/education/diploma?id=" + told["record"])
        expect(anna.page.locator("article.record")).to_have_attribute("data-state", "refused")
        expect(anna.page.locator("article.record")).to_contain_text("Номер не виден")
        anna.page.locator("#appeal summary").press("Enter")
        found = {"appeal": looking.faults_here(anna, "record-appeal")}
        anna.page.locator("#appeal textarea").fill("Номер виден на обороте")
        anna.page.locator("#appeal button").press("Enter")
        expect(anna.page.locator("#said")).to_be_focused()
        expect(anna.page.locator("article.record")).to_have_attribute("data-state", "in_review")
        expect(anna.page.locator("#appeal")).to_have_count(0)

        boris = _colleague(browser, portal, told["staff"]["boris"]["session"])
        boris.open("/desk?subject=education")
        boris.page.locator("table.cases tbody tr", has_text="обжалование").get_by_role("link").click()
        expect(boris.page.locator("#case-title")).to_have_text("Диплом: сведения")
        expect(boris.page.locator("blockquote")).to_contain_text("Номер виден на обороте")
        boris.page.locator('[data-act="confirm"]').click()
        expect(boris.page.locator(".undo")).to_have_count(1)
        expect(anna.page.locator("article.record")).to_have_attribute("data-state", "verified", timeout=60_000)
        assert [*anna.complaints, *boris.complaints] == []
        for one in (anna, boris):
            one.context.close()
        looking.nothing(found)
