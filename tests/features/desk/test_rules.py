import pytest

from medportal.features.desk import rules
from medportal.features.desk.state import asked
from medportal.features.reviews.schemas import Limit, Shelf, Subject, Wanted


@pytest.mark.parametrize(
    ("read", "typed", "marks"),
    [
        ("ПРИМЕРОВА", "Примерова", ((), ())),
        ("СЕМЁН", "Семен", ((), ())),
        ("ПРИМЕРОВА", "Приморова", ((4,), (4,))),
        ("123456", "12356", ((3,), ())),
        ("", "abc", ((), (0, 1, 2))),
    ],
)
def test_characters_that_differ_are_marked_in_both(read, typed, marks):
    assert rules.marks(read, typed) == marks


def test_a_filter_lives_in_the_address_and_comes_back_from_it():
    wanted = Wanted(Shelf.MINE, Subject.DOCUMENT, "passport", Limit.NEAR)
    assert asked.address("/desk", wanted) == "/desk?shelf=mine&subject=document&kind=passport&limit=near"
    query = {"shelf": "mine", "subject": "document", "kind": "passport", "limit": "near"}
    assert asked.wanted(query) == wanted
    assert asked.address("/desk", Wanted()) == "/desk"


def test_an_address_that_means_nothing_shows_everything_open():
    query = {"shelf": "attic", "subject": "'; drop table", "kind": "x" * 500, "limit": "", "id": "../etc"}
    assert asked.wanted(query) == Wanted()
    assert asked.case_id(query) is None
