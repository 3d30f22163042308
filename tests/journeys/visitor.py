"""Somebody in front of the portal: a tab, and what can be done and seen in any of its pages."""

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, expect

from medportal.kernel.text import Text
from medportal.ui import texts as shell
from tests.support.portal import ServedPortal

PATIENCE_MS = 15_000
READY = 'main[data-ready="true"]'


class Visitor:
    """A person with one tab of a browser."""

    def __init__(self, context: BrowserContext, portal: ServedPortal) -> None:
        self.context = context
        self.portal = portal
        self.language = "ru"
        self.complaints: list[str] = []
        """What the browser grumbled about; a journey that breaks nothing on purpose ends with none."""
        context.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        self.page = self.another_tab()

    def another_tab(self) -> Page:
        """A second page of the same browser: the same cookies, nothing else in common."""
        page = self.context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _heard(self, message: ConsoleMessage) -> None:
        address = message.location["url"]
        if message.type == "error" and not address.endswith("/nowhere"):
            self.complaints.append(f"{message.text} ({address})")

    # Going about

    def open(self, path: str) -> None:
        """Type an address, and wait until the page answers."""
        self.page.goto(self.portal.url + path)
        self.settle()

    def settle(self) -> None:
        """Wait until the page lives: what is pressed now is heard."""
        self.page.wait_for_selector(READY)

    def arrive(self, path: str) -> None:
        """Wait until the address is this one and its page lives."""
        self.page.wait_for_url(re.compile(rf"^[^?#]*://[^/]+{re.escape(path)}/?([?#].*)?$"))
        self.settle()

    def press(self, words: Text, role: str = "button") -> None:
        """Press what carries these words."""
        self.named(role, words).click()

    def named(self, role: str, words: Text) -> Locator:
        """What carries these words, in the language the person reads."""
        return self.page.get_by_role(role, name=words.within(self.language), exact=True)  # pyright: ignore

    def input(self, name: str) -> Locator:
        """The input of this name."""
        return self.page.locator(f'[name="{name}"]').first

    def type(self, name: str, value: str) -> None:
        """Fill an input and leave it, as a person does."""
        self.input(name).fill(value)
        self.input(name).blur()

    def speak_english(self) -> None:
        """Switch to English."""
        self._speak(shell.TO_ENGLISH.ru, "en")

    def speak_russian(self) -> None:
        """Switch to Russian."""
        self._speak(shell.TO_RUSSIAN.en, "ru")

    def _speak(self, button: str, language: str) -> None:
        self.page.get_by_role("button", name=button, exact=True).click()
        expect(self.page.locator("html")).to_have_attribute("lang", language)
        self.language = language

    # Looking

    def sees(self, words: str) -> None:
        """These words stand on the page, sooner or later."""
        expect(self.page.locator("body")).to_contain_text(words)

    def does_not_see(self, words: str) -> None:
        """These words stand nowhere on the page, hidden ones included."""
        assert words not in self.page.content()

    def eventually(self, condition: str, argument: object = None) -> None:
        """Wait for a condition in the page."""
        self.page.wait_for_function(condition, arg=argument)

    def background(self) -> str:
        """The colour of the paper."""
        return self.page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")

    def focus_is_on(self, selector: str) -> None:
        """The keyboard's place is here, sooner or later."""
        self.eventually("selector => document.activeElement?.matches(selector)", selector)

    def stays_the_same_page(self) -> Callable[[], None]:
        """Mark the page; the answer tells that it was not loaded anew since."""
        self.page.evaluate("() => { window.__same = true }")

        def unchanged() -> None:
            assert self.page.evaluate("() => window.__same === true"), "the page was loaded anew"

        return unchanged

    def has_no_complaints(self) -> None:
        """Nothing broke in the browser, and no policy was violated."""
        assert self.complaints == []
