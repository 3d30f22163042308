"""Words come in pairs, each complete in its language, calm in tone, and found by the English catalogue."""

import re
import string
from enum import Enum

import pytest

from medportal.features.accounts import field_texts as account_words
from medportal.features.accounts.schemas import AccountState
from medportal.features.cabinet import texts as cabinet
from medportal.features.certificates import texts as certificates
from medportal.features.certificates.schemas import Basis, Verdict, Why
from medportal.features.certificates.schemas import State as CertificateState
from medportal.features.levels import texts as levels
from medportal.features.levels.schemas import Condition, How, Level, Right, Waits
from medportal.features.registration import texts as registration
from medportal.features.registration.schemas import Section, Status
from medportal.features.verification import texts as verification
from medportal.features.verification.schemas import Kind, Reason, State
from medportal.kernel.text import Text
from medportal.ui import catalogue

WORDS = sorted({(text.ru, text.en) for text in catalogue.pairs()})
CYRILLIC = re.compile(r"[А-Яа-яЁё]")
# Parts of English sentences that are Russian on purpose: what stands on a Russian document and must be typed so,
# letters that are talked about, and samples of an answer. Registers are named in English.
RUSSIAN_IN_ENGLISH = (
    "ДД.ММ.ГГГГ", "ГГГГ-ММ-ДД", "ЛО-…-01-…", "ЛО-77-01-000001", "ЛО", "Л041-…", "Л041", "Л", "ВСГ", "ФС", "Место жительства",
    "Наталия", "Наталья", "Русский", "Алёна", "Щукина-Юрьева", "Андреевна", "ГУ МВД России по г. Москве", "Казань",
    "Москва", "ул. Садовая", "ё", "е", "О", "Ф", "С", "к",
)  # fmt: skip


def _places(sentence: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)


def _without_known(sentence: str) -> str:
    for part in sorted(RUSSIAN_IN_ENGLISH, key=len, reverse=True):
        sentence = re.sub(rf"(?<![А-Яа-яЁё]){re.escape(part)}(?![А-Яа-яЁё])", "", sentence)
    return sentence


def test_there_are_many_pairs():
    assert len(WORDS) > 400


def test_russian_sentences_are_russian():
    # A pair that is the same in both is no sentence: a sample to type, a programme's own name.
    wrong = [ru for ru, en in WORDS if ru != en and not CYRILLIC.search(ru)]
    assert wrong == []


def test_english_sentences_are_english():
    wrong = [en for ru, en in WORDS if ru != en and CYRILLIC.search(_without_known(en))]
    assert wrong == []


def test_nothing_is_shouted():
    assert [pair for pair in WORDS if "!" in "".join(pair)] == []


def test_there_are_no_stray_spaces():
    for ru, en in WORDS:
        assert "  " not in ru + "|" + en, ru
        # A part that is put behind a sentence brings its own space along, in both languages.
        assert ru.startswith(" ") == en.startswith(" "), ru
        assert ru == ru.rstrip(), ru
        assert en == en.rstrip(), en


def test_both_languages_have_the_same_places_to_fill():
    for ru, en in WORDS:
        assert _places(ru) == _places(en), ru


def test_people_are_addressed_with_a_small_letter():
    middle = re.compile(r"(?<=[а-яё,:] )В(ы|ас|ам|ами|аш[а-я]*)\b")
    assert [ru for ru, _ in WORDS if middle.search(ru)] == []


def test_quotation_marks_are_those_of_the_language():
    for ru, en in WORDS:
        assert '"' not in ru + en, ru
        assert "“" not in ru, ru


def test_an_english_apostrophe_is_no_typewriter_s():
    assert [en for _, en in WORDS if re.search(r"[A-Za-z]'[A-Za-z]", en)] == []


def test_the_catalogue_has_no_collisions_and_holds_every_pair():
    words = catalogue.catalogue()
    assert {catalogue.key(Text(ru, en)) for ru, en in WORDS} == set(words)


def test_a_collision_would_be_found(monkeypatch):
    monkeypatch.setattr(catalogue, "key", lambda _text: "same")
    with pytest.raises(ValueError, match="same"):
        catalogue.catalogue()


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (registration.SECTION_TITLES, Section),
        (registration.SECTION_LEADS, set(Section) - {Section.CONSENT}),
        (registration.STATUS, Status),
        (levels.LEVELS, Level),
        (levels.GIVES, set(Level) - {Level.NONE}),
        (levels.CONDITIONS, Condition),
        (levels.CURES, Condition),
        (levels.RIGHTS, Right),
        (levels.PROOFS, How),
        (cabinet.MISSING, set(Level) - {Level.NONE}),
        (cabinet.WAITS, Waits),
        (cabinet.CURE, set(Condition) - {Condition.CONSENT}),
        (certificates.STATES, CertificateState),
        (certificates.REASONS, Why),
        (certificates.VERDICTS, Verdict),
        (certificates.VERDICT_NOTES, Verdict),
        (certificates.BASES, Basis),
        (verification.KINDS, Kind),
        (verification.REGISTERS, Kind),
        (verification.STATES, State),
        (verification.EXPLANATIONS, State),
        (verification.REASONS, Reason),
    ],
)
def test_a_table_of_words_has_a_word_for_every_value_and_no_other(table: dict[object, object], values: set[Enum]):
    assert set(table) == {value.value for value in values}


def test_an_account_s_state_is_never_shown_by_its_bare_name():
    shown = {ru for ru, _ in WORDS} | {en for _, en in WORDS}
    assert not shown & {state.value for state in AccountState}
    assert account_words is not None
