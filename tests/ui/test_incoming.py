"""What a browser sends is shaped before anything looks at it."""

from enum import StrEnum
from typing import Annotated

import pytest
from pydantic import StringConstraints

from medportal.ui.incoming import Incoming, read


class Room(StrEnum):
    HALL = "hall"


class Shape(Incoming):
    room: Room
    number: int
    values: dict[str, Annotated[str, StringConstraints(max_length=5)]]


GOOD = {"room": "hall", "number": 1, "values": {"a": "b"}}


def test_the_right_shape_is_read():
    found = read(Shape, GOOD)
    assert found is not None
    assert found.room is Room.HALL


def _deep() -> dict:
    nested: dict = {}
    for _ in range(100_000):
        nested = {"a": nested}
    return nested


@pytest.mark.parametrize(
    "event",
    [
        None, "text", 7, [], [GOOD], {}, {**GOOD, "extra": 1}, {**GOOD, "room": "cellar"}, {**GOOD, "number": "1"},
        {**GOOD, "number": 1.5}, {**GOOD, "number": True}, {**GOOD, "values": []}, {**GOOD, "values": {"a": 1}},
        {**GOOD, "values": {"a": "long one"}}, {**GOOD, "values": {"a": None}}, {**GOOD, "number": float("nan")},
        {**GOOD, "values": {"a": object()}}, {**GOOD, "values": {"a": "\ud800"}},
    ],
)  # fmt: skip
def test_every_other_shape_is_dropped(event):
    assert read(Shape, event) is None


def test_a_nest_too_deep_is_dropped():
    assert read(Shape, {**GOOD, "values": _deep()}) is None


def test_what_does_not_fit_is_not_told_to_the_log(capsys):
    read(Shape, {**GOOD, "number": "Примерова 112-233-445 95"})
    said = "".join(capsys.readouterr())
    assert "Примерова" not in said
    assert "112-233" not in said
