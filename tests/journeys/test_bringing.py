"""A doctor brings a practice in: patients are named and left out, columns mapped, and what came in can be taken back."""

from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import expect

from medportal.features.analytics.texts import bringing as words
from medportal.features.analytics.texts import days as day_words
from medportal.features.analytics.texts import imports as import_words
from tests.journeys import looking
from tests.journeys.conftest import Comes

HEADER = "Пациент;Дата рождения;№ посещения;Дата приёма;Время;Код услуги;Диагноз;Источник оплаты;Место;Минут"
ROWS = [
    "Иванова Анна Петровна;15.03.1956;1;05.11.2026;09:10;B01.047.001;J06.9;ОМС;Поликлиника;15",
    "Петров Пётр Ильич;01.01.1990;2;05.11.2026;09:30;B01.047.002;I10;ОМС;На дому;25",
    "Сидорова Мария Ивановна;07.07.1980;3;06.11.2026;10:00;B04.047.002;Z00.0;платно;Поликлиника;10",
    "Сидорова Мария Ивановна;07.07.1980;3;06.11.2026;10:00;B04.047.002;Z00.0;платно;Поликлиника;10",
]


def test_a_file_with_patients_comes_in_without_them_and_goes_again(comes: Comes, tmp_path: Path) -> None:
    anna = comes("anna.primerova", reduced_motion="reduce")
    anna.register()
    file = tmp_path / "приём Ивановой.csv"
    addresses: list[str] = []
    anna.page.on("request", lambda request: addresses.append(unquote(request.url)))
    # Larger than a body that is no file may be.
    more = [f"Петров Пётр Ильич;01.01.1990;{n};06.11.2026;11:00;B01.047.002;I10;ОМС;На дому;25" for n in range(4, 1004)]
    file.write_text("\r\n".join([HEADER, *ROWS, *more]), encoding="cp1251")
    assert file.stat().st_size > 64 * 1024
    anna.open("/analytics/import")
    anna.sees(words.WORDS["list_empty"].ru)
    anna.page.set_input_files("#practice-file", file)
    gone = anna.page.locator("#gone")
    expect(gone).to_contain_text("Пациент", timeout=30_000)
    expect(gone).to_contain_text(import_words.PERSONAL["birth_date"].ru)
    expect(gone).to_contain_text(words.WORDS["gone_birth"].ru)
    # The name of the file may name a patient: its owner sees it, no address carries it.
    anna.sees(file.name)
    assert addresses
    assert not any("Иванов" in address for address in addresses)
    anna.does_not_see("Иванова")
    faults = {"mapping": looking.faults_here(anna, "practice-mapping")}
    anna.page.click("#take-in")
    done = anna.page.locator('.import[data-state="done"]')
    expect(done).to_contain_text(import_words.REFUSALS[8].ru, timeout=30_000)
    faults["import"] = looking.faults_here(anna, "practice-import")
    anna.open("/analytics")
    anna.sees("На дому")
    anna.open("/analytics/import")
    anna.press(words.WORDS["undo"])
    anna.press(words.WORDS["undo_yes"])
    expect(anna.page.locator('.import[data-state="undone"]')).to_be_visible(timeout=15_000)
    _a_day_is_filled_in_with_the_keyboard(anna)
    faults["day"] = looking.faults_here(anna, "practice-day")
    looking.nothing(faults)


def _a_day_is_filled_in_with_the_keyboard(anna) -> None:
    anna.open("/analytics/day")
    first = anna.page.locator("#count-0")
    first.focus()
    for key in ("1", "2", "ArrowDown", "+", "+", "+", "-", "Enter", "4"):
        anna.page.keyboard.press(key)
    expect(anna.page.locator("#sheet-sum")).to_have_text("18")
    expect(anna.page.locator(".day-sheet")).to_have_attribute("data-state", "saved", timeout=30_000)
    anna.page.reload()
    expect(anna.page.locator("#sheet-sum")).to_have_text("18", timeout=30_000)
    anna.sees(day_words.WORDS["sum"].ru)
