"""A person who registers: every page of the wizard, as a person with papers at hand goes through it."""

import re
import time

from playwright.sync_api import BrowserContext, expect

from medportal.demonstration.invented import Invented
from medportal.features.home import texts as home
from medportal.features.registration import texts
from tests.journeys.visitor import PATIENCE_MS, Visitor
from tests.support.portal import ServedPortal

PASSWORD = "Зимний-Сад-482"


class Applicant(Visitor):
    """An invented person on the way from the home page to the cabinet."""

    def __init__(self, context: BrowserContext, portal: ServedPortal, person: Invented) -> None:
        super().__init__(context, portal)
        self.person = person
        self.password = PASSWORD
        self.slip: dict[str, str] = {}
        """What the person types otherwise than it stands in the papers."""

    # The whole way, or a part of it

    def register(self) -> None:
        """From the consent to the cabinet, without looking left or right."""
        self.begin()
        self.tell_about_myself()
        self.prove_my_contacts()
        self.give_my_papers()
        self.submit()

    def begin(self) -> None:
        """Give the consent; the first section opens."""
        self.open("/register/consent")
        self.agree()

    def start_at_home(self) -> None:
        """Come to the home page and press what invites to register."""
        self.open("/")
        self.press(home.START, "link")
        self.page.click("#task-consent")
        self.page.wait_for_selector("input[name=consent]")

    def agree(self) -> None:
        """Tick the consent and go on."""
        self.page.check("input[name=consent]")
        self.press(texts.BEGIN)
        self.filled("person")

    def tell_about_myself(self) -> None:
        """Name, birth date, sex; phone and e-mail."""
        self.filled("person")
        self.answer_person()
        self.go_on("person", to="contacts")
        self.answer_contacts()
        self.hand_in("contacts")
        self.page.wait_for_selector("input[name=sms_code]")

    def prove_my_contacts(self) -> None:
        """The code from the SMS, the link from the letter, and on to the numbers."""
        self.ask_for_both()
        self.type_the_code(self.code())
        self.page.wait_for_selector("#go-on")
        self.open_the_link()
        expect(self.page.get_by_text(texts.NOT_CONFIRMED.within(self.language), exact=True)).to_have_count(0)
        self.page.click("#go-on")
        self.filled("numbers")

    def give_my_papers(self) -> None:
        """Numbers, passport, address, work and a password."""
        self.answer_numbers()
        self.go_on("numbers", to="passport")
        self.answer_passport()
        self.go_on("passport", to="address")
        self.answer_address()
        self.go_on("address", to="work")
        self.answer_work()
        self.hand_in("work")
        self.page.wait_for_selector("form#form-password")
        self.settle()
        self.answer_password()
        self.hand_in("password")
        self.arrive("/register")

    def submit(self) -> None:
        """Check the answers and hand everything in."""
        self.press(texts.CHECK_ANSWERS, "link")
        self.arrive("/register/check")
        self.page.click("#submit")
        self.arrive("/cabinet")

    # Section by section

    def answer_person(self) -> None:
        """Fill the section «person»."""
        who = self.person
        self.type("surname", self.slip.get("surname", who.surname))
        self.type("given_name", self.slip.get("given_name", who.given_name))
        if who.patronymic:
            self.type("patronymic", who.patronymic)
        else:
            self.page.check("input[name=no_patronymic]")
        self.type("birth_date", f"{who.birth_date:%d.%m.%Y}")
        self.page.check(f"input[name=sex][value={who.sex}]")

    def answer_contacts(self) -> None:
        """Fill the section «contacts»."""
        self.type("phone", self.person.phone)
        self.type("email", self.person.email)

    def answer_numbers(self) -> None:
        """Fill the section «numbers»."""
        self.type("snils", self.person.snils)
        self.type("inn", self.person.inn)

    def answer_passport(self) -> None:
        """Paste the two lines, which fill everything they prove, and copy who issued it."""
        self.type("passport_mrz", "\n".join(self.person.mrz))
        expect(self.input("passport_series")).not_to_have_value("")
        self.type("passport_issuer", self.person.passport.issuer)

    def answer_address(self) -> None:
        """Fill the section «address»."""
        home = self.person.address
        for name in ("postal_index", "region", "city", "street", "house", "flat"):
            self.type(name, getattr(home, name))

    def answer_work(self) -> None:
        """Fill the section «work»."""
        work = self.person.work
        if work.licence_number:
            self.type("licence_number", work.licence_number)
        else:
            self.type("employer_ogrn", work.employer_ogrn or "")
        self.type("position", work.position)
        self.type("speciality", work.speciality)

    def answer_password(self) -> None:
        """Think of a password and type it twice."""
        self.type("password", self.password)
        self.type("password_again", self.password)

    # The parts of a section

    def filled(self, section: str) -> None:
        """Wait until the section is open and what was kept of it stands in its inputs."""
        self.page.wait_for_selector(f'form#form-{section}[data-filled="yes"]')
        self.settle()

    def hand_in(self, section: str) -> None:
        """Press the button of the section."""
        self.page.click(f"form#form-{section} button[type=submit]")

    def go_on(self, section: str, to: str) -> None:
        """Hand a section in; the next one opens."""
        self.hand_in(section)
        self.filled(to)

    def is_told_it_is_saved(self) -> None:
        """«Сохранено» stands under the form."""
        self.page.wait_for_selector('[data-save="saved"]')

    def is_told_there_is_no_connection(self) -> None:
        """The form says that it is offline and keeps the answer; the banner says it for the whole portal."""
        self.page.wait_for_selector('[data-save="offline"]')
        expect(self.page.locator(".lost")).to_be_visible()

    def hand_in_a_scan(self, files: object) -> None:
        """Give the scan's panel pictures, and wait until they are read; how briefly it takes does not matter."""
        self.page.wait_for_selector(".scan[data-scan-state=none], .scan[data-scan-state=read]")
        self.page.evaluate("""() => {
            const steps = window.__steps = []
            const look = changes => steps.push(...changes.map(one => one.target.dataset.scanState))
            new MutationObserver(look).observe(document.body, { subtree: true, attributeFilter: ['data-scan-state'] })
        }""")
        self.page.set_input_files("#scan-files", files)  # pyright: ignore[reportArgumentType]
        self.page.wait_for_function("() => window.__steps.at(-1) === 'read'", timeout=90_000)

    # The contacts

    def ask_for_both(self) -> None:
        """Have the code and the link sent."""
        self.press(texts.SEND_CODE)
        self.sees(texts.CODE_SENT.within(self.language))
        self.press(texts.SEND_LINK)
        self.sees(texts.LINK_SENT.within(self.language))

    def code(self) -> str:
        """The code of the newest SMS."""
        return self._read(self.person.phone, r"\b(\d{6})\b")

    def link(self) -> str:
        """The link of the newest letter."""
        return self._read(self.person.email, r"(https?://\S+)")

    def _read(self, to: str, pattern: str) -> str:
        """What the newest letter that has it says; letters are written by a job, so it may come a moment later."""
        until = time.monotonic() + PATIENCE_MS / 1000
        while time.monotonic() < until:
            bodies = (letter["body"] for letter in self.portal.letters(to))
            if found := next((match for body in bodies if (match := re.search(pattern, body))), None):
                return found[1]
            self.page.wait_for_timeout(100)
        raise AssertionError("nothing of the kind was sent")

    def type_the_code(self, code: str) -> None:
        """Type the code and confirm."""
        self.type("sms_code", code)
        self.press(texts.CONFIRM_CODE)

    def open_the_link(self) -> None:
        """Open the letter's link in another tab, as a mail program does."""
        tab = self.another_tab()
        tab.goto(self.link())
        tab.wait_for_selector("main .notice-ok")
        tab.close()
