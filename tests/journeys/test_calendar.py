"""The calendar walked through: next year's accreditation, training from a table, the feed, the grid by keyboard alone;
and a reminder that arrives in a real SMTP server and on the bell of a second tab."""

import io
import re
import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import urlsplit

import httpx
import openpyxl
import pytest
import recurring_ical_events
import vobject
from aiosmtpd.controller import Controller
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from medportal.kernel import clock
from tests.attacks import served
from tests.attacks.wire import COOKIE
from tests.journeys import looking
from tests.journeys.keyboard import Typist
from tests.journeys.visitor import Visitor
from tests.support import portal as portals
from tests.support import servers

TODAY = clock.today()
# Within the year that the agenda looks ahead, on whatever day this runs; 29 February has no day five years before.
ENDS = next(day for days in (300, 301) if f"{(day := TODAY + timedelta(days=days)):%d.%m}" != "29.02")
ACCREDITED = ENDS.replace(year=ENDS.year - 5)
# Month and training are looked at on the way.
PLACES = (
    ("week", "/calendar?view=week", "table.month-roomy"),
    ("year", "/calendar?view=year", ".small-month"),
    ("agenda", "/calendar?view=agenda", ".agenda .event-line"),
    ("dates", "/calendar/dates", "#taken-title"),
    ("reminders", "/calendar/reminders", "form#form-reminders"),
    ("exchange", "/calendar/exchange", "#feed-make"),
    ("rules", "/calendar/rules", "[data-rule]"),
)
HEAD = ["Название", "Организация", "Вид", "Часы", "ЗЕТ", "Дата начала", "Дата окончания"]


