"""Two languages and two themes: nothing typed is lost, nothing is left in the other language."""

import re

from playwright.sync_api import expect

from medportal.demonstration.people import PEOPLE
from medportal.ui import texts as shell
from tests.journeys.conftest import Comes
from tests.journeys.doctor import Doctor
from tests.journeys.places import OF_DOCTORS, OF_VISITORS, OF_WIZARD, OF_WORK, stand

RUSSIAN = re.compile("[А-Яа-яЁё]")
# Every text that can be seen or heard, but for what is a person's own, or official and the same in both languages.
TEXTS = """() => {
  const own = '[data-private], [data-value], [role=listbox], input, textarea, [lang=ru], script, style';
  const said = [document.title];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const place = walk.currentNode.parentElement;
    if (!place.closest(own) && !place.closest('[hidden]') && walk.currentNode.data.trim()) said.push(walk.currentNode.data.trim());
  }
  for (const one of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    if (one.closest(own)) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (one.getAttribute(name)) said.push(one.getAttribute(name));
  }
  return said;
}"""
# Words that English sentences quote because they stand so in Russian papers and lists.
QUOTED = re.compile("«[^»]*»|“[^”]*”|Л041-\\S*|ЛО-\\S*|Л, О, Ф, С|12 к\\. 3")


def test_what_is_typed_survives_a_change_of_language(comes: Comes) -> None:
    anna = comes("anna.primerova")
    anna.begin()
    anna.type("surname", "Примерова")
    anna.input("given_name").fill("Анн")
    anna.type("birth_date", "30.02.1980")
    unchanged = anna.stays_the_same_page()
    anna.speak_english()
    for name, value in {"surname": "Примерова", "given_name": "Анн", "birth_date": "30.02.1980"}.items():
        expect(anna.input(name)).to_have_value(value)
    expect(anna.page.locator("#birth_date-note")).to_contain_text("there is no such date in the calendar")
    unchanged()
    anna.page.reload()
    anna.filled("person")
    expect(anna.page.locator("html")).to_have_attribute("lang", "en")
    anna.sees("Date of birth")
    anna.speak_russian()
    anna.sees("Дата рождения")


def test_no_page_says_anything_in_russian_to_somebody_who_reads_english(comes: Comes) -> None:
    anna = comes("anna.primerova")
    anna.open("/")
    anna.speak_english()
    found = {path: _left_in_russian(anna, path) for path in OF_VISITORS}
    anna.begin()
    anna.tell_about_myself()
    anna.prove_my_contacts()
    found |= {path: _left_in_russian(anna, path) for path in OF_WIZARD}
    anna.open("/register/numbers")
    anna.filled("numbers")
    anna.give_my_papers()
    anna.submit()
    anna.every_check_is_confirmed()
    found |= {path: _left_in_russian(anna, path) for path in (*OF_DOCTORS, *OF_WORK)}
    assert {path: said for path, said in found.items() if said} == {}


def test_letters_come_in_the_language_of_whoever_registers(comes: Comes) -> None:
    timur = comes("timur.vydumkin")
    timur.open("/")
    timur.speak_english()
    timur.begin()
    timur.tell_about_myself()
    timur.ask_for_both()
    assert timur.code()
    assert timur.link()
    letters = timur.portal.letters(timur.person.phone) + timur.portal.letters(timur.person.email)
    assert [one["body"] for one in letters if RUSSIAN.search(one["subject"] + one["body"])] == []


def test_the_theme_is_kept(comes: Comes) -> None:
    anna = comes("anna.primerova")
    anna.open("/login")
    light = anna.background()
    anna.press(shell.TO_DARK)
    anna.eventually("light => getComputedStyle(document.documentElement).backgroundColor !== light", light)
    dark = anna.background()
    anna.page.reload()
    anna.settle()
    assert anna.background() == dark
    anna.press(shell.TO_LIGHT)
    anna.eventually("light => getComputedStyle(document.documentElement).backgroundColor === light", light)


def _left_in_russian(someone: Doctor, path: str) -> list[str]:
    stand(someone, path)
    names = {shell.TO_RUSSIAN.en, *(one.full_name for one in PEOPLE)}
    said = [text for text in someone.page.evaluate(TEXTS) if text not in names]
    return [text for text in said if RUSSIAN.search(QUOTED.sub("", text))]
