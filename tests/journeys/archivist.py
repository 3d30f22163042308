"""A doctor with papers: adding documents, finding them in the gallery, and looking at one."""

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
from playwright.sync_api import Locator, Route, expect

from medportal.features.documents.texts import screens, viewer
from tests.journeys.doctor import Doctor

FIXTURES = Path(__file__).parents[1] / "fixtures" / "passports"
WORKING = re.compile("uploaded|checking|gathering")
SECONDS_OF_READING = 60


@cache
def photos(pdf: str) -> tuple[dict[str, object], ...]:
    """The pages of a scan as the photos a phone would have made: `page-1.jpg`, `page-2.jpg`."""
    made: list[dict[str, object]] = []
    with pypdfium2.PdfDocument(FIXTURES / pdf) as document:
        for number in range(len(document)):
            file = BytesIO()
            document[number].render(scale=200 / 72).to_pil().save(file, "JPEG", quality=90)
            made.append({"name": f"page-{number + 1}.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()})
    return tuple(made)


class Archivist:
    """What a doctor does with documents."""

    def __init__(self, doctor: Doctor) -> None:
        self.doctor = doctor
        self.page = doctor.page

    # Adding

    def choose(self, kind: str, *files: object) -> None:
        """Open the panel for a kind and choose files."""
        self.doctor.open(f"/documents?add={kind}")
        expect(self.page.locator("#upload-kind")).to_have_value(kind)
        self.page.set_input_files("#upload-files", list(files))  # pyright: ignore[reportArgumentType]
        expect(self.page.locator(".piece")).to_have_count(len(files))

    def piece(self, name: str) -> Locator:
        """The row of a chosen file."""
        return self.page.locator(f'.piece[data-file="{name}"]')

    def order(self) -> list[str]:
        """Names of the chosen files as they stand."""
        return [str(one.get_attribute("data-file")) for one in self.page.locator(".piece").all()]

    def send(self) -> None:
        """Press «upload»."""
        self.page.click("#upload-go")

    def everything_is_uploaded(self) -> None:
        """Every chosen file says that it is there."""
        for piece in self.page.locator(".piece").all():
            expect(piece).to_have_attribute("data-state", "done", timeout=SECONDS_OF_READING * 1000)

    def lose_the_first_answer(self) -> Callable[[], list[str]]:
        """The portal gets the first file, and its answer gets lost on the way; the result lists what was sent."""
        sent: list[str] = []

        def lose(route: Route) -> None:
            sent.append(route.request.url)
            if len(sent) == 1:
                route.fetch()
                route.abort()
            else:
                route.continue_()

        self.page.route("**/files?*", lose)
        return lambda: sent

    # Finding

    def cards(self) -> Locator:
        """The cards of the gallery or of the bin."""
        return self.page.locator(".document")

    def card(self, kind: str) -> Locator:
        """The newest card of a kind."""
        return self.page.locator(f'.document[data-kind="{kind}"]').first

    def settles(self, kind: str) -> str:
        """Wait, without touching the page, until the portal has made up its mind about a card; returns its state."""
        card = self.card(kind)
        expect(card).to_be_visible()
        expect(card).not_to_have_attribute("data-state", WORKING, timeout=SECONDS_OF_READING * 1000)
        return str(card.get_attribute("data-state"))

    def look_at(self, kind: str) -> str:
        """Open the newest card of a kind; returns the document's id."""
        self.card(kind).get_by_role("link").first.click()
        self.doctor.arrive("/documents/view")
        return str(self.page.locator(".viewer").get_attribute("data-document"))

    # Looking

    def value(self, name: str) -> Locator:
        """The row of a value that was read."""
        return self.page.locator(f'[data-value="{name}"]')

    def box(self, name: str) -> Locator:
        """Its place on the page."""
        return self.page.locator(f'[data-box="{name}"]')

    def bin_it(self) -> None:
        """Move the open document to the bin."""
        self.page.click("#to-bin")
        expect(self.page.locator("#binned")).to_contain_text(viewer.VIEWER["restore"].ru)
        self.doctor.focus_is_on("#restore")

    def restore_here(self) -> None:
        """Undo it on the spot."""
        self.page.click("#restore")
        expect(self.page.locator("#to-bin")).to_be_visible()

    def restore_from_the_bin(self) -> None:
        """Bring the only binned document back from the bin's own page."""
        self.doctor.open("/documents/bin")
        expect(self.cards()).to_have_count(1)
        self.cards().first.get_by_role("button").click()
        self.doctor.sees(screens.RESTORED.ru)
        expect(self.cards()).to_have_count(0)