class Postbox:
    """Keeps the letters that a server was handed."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    async def handle_DATA(self, server, session, envelope) -> str:
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 taken"


@pytest.fixture(scope="module")
def postbox() -> Iterator[tuple[Postbox, int]]:
    """A real SMTP server."""
    box, port = Postbox(), servers.free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, port
    controller.stop()


@pytest.fixture(scope="module")
def target(frontend: None, postbox: tuple[Postbox, int]) -> Iterator[served.Target]:
    """A portal with settled people, whose letters go to that server."""
    with portals.folder() as place:
        made = served.Target(place)
        made.settle()
        made._settings["MEDPORTAL_SMTP_URL"] = f"smtp://127.0.0.1:{postbox[1]}?encryption=none"
        made.begin()
        try:
            yield made
        finally:
            made.stop()


def _signed_in(browser: Browser, target: served.Target, key: str) -> Iterator[Visitor]:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="ru-RU", timezone_id="Europe/Moscow", reduced_motion="reduce"
    )
    context.add_cookies([{"name": COOKIE, "value": target.people[key].session, "url": target.url}])
    who = Visitor(context, target)
    yield who
    context.close()
    assert who.complaints == []


@pytest.fixture
def anna(browser: Browser, target: served.Target) -> Iterator[Visitor]:
    """A settled doctor, signed in."""
    yield from _signed_in(browser, target, served.ANNA)


@pytest.fixture
def vera(browser: Browser, target: served.Target) -> Iterator[Visitor]:
    """Another one, who has told no dates: whatever day it is, no rule reminds her of anything."""
    yield from _signed_in(browser, target, served.VERA)


def test_a_doctor_sees_next_years_date_enters_training_and_gives_the_calendar_out(
    anna: Visitor, target: served.Target
) -> None:
    found: dict[str, list[str]] = {}
    _the_date_of_accreditation_is_told(anna)
    found["/calendar"] = _next_years_end_is_seen(anna)
    found["/calendar/training"] = _a_table_of_trainings_raises_readiness(anna)
    _another_programme_reads_the_feed(anna, target)
    _the_grid_is_walked_by_keyboard_alone(anna)
    for name, path, selector in PLACES:
        anna.open(path)
        anna.page.wait_for_selector(selector)
        found[path] = looking.faults_here(anna, f"calendar-{name}")
    looking.nothing(found)


def test_a_reminder_arrives_by_smtp_and_on_the_bell_of_a_second_tab(
    vera: Visitor, target: served.Target, postbox: tuple[Postbox, int]
) -> None:
    page = vera.page
    vera.open("/calendar/reminders")
    page.wait_for_selector("form#form-reminders")
    for name in ("hour", "quiet_from", "quiet_to"):
        page.select_option(f"[name={name}]", "0")
    page.click("form#form-reminders button[type=submit]")
    expect(page.locator("main .notice-ok")).to_be_visible()
    second = vera.another_tab()
    second.goto(f"{target.url}/cabinet")
    second.wait_for_selector('#bell[data-unread="0"]')
    vera.open("/calendar?view=month")
    page.click("#new-event")
    page.wait_for_selector("form#own-event")
    page.fill("[name=title]", "Врачебная комиссия")
    # One reminder, the day before: a midnight on the way brings no second one.
    page.uncheck('form#own-event [name=ladder][value="0"]')
    tomorrow = f"{clock.today() + timedelta(days=1):%d.%m.%Y}"
    page.fill("form#own-event [data-day=starts]", tomorrow)
    page.fill("form#own-event [data-day=ends]", tomorrow)
    page.click("form#own-event button[type=submit]")
    expect(page.locator("dialog")).to_have_count(0)
    # The portal looks once a minute.
    page.wait_for_selector('#bell[data-unread="1"]', timeout=100_000)
    began = time.monotonic()
    second.wait_for_selector('#bell[data-unread="1"]', timeout=30_000)
    assert time.monotonic() - began < 20  # told at once, not when the portal looks again
    second.click("#bell")
    expect(second.locator("#bell-panel li strong, #bell-panel li a").first).to_have_text("Врачебная комиссия")
    second.locator("#bell-panel .bell-top button").click()
    page.wait_for_selector('#bell[data-unread="0"]')
    _the_letter_came_with_a_way_out(target, postbox[0])
    _a_second_tab_hears_within_a_second(vera, second, target)


def test_a_finger_across_turns_the_month_the_week_and_the_year(browser: Browser, target: served.Target) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="ru-RU", timezone_id="Europe/Moscow", reduced_motion="reduce",
        has_touch=True, is_mobile=True,
    )  # fmt: skip
    context.add_cookies([{"name": COOKIE, "value": target.people[served.ANNA].session, "url": target.url}])
    anna = Visitor(context, target)
    title = anna.page.locator("#calendar-title")
    # Two months that have a last day of their own: a swipe must not skip February.
    _january_stands(anna)
    for across, shown in ((-200, "Февраль 2027"), (-200, "Март 2027"), (200, "Февраль 2027"), (200, "Январь 2027")):
        _swipe(anna.page, across)
        expect(title).to_have_text(shown)
    # What is no swipe turns nothing: a tap, a way down, two fingers. The swipe after them tells that they were heard.
    for across, down, fingers in ((20, 0, 1), (-100, 150, 1), (-200, 0, 2)):
        _swipe(anna.page, across, down=down, fingers=fingers)
    _swipe(anna.page, -200)
    expect(title).to_have_text("Февраль 2027")
    assert anna.page.evaluate("() => document.getAnimations().filter(one => one.playState === 'running').length") == 0
    for view, day, after in (("week", "2027-01-31", "1–7 февраля 2027"), ("year", "2027-01-31", "2028")):
        anna.open(f"/calendar?view={view}&day={day}")
        anna.page.wait_for_selector("#readiness h2")
        anna.page.wait_for_selector(f'.calendar[data-view="{view}"]')
        _swipe(anna.page, -200)
        expect(title).to_have_text(after)
    # Under an open sheet nothing turns.
    _january_stands(anna)
    anna.page.click("#new-event")
    anna.page.wait_for_selector("form#own-event")
    _swipe(anna.page, -200, on="dialog h2")
    anna.page.keyboard.press("Escape")
    expect(anna.page.locator("dialog")).to_have_count(0)
    _swipe(anna.page, -200)
    expect(title).to_have_text("Февраль 2027")
    context.close()
    assert anna.complaints == []


def _january_stands(anna: Visitor) -> None:
    """The last day of January, and nothing above it that would still push it down."""
    anna.open("/calendar?view=month&day=2027-01-31")
    anna.page.wait_for_selector("#readiness h2")
    expect(anna.page.locator("#calendar-title")).to_have_text("Январь 2027")


def _swipe(page: Page, across: int, *, down: int = 0, fingers: int = 1, on: str = '[role="grid"]') -> None:
    """A finger drawn across the middle of something, as a touch screen tells of it."""
    page.locator(on).first.evaluate("one => one.scrollIntoView({ block: 'center' })")
    box = page.locator(on).first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, min(box["y"] + box["height"] / 2, 600)
    hand = page.context.new_cdp_session(page)

    def at(part: float) -> list[dict[str, float]]:
        return [{"x": x + across * (part - 0.5), "y": y + down * part + 60 * one, "id": one} for one in range(fingers)]

    hand.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": at(0)})
    for part in (0.25, 0.5, 0.75, 1):
        hand.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": at(part)})
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    hand.detach()


def _a_second_tab_hears_within_a_second(vera: Visitor, second: Page, target: served.Target) -> None:
    """From the event in the database to the count in a tab that nobody touches; the middle one of several."""
    page = vera.page
    second.evaluate("""() => {
        window.heard = {}
        const look = () => { window.heard[document.querySelector('#bell').dataset.unread] ??= Date.now() }
        new MutationObserver(look).observe(document.querySelector('#bell'), { attributes: true })
    }""")
    vera.open("/calendar/dates")
    page.wait_for_selector("form#form-facts")
    page.select_option("form#form-facts [name=kind]", "medical_exam")
    page.fill("form#form-facts [data-day=on]", f"{TODAY - timedelta(days=100):%d.%m.%Y}")
    page.click("form#form-facts button[type=submit]")
    line = page.locator("li.line", has_text="Дата последнего медосмотра")
    waits: list[float] = []
    for days in range(5):
        line.get_by_role("button", name="Изменить").click()
        expect(page.locator("form#form-facts [name=kind]")).to_have_value("medical_exam")
        page.fill("form#form-facts [data-day=on]", f"{TODAY - timedelta(days=90 - days):%d.%m.%Y}")
        page.click("form#form-facts button[type=submit]")
        second.wait_for_selector(f'#bell[data-unread="{days + 1}"]', timeout=10_000)
        heard = second.evaluate("number => window.heard[number]", str(days + 1)) / 1000
        waits.append(heard - _last_line_at(target))
        expect(line).to_contain_text(f"{TODAY - timedelta(days=90 - days):%d.%m.%Y}")
    assert sorted(waits)[2] < 1, waits


def _last_line_at(target: served.Target) -> float:
    """When the newest line under a bell was made, as seconds since 1970."""
    with sqlite3.connect(f"file:{target.data / 'medportal.db'}?mode=ro", uri=True) as database:
        (at,) = database.execute("SELECT max(created_at) FROM bell_line").fetchone()
    return datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp()


def _the_date_of_accreditation_is_told(anna: Visitor) -> None:
    anna.open("/calendar/dates")
    anna.page.wait_for_selector("form#form-facts")
    anna.page.select_option("form#form-facts [name=kind]", "accreditation")
    anna.page.fill("form#form-facts [data-day=on]", f"{ACCREDITED:%d.%m.%Y}")
    anna.page.click("form#form-facts button[type=submit]")
    expect(anna.page.locator('section[data-count="1"]')).to_be_visible()


def _next_years_end_is_seen(anna: Visitor) -> list[str]:
    page = anna.page
    anna.open("/calendar?view=agenda")
    page.locator(".event-line", has_text="Окончание аккредитации").first.click()
    expect(page.locator(".event-facts")).to_contain_text("709н")
    expect(page.locator("dialog")).to_contain_text(f"{ENDS:%d.%m.%Y}")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    page.click('[data-view="month"]')
    page.wait_for_selector("table.month")
    expect(page.locator("#readiness")).to_have_attribute("data-hours", "0")
    return looking.faults_here(anna, "calendar-month")


def _a_table_of_trainings_raises_readiness(anna: Visitor) -> list[str]:
    page = anna.page
    anna.open("/calendar/training")
    page.wait_for_selector("form#form-training")
    on = f"{TODAY - timedelta(days=30):%d.%m.%Y}"
    rows = [["Терапия", "РНИМУ", "Повышение квалификации", 72, 72, on, on], ["=1+1", "", "", 5, 5, on, on]]
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in (HEAD, *rows):
        book.active.append([str(cell) if cell == "=1+1" else cell for cell in row])
    book.active["A3"].data_type = "s"
    book.save(out)
    page.set_input_files(
        "#import-file", {"name": "обучение.xlsx", "mimeType": "application/zip", "buffer": out.getvalue()}
    )
    expect(page.locator("#import-preview")).to_contain_text("Терапия")
    faults = looking.faults_here(anna, "calendar-training")
    page.click("#import-go")
    expect(page.locator("#import-done")).to_contain_text("1")
    expect(page.locator("#readiness")).to_have_attribute("data-hours", "72")
    # What is deleted by mistake is put back, and the keyboard is not lost with the line.
    page.get_by_role("button", name="Удалить: Терапия").click()
    expect(page.locator("#readiness")).to_have_attribute("data-hours", "0")
    anna.focus_is_on("#training-list-title")
    page.click("#training-restore")
    expect(page.locator("#readiness")).to_have_attribute("data-hours", "72")
    expect(page.locator("#training-restore")).to_have_count(0)
    return faults


def _another_programme_reads_the_feed(anna: Visitor, target: served.Target) -> None:
    page = anna.page
    anna.open("/calendar/exchange")
    page.click("#feed-make")
    address = page.locator("#feed-address").inner_text()
    expect(page.locator("#feed-revoke")).to_be_visible()
    answer = httpx.get(address)
    assert answer.headers["content-type"].startswith("text/calendar")
    assert httpx.get(address, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    titles = [str(event.summary.value) for event in vobject.readOne(answer.text).vevent_list]
    assert "Окончание аккредитации" in titles
    on_the_day = recurring_ical_events.of(Calendar.from_ical(answer.text)).at(ENDS)
    assert "Окончание аккредитации" in {str(event["SUMMARY"]) for event in on_the_day}
    page.click("#feed-revoke")
    expect(page.locator("#feed-revoke")).to_have_count(0)
    assert httpx.get(address).status_code == 404
    assert target.alive()


def _the_grid_is_walked_by_keyboard_alone(anna: Visitor) -> None:
    page, hands = anna.page, Typist(anna.page)
    anna.open("/calendar?view=year&day=2027-03-17")
    page.wait_for_selector(".small-month")
    hands.go('.small-month[tabindex="0"]')
    hands.press("ArrowRight")
    anna.focus_is_on('[data-month="2027-04"]')
    hands.press("Enter")
    anna.focus_is_on('td[data-day="2027-04-17"]')
    anna.open("/calendar?view=month&day=2027-03-17")
    page.wait_for_selector("table.month")
    hands.go('table.month td[tabindex="0"]')
    for key, day in (
        ("ArrowRight", "2027-03-18"), ("ArrowDown", "2027-03-25"), ("Home", "2027-03-22"), ("End", "2027-03-28"),
        ("ArrowUp", "2027-03-21"), ("ArrowLeft", "2027-03-20"), ("PageDown", "2027-04-20"), ("PageUp", "2027-03-20"),
        ("Shift+PageDown", "2028-03-20"), ("Shift+PageUp", "2027-03-20"),
    ):  # fmt: skip
        hands.press(key)
        anna.focus_is_on(f'td[data-day="{day}"]')
    assert "20 марта 2027" in str(page.evaluate("() => document.activeElement.getAttribute('aria-label')"))
    hands.press("Enter")
    anna.focus_is_on("#day-title")
    hands.go_and_press(".day-side > button.textual")
    page.wait_for_selector("form#own-event")
    hands.go('form#own-event [name="title"]')
    page.keyboard.type("Съезд терапевтов")
    hands.go_and_press('form#own-event button[type="submit"]')
    expect(page.locator("dialog")).to_have_count(0)
    _an_event_is_carried_deleted_and_put_back(anna, hands)


def _an_event_is_carried_deleted_and_put_back(anna: Visitor, hands: Typist) -> None:
    page = anna.page
    line = ".day-side .event-line"
    expect(page.locator(line)).to_have_count(1)
    hands.go_and_press(line)
    page.wait_for_selector("#move-to")
    hands.go("dialog fieldset button.textual")
    hands.press("Enter")
    anna.focus_is_on('td[data-day="2027-03-20"]')
    hands.press("ArrowRight")
    anna.focus_is_on('td[data-day="2027-03-21"]')
    hands.press("Enter")
    expect(page.locator('td[data-day="2027-03-21"] .chip')).to_have_count(1)
    hands.go_and_press(line)
    page.wait_for_selector("#move-to")
    hands.go_and_press("dialog .button-danger")
    expect(page.locator('td[data-day="2027-03-21"] .chip')).to_have_count(0)
    hands.go_and_press("#undo")
    expect(page.locator('td[data-day="2027-03-21"] .chip')).to_have_count(1)
    # And by hand: dragged to another week, where it stays.
    page.drag_and_drop('td[data-day="2027-03-21"] .chip', 'td[data-day="2027-03-10"]')
    expect(page.locator('td[data-day="2027-03-10"] .chip')).to_have_count(1)
    expect(page.locator('td[data-day="2027-03-21"] .chip')).to_have_count(0)


def _the_letter_came_with_a_way_out(target: served.Target, box: Postbox) -> None:
    until = time.monotonic() + 60
    while not (found := [one for one in box.letters if "Врачебная комиссия" in str(one["Subject"])]):
        assert time.monotonic() < until, [str(one["Subject"]) for one in box.letters]
        time.sleep(0.2)
    letter = found[0]
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = urlsplit(str(letter["List-Unsubscribe"]).strip("<>")).path
    assert re.fullmatch(r"/calendar/unsubscribe/\S+", path)
    assert httpx.get(target.url + path).status_code == 200
    assert httpx.post(target.url + path, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    assert len(found) == 1
