"""A person with an account: the cabinet, the ways in and out, and getting back in."""

import re
from collections.abc import Set as AbstractSet

from playwright.sync_api import expect

from medportal.features.accounts import field_texts as words
from medportal.features.verification import texts as checks
from medportal.ui import texts as shell
from tests.journeys.applicant import Applicant

KINDS = ("snils", "inn", "passport")
NUMBERS = '[data-private="{}"][data-open="{}"]'


class Doctor(Applicant):
    """An invented person with whatever the wizard has made of them."""

    # The cabinet

    def level_is(self, level: str) -> None:
        """The level stands in the cabinet."""
        expect(self.page.locator("#level")).to_have_text(level)

    def conditions(self) -> dict[str, str]:
        """What the next level asks for, and how each condition stands."""
        self.page.wait_for_selector("[data-condition]")
        rows = self.page.locator("[data-condition]").all()
        return {str(row.get_attribute("data-condition")): str(row.get_attribute("data-state")) for row in rows}

    def lacks_only(self, names: AbstractSet[str]) -> None:
        """Sooner or later these conditions are open, and no others."""
        unmet = "() => [...document.querySelectorAll('[data-condition]')].filter(one => one.dataset.state !== 'met')"
        self.page.wait_for_function(
            f"wanted => (({unmet})().map(one => one.dataset.condition).sort().join()) === wanted",
            arg=",".join(sorted(names)),
        )

    def check_is(self, kind: str, state: str, within_seconds: float = 15) -> None:
        """A register check stands so, sooner or later, and says it in words."""
        card = self.page.locator(f"#check-{kind}")
        expect(card).to_have_attribute("data-state", state, timeout=within_seconds * 1000)
        expect(card).to_contain_text(checks.STATES[state].within(self.language))

    def every_check_is_confirmed(self) -> None:
        """All three registers have said yes."""
        for kind in KINDS:
            self.check_is(kind, "ok")

    def numbers(self, *, opened: bool) -> dict[str, str]:
        """The personal numbers as they stand in the cabinet, once they are masked or open as expected."""
        for kind in KINDS:
            expect(self.page.locator(NUMBERS.format(kind, "yes" if opened else "no"))).not_to_be_empty()
        return {kind: self.page.locator(f'[data-private="{kind}"]').inner_text() for kind in KINDS}

    def ask_to_see_the_numbers(self, password: str) -> None:
        """Press «show» and type the password again."""
        self.page.click("#reveal")
        self.prove_it_is_me(password)

    def prove_it_is_me(self, password: str) -> None:
        """Type the password where it is asked for again."""
        self.input("password").fill(password)
        self.page.click("form#form-prove button[type=submit]")

    # In and out

    def sign_in(self, name: str, password: str | None = None) -> None:
        """Sign in at /login, and arrive in the cabinet."""
        self.try_to_sign_in(name, password or self.password)
        self.arrive("/cabinet")

    def try_to_sign_in(self, name: str, password: str) -> None:
        """Fill in the sign-in form and send it."""
        self.open("/login")
        self.input("login").fill(name)
        self.input("password").fill(password)
        self.page.click("form#form-login button[type=submit]")

    def sign_out(self) -> None:
        """Press «sign out»; the home page opens and offers to sign in."""
        self.press(shell.SIGN_OUT)
        self.arrive("/")
        expect(self.named("link", shell.SIGN_IN).first).to_be_visible()

    def sessions(self, count: int) -> None:
        """So many sessions are listed, one of them this one."""
        expect(self.page.locator("main li .task")).to_have_count(count)
        expect(self.page.get_by_text(words.SESSION_CURRENT.within(self.language), exact=True)).to_have_count(1)

    def is_sent_to_sign_in(self) -> None:
        """The page gives way to /login, which says that the session is over."""
        self.page.wait_for_url(re.compile("/login"))
        self.sees(words.ENDED.within(self.language))

    # Getting back in

    def ask_for_recovery(self, name: str) -> str:
        """Ask at /recover; returns what the page answers."""
        self.open("/recover")
        self.input("login").fill(name)
        self.page.click("form#form-recover button[type=submit]")
        return self.page.locator("main .notice-ok").inner_text()

    def recovery_link(self) -> str:
        """The link of the newest letter about recovery."""
        return self._read(self.person.email, r"(https?://\S+/recover/set\S+)")

    def recovery_code(self) -> str:
        """The code of the newest SMS about recovery."""
        return self._read(self.person.phone, r"восстановления доступа (\d{6})")

    def set_a_new_password(self, link: str, code: str, password: str) -> None:
        """Open the recovery link and set a password with the code."""
        self.page.goto(link)
        self.page.wait_for_selector("form#form-reset")
        self.settle()
        self.type("code", code)
        self.type("new_password", password)
        self.type("new_password_again", password)
        self.page.click("form#form-reset button[type=submit]")
        self.sees(words.RESET_DONE.within(self.language))
        self.password = password
