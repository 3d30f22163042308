"""Hands on the keyboard: every stop is reached by Tab, and can be seen."""

from playwright.sync_api import Page, TimeoutError, expect

MOST_STOPS = 60
SEEN = """() => {
  const look = getComputedStyle(document.activeElement);
  const outlined = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
  const box = document.activeElement.getBoundingClientRect();
  return outlined && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
}"""


# What a keyboard must reach: of radio buttons of one name only one, and nothing that is folded away or waits.
STOPS = """() => {
  const radios = new Set();
  const seen = one => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden' && !one.disabled && one.tabIndex >= 0;
  const folded = one => one.closest('details:not([open])') && !one.matches('details:not([open]) > summary');
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(one => {
    if (!seen(one) || folded(one)) return false;
    if (one.type !== 'radio') return true;
    return !radios.has(one.name) && radios.add(one.name);
  }).length;
}"""
# Marks where the keyboard stands; told are a stop that was met before, and one that cannot be seen.
MARK = """() => {
  const at = document.activeElement;
  if (at === document.body) return 'out';
  if (at.dataset.met) return 'again';
  at.dataset.met = 'yes';
  return 'new';
}"""


class Typist:
    """Somebody who never touches the mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, key: str) -> None:
        """Press a key."""
        self.page.keyboard.press(key)

    def go(self, selector: str) -> None:
        """Tab on until the keyboard stands there, and see that it does."""
        for _ in range(MOST_STOPS):
            if self._is_at(selector):
                break
            self.press("Tab")
        else:
            where = self.page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)")
            raise AssertionError(f"{selector} cannot be reached by keyboard; stopped at {where}")
        self.page.wait_for_function(SEEN)

    def go_and_press(self, selector: str, key: str = "Enter") -> None:
        """Go there and press."""
        self.go(selector)
        self.press(key)

    def walk(self) -> list[str]:
        """Tab through the whole page; what is wrong: stops that cannot be seen, and how many were not reached."""
        wanted, met, faults = int(self.page.evaluate(STOPS)), 0, list[str]()
        for _ in range(wanted + 2):
            self.press("Tab")
            if self.page.evaluate(MARK) != "new":
                break
            met += 1
            try:
                self.page.wait_for_function(SEEN, timeout=3_000)
            except TimeoutError:
                faults.append("unseen: " + self.page.evaluate("() => document.activeElement.outerHTML.slice(0, 120)"))
        if met < wanted:
            at = self.page.evaluate("() => document.activeElement.outerHTML.slice(0, 120)")
            faults.append(f"{met} of {wanted} stops, the last one {at}")
        return faults

    def fill(self, **values: str) -> None:
        """Go to each input and type."""
        for name, value in values.items():
            self.go(f"[name={name}]")
            self.page.keyboard.type(value)

    def choose(self, name: str, query: str, wanted: str) -> None:
        """Search in a list as one types, walk to the entry by arrows, and take it."""
        self.go(f"input[name={name}]")
        self.page.keyboard.type(query)
        box = self.page.locator(f"input[name={name}]")
        expect(box).to_have_attribute("aria-expanded", "true")
        for _ in range(MOST_STOPS):
            before = box.get_attribute("aria-activedescendant") or ""
            self.press("ArrowDown")
            expect(box).not_to_have_attribute("aria-activedescendant", before)
            chosen = self.page.locator(f"#{self._escaped(box.get_attribute('aria-activedescendant') or '')}")
            if chosen.inner_text() == wanted:
                break
        self.press("Enter")
        expect(box).to_have_value(wanted)
        expect(box).to_have_attribute("aria-expanded", "false")

    def stands_at(self, selector: str) -> None:
        """The keyboard's place is here, sooner or later."""
        self.page.wait_for_function("selector => document.activeElement?.matches(selector)", arg=selector)

    def arrives_at_a_heading(self) -> None:
        """After a step within the portal, the place is where the new page begins."""
        self.stands_at("main h1")

    def _is_at(self, selector: str) -> bool:
        return self.page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector)

    @staticmethod
    def _escaped(identifier: str) -> str:
        return "".join(f"\\{ord(sign):x} " if not (sign.isalnum() or sign in "-_") else sign for sign in identifier)
