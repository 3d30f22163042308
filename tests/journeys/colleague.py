"""A member of staff: invited from the console, comes in with a phone beside the keyboard, and works at the desk."""

import re
import subprocess
import time

from playwright.sync_api import BrowserContext, expect
from pyotp.totp import TOTP

from medportal.features.accounts import field_texts as words
from medportal.features.desk.texts import centre as centre_texts
from tests.journeys.visitor import Visitor
from tests.support import portal as portals
from tests.support.portal import ServedPortal

PASSWORD = "Тёплый-Ветер-84"


class Colleague(Visitor):
    """Somebody who works for the portal."""

    def __init__(self, context: BrowserContext, portal: ServedPortal, email: str, role: str) -> None:
        super().__init__(context, portal)
        self.email = email
        self.role = role

    # Coming in

    def is_invited(self) -> str:
        """Have the administrator type the command; returns the link that it prints."""
        done = subprocess.run(
            [portals.COMMAND, "staff", "add", self.email, "--role", self.role],
            cwd=portals.CHECKOUT,
            env=portals.environment(**self.portal._settings),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout.strip()

    def comes_in(self, *, to: str) -> None:
        """Set a password by the link, sign in, set up the phone, and arrive at the desk of the role."""
        self.page.goto(self.is_invited())
        self.page.wait_for_selector("form#form-reset")
        self.settle()
        self.type("new_password", PASSWORD)
        self.type("new_password_again", PASSWORD)
        self.page.click("form#form-reset button[type=submit]")
        self.sees(words.RESET_DONE.ru)
        self.page.locator("main").get_by_role("link", name=words.SIGN_IN.ru, exact=True).click()
        self.arrive("/login")
        self.type("login", self.email)
        self.type("password", PASSWORD)
        self.page.click("form#form-login button[type=submit]")
        self.arrive("/login/factor")
        key = self.page.locator('[data-private="factor-key"]')
        expect(key).not_to_be_empty()
        self.input("factor_code").fill(TOTP(key.inner_text().replace(" ", "")).at(int(time.time())))
        self.page.click("form#form-factor button[type=submit]")
        self.arrive(to)

    # The desk

    def takes_up_the_first_case(self) -> None:
        """Open the first line of the queue."""
        self.page.locator("table.cases tbody a").first.click()
        self.arrive("/desk/case")
        expect(self.page.locator("[data-private=who]")).not_to_be_empty()

    def confirms_by_keys(self) -> None:
        """«C» once the case has been on the screen for a moment; for ten seconds it could be taken back."""
        self.page.wait_for_timeout(800)
        self.page.keyboard.press("c")
        expect(self.page.locator(".undo")).to_be_visible()

    # The service centre

    def finds_by_snils(self, snils: str) -> None:
        """Find a client by the number on the card."""
        self._looks_for(snils)
        expect(self.page.locator("#prove")).to_be_visible()

    def _looks_for(self, snils: str) -> None:
        self.page.locator("select[name=reason]").first.select_option("snils")
        self.input("words").fill(snils)
        self.press(centre_texts.FIND)

    def proves_the_identity(self) -> None:
        """Face and passport match."""
        self.page.click("#prove")
        self.sees(centre_texts.PROVEN.ru)
        expect(self.page.locator("#prove")).to_have_count(0)

    def is_told_that_it_is_proven(self, snils: str) -> None:
        """Found again, the client is not proven twice."""
        self.open("/desk/centre")
        self._looks_for(snils)
        self.sees(centre_texts.PROVEN.ru)
        expect(self.page.locator("#prove")).to_have_count(0)

    def has_left(self) -> None:
        """Close the browser."""
        assert self.complaints == []
        self.context.close()


def unread(who: Visitor) -> int:
    """How many lines under the bell were not read."""
    number = who.page.locator("#bell").get_attribute("data-unread")
    return int(number) if number and re.fullmatch(r"\d+", number) else 0
