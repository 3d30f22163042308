"""Words on the way to a screen: keys, the catalogue, Vars."""

import json

import pytest

from medportal.kernel.problem import Problem
from medportal.kernel.text import Plural, Text
from medportal.ui.catalogue import write_catalogue
from medportal.ui.handling import listed
from medportal.ui.say import either, key, say

HELLO = Text(ru="Здравствуйте", en="Hello")


def test_a_key_is_short_stable_and_made_from_both_languages():
    assert key(HELLO) == key(Text(ru="Здравствуйте", en="Hello"))
    assert key(HELLO) != key(Text(ru="Здравствуйте", en="Good day"))
    assert key(HELLO) != key(Text(ru="Добрый день", en="Hello"))
    assert key(HELLO).isascii()
    assert len(key(HELLO)) == 6


def test_the_english_word_is_not_in_the_page(tmp_path):
    assert "Здравствуйте" in str(say(HELLO))
    assert "Hello" not in str(say(HELLO))


def test_a_quotation_mark_in_a_sentence_breaks_nothing():
    tricky = Text(ru='Нажмите «"OK"» \\ </script>', en="Press")
    assert json.dumps(tricky.ru, ensure_ascii=False) in str(say(tricky))


def test_a_pair_in_a_state_is_said_by_language_too():
    import reflex as rx

    assert "__say" in str(either(rx.Var("a").to(str), rx.Var("b").to(str)))


def test_the_catalogue_is_written_small_and_whole(tmp_path):
    words = json.loads(write_catalogue(tmp_path / "words").read_text(encoding="utf-8"))
    assert len(words) > 400
    assert all(value.strip() for value in words.values())


def test_problems_travel_with_both_languages():
    assert listed([Problem("snils", "sum", HELLO)]) == [
        {"field": "snils", "code": "sum", "text": {"ru": "Здравствуйте", "en": "Hello"}}
    ]


@pytest.mark.parametrize(
    ("count", "ru", "en"),
    [
        (0, "0 документов", "0 documents"),
        (1, "1 документ", "1 document"),
        (2, "2 документа", "2 documents"),
        (5, "5 документов", "5 documents"),
        (11, "11 документов", "11 documents"),
        (21, "21 документ", "21 documents"),
        (112, "112 документов", "112 documents"),
    ],
)
def test_counted_nouns(count, ru, en):
    noun = Plural("документ", "документа", "документов", "document", "documents")
    assert noun.of(count) == Text(ru, en)


@pytest.mark.parametrize(("ru", "en"), [("", "Hello"), ("Привет", ""), (" ", "Hello"), ("Привет", "\n")])
def test_half_a_pair_cannot_be_made(ru, en):
    with pytest.raises(ValueError, match="both languages"):
        Text(ru, en)


@pytest.mark.parametrize(
    ("alone", "inside"),
    [
        (Text(ru="Подтверждённый скан", en="A confirmed scan"), Text(ru="подтверждённый скан", en="a confirmed scan")),
        (Text(ru="СНИЛС и ИНН", en="SNILS and INN"), Text(ru="СНИЛС и ИНН", en="SNILS and INN")),
    ],
)
def test_words_inside_a_sentence_begin_small_and_abbreviations_stay(alone, inside):
    assert alone.inside() == inside
