"""What every register adapter keeps to, whichever way it reaches its register."""

import time
from uuid import UUID, uuid4

import pytest

from medportal.demonstration.invented import Proof
from medportal.demonstration.people import PEOPLE
from medportal.features.verification.ports import RegisterDownError
from medportal.features.verification.schemas import Difference, Kind, Reason, State
from medportal.features.verification.service.messages import new_message_id
from tests.contracts.conftest import IMPATIENT, Line
from tests.features.verification.claims import claim, claim_of

every_kind = pytest.mark.parametrize("kind", Kind)


def new_id() -> UUID:
    return new_message_id()


@every_kind
def test_good_claims_are_confirmed_and_acknowledged(line: Line, kind: Kind) -> None:
    register = line.registers[kind]
    for someone in [each for each in PEOPLE if each.proves is Proof.ALL_GOOD]:
        verdict = register.confirm(claim_of(someone, kind), new_id())
        assert (verdict.state, verdict.differences, verdict.reason) == (State.OK, (), None)
        assert verdict.receipt is not None
        register.acknowledge(verdict.receipt)


@every_kind
def test_an_answer_says_that_it_comes_from_a_demonstration_register(line: Line, kind: Kind) -> None:
    assert line.registers[kind].confirm(claim(kind=kind), new_id()).demonstration


@every_kind
def test_the_messages_come_back_as_evidence_that_does_not_show_itself(line: Line, kind: Kind) -> None:
    message_id = new_id()
    verdict = line.registers[kind].confirm(claim(kind=kind), message_id)
    assert str(message_id) in verdict.evidence.request
    assert str(message_id) in verdict.evidence.response
    assert "Примерова" in verdict.evidence.request
    assert "Примерова" not in repr(verdict)


@pytest.mark.parametrize("kind", [Kind.SNILS, Kind.INN])
def test_the_number_itself_is_not_told_to_a_register_that_answers_with_it(line: Line, kind: Kind) -> None:
    asked = claim(kind=kind)
    verdict = line.registers[kind].confirm(asked, new_id())
    assert asked.number not in verdict.evidence.request
    assert asked.number in verdict.evidence.response


@pytest.mark.parametrize(
    ("proof", "kind", "state", "reason", "differences"),
    [
        (Proof.NAME_MISMATCH, Kind.SNILS, State.MISMATCH, None, (Difference("given_name", (5,)),)),
        (Proof.BIRTH_DATE_MISMATCH, Kind.SNILS, State.MISMATCH, None, (Difference("birth_date", (0, 1)),)),
        (Proof.INN_OF_ANOTHER, Kind.INN, State.MISMATCH, None, (Difference("inn", (9, 10, 11)),)),
        (Proof.SNILS_UNKNOWN, Kind.SNILS, State.NOT_FOUND, Reason.NOBODY, ()),
        (Proof.PASSPORT_REPLACED, Kind.PASSPORT, State.INVALID, Reason.REPLACED, ()),
        (Proof.HOLDER_DECEASED, Kind.PASSPORT, State.INVALID, Reason.HOLDER_DECEASED, ()),
    ],
)
def test_what_people_prove_is_what_registers_say(
    line: Line, proof: Proof, kind: Kind, state: State, reason: Reason | None, differences: tuple[Difference, ...]
) -> None:
    verdict = line.registers[kind].confirm(claim(proof, kind), new_id())
    assert (verdict.state, verdict.reason, verdict.differences) == (state, reason, differences)


def test_a_mistyped_number_is_marked_on_the_persons_side(line: Line) -> None:
    asked = claim(Proof.ALL_GOOD)
    slipped = asked.number[:3] + str((int(asked.number[3]) + 1) % 10) + asked.number[4:]
    verdict = line.registers[Kind.SNILS].confirm(claim(number=slipped), new_id())
    assert verdict.differences == (Difference("snils", (3,)),)


@every_kind
def test_somebody_unknown_is_not_found(line: Line, kind: Kind) -> None:
    unknown = claim(kind=kind, surname="Никтоева", given_name="Ничья", patronymic=None)
    if kind is Kind.SNILS:
        unknown = claim(kind=kind, surname="Никтоева", birth_date=unknown.person.birth_date.replace(year=1980))
    verdict = line.registers[kind].confirm(unknown, new_id())
    assert (verdict.state, verdict.reason) == (State.NOT_FOUND, Reason.NOBODY)


@every_kind
def test_asking_twice_with_one_message_is_asking_once(line: Line, kind: Kind) -> None:
    message_id = new_id()
    register = line.registers[kind]
    first, second = (register.confirm(claim(kind=kind), message_id) for _ in range(2))
    assert first.receipt == second.receipt
    assert first.state is second.state is State.OK


@every_kind
def test_a_register_turned_to_mismatch_does_not_confirm(line: Line, kind: Kind) -> None:
    line.stumble(kind, "mismatch", None)
    verdict = line.registers[kind].confirm(claim(kind=kind), new_id())
    assert verdict.state in (State.MISMATCH, State.NOT_FOUND)
    assert all(difference.positions for difference in verdict.differences)


@every_kind
@pytest.mark.parametrize(("fault", "reason"), [("down", Reason.OUT_OF_ORDER), ("garbage", Reason.GARBLED)])
def test_a_register_in_trouble_is_down(line: Line, kind: Kind, fault: str, reason: Reason) -> None:
    line.stumble(kind, fault, None)
    with pytest.raises(RegisterDownError) as down:
        line.registers[kind].confirm(claim(kind=kind), new_id())
    assert down.value.reason is reason


@every_kind
def test_a_slow_register_is_given_up_within_the_budget(line: Line, kind: Kind) -> None:
    line.stumble(kind, "slow", 30)
    began = time.monotonic()
    with pytest.raises(RegisterDownError) as down:
        line.impatient[kind].confirm(claim(kind=kind), new_id())
    assert down.value.reason is Reason.TIMED_OUT
    assert time.monotonic() - began < IMPATIENT.budget + 2


def test_a_slow_answer_is_worth_waiting_for_within_the_budget(line: Line) -> None:
    line.stumble(Kind.SNILS, "slow", 0.05)
    assert line.registers[Kind.SNILS].confirm(claim(), new_id()).state is State.OK


def test_an_answer_that_is_not_ready_is_no_answer_yet(line: Line) -> None:
    with pytest.raises(RegisterDownError) as down:
        line.registers[Kind.SNILS].confirm(claim(Proof.REGISTER_SLOW), new_id())
    assert down.value.reason is Reason.NO_ANSWER_YET


def test_people_who_show_an_outage_and_garbage_show_it(line: Line) -> None:
    for proof, reason in ((Proof.REGISTER_DOWN, Reason.OUT_OF_ORDER), (Proof.REGISTER_GARBAGE, Reason.GARBLED)):
        with pytest.raises(RegisterDownError) as down:
            line.registers[Kind.SNILS].confirm(claim(proof), new_id())
        assert down.value.reason is reason
        assert str(down.value) == reason


def test_an_unknown_receipt_is_let_pass(line: Line) -> None:
    line.registers[Kind.INN].acknowledge(uuid4())
