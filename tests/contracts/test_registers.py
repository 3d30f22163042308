"""What every register adapter keeps to, whichever way it reaches its register."""

import time
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from medportal.demonstration.invented import Proof
from medportal.demonstration.papers import papers_of
from medportal.demonstration.people import PEOPLE, person
from medportal.features.verification.adapters import Credentials, registers
from medportal.features.verification.ports import RegisterDownError
from medportal.features.verification.schemas import (
    Difference,
    Kind,
    PaperFacts,
    PaperType,
    PolicyFacts,
    Reason,
    State,
)
from medportal.features.verification.service.messages import new_message_id
from tests.contracts.conftest import IMPATIENT, Line
from tests.features.verification.claims import claim, claim_of, job_facts, study_facts

every_kind = pytest.mark.parametrize("kind", Kind)


def new_id() -> UUID:
    return new_message_id()


@every_kind
def test_good_claims_are_confirmed_and_acknowledged(line: Line, kind: Kind) -> None:
    register = line.registers[kind]
    for someone in [each for each in PEOPLE if each.proves is Proof.ALL_GOOD]:
        verdict = register.confirm(claim_of(someone, kind), new_id())
        assert (verdict.state, verdict.differences, verdict.reason) == (State.OK, (), None)
        # A queue gives a receipt; a look at a resource leaves nothing to take back.
        assert (verdict.receipt is None) is (kind is Kind.PRACTITIONER)
        register.acknowledge(verdict.receipt or uuid4())


@every_kind
def test_an_answer_says_that_it_comes_from_a_demonstration_register(line: Line, kind: Kind) -> None:
    assert line.registers[kind].confirm(claim(kind=kind), new_id()).demonstration


@every_kind
def test_the_messages_come_back_as_evidence_that_does_not_show_itself(line: Line, kind: Kind) -> None:
    message_id = new_id()
    verdict = line.registers[kind].confirm(claim(kind=kind), message_id)
    assert str(message_id) in verdict.evidence.request
    assert str(message_id) in verdict.evidence.response
    asked_by = claim(kind=kind).number if kind is Kind.PRACTITIONER else "Примерова"
    assert asked_by in verdict.evidence.request
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
        (Proof.POLICY_CLOSED, Kind.POLICY, State.INVALID, Reason.POLICY_CLOSED, ()),
        (Proof.DIPLOMA_UNKNOWN, Kind.EDUCATION, State.NOT_FOUND, Reason.NOBODY, ()),
        (Proof.DIPLOMA_IN_ANOTHER_NAME, Kind.EDUCATION, State.MISMATCH, None, (Difference("holder"),)),
        (Proof.ACCREDITATION_ANNULLED, Kind.PRACTITIONER, State.INVALID, Reason.ANNULLED, ()),
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
    if kind is Kind.POLICY:
        unknown = claim(kind=kind, paper=PolicyFacts("3", "", "7700000000000000", date(2013, 4, 15)))
    if kind is Kind.EDUCATION:
        unknown = claim(kind=kind, paper=PaperFacts(PaperType.DIPLOMA, "107724", "7777777", date(2018, 6, 30)))
    if kind is Kind.PRACTITIONER:
        unknown = claim(kind=kind, number="98700999900")
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
    # The register of education documents says that the holder is another one, not how that one is called.
    assert kind is Kind.EDUCATION or all(difference.positions for difference in verdict.differences)


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


def test_a_policy_of_somebody_else_tells_nothing_of_its_holder(line: Line) -> None:
    stranger = papers_of(person("igor.kalendaryov")).policy
    verdict = line.registers[Kind.POLICY].confirm(
        claim(kind=Kind.POLICY, paper=PolicyFacts("3", "", stranger.enp, stranger.issued_on)), new_id()
    )
    assert verdict.state is State.MISMATCH
    assert {difference.field for difference in verdict.differences} >= {"surname", "birth_date"}
    assert all(not difference.positions for difference in verdict.differences if difference.field == "surname")


def test_a_confirmed_policy_comes_with_its_insurer(line: Line) -> None:
    found = line.registers[Kind.POLICY].confirm(claim(kind=Kind.POLICY), new_id()).found
    assert found == {"insurer": "Учебная страховая медицинская организация"}


@pytest.mark.parametrize(
    ("change", "field"),
    [({"issued_on": date(2018, 7, 1)}, "issued_on"), ({"issuer_ogrn": "1239900000121"}, "institution")],
)
def test_what_a_diploma_has_otherwise_is_named(line: Line, change: dict[str, object], field: str) -> None:
    told = study_facts(papers_of(person("anna.primerova")).diploma)
    verdict = line.registers[Kind.EDUCATION].confirm(
        claim(kind=Kind.EDUCATION, paper=replace(told, **change)), new_id()
    )
    assert (verdict.state, verdict.differences) == (State.MISMATCH, (Difference(field),))


def test_an_issuer_whose_number_is_not_known_does_not_stand_in_the_way(line: Line) -> None:
    told = replace(study_facts(papers_of(person("anna.primerova")).diploma), issuer_ogrn="")
    assert line.registers[Kind.EDUCATION].confirm(claim(kind=Kind.EDUCATION, paper=told), new_id()).state is State.OK


def test_the_register_of_medical_workers_knows_jobs_internships_and_certificates(line: Line) -> None:
    igor = person("igor.kalendaryov")
    own = papers_of(igor)
    assert own.job is not None
    register = line.registers[Kind.PRACTITIONER]
    for paper in (study_facts(own.further), job_facts(own.job), claim_of(igor, Kind.PRACTITIONER).paper):
        verdict = register.confirm(claim_of(igor, Kind.PRACTITIONER, paper=paper), new_id())
        assert verdict.state is State.OK, paper
    assert register.confirm(claim_of(igor, Kind.PRACTITIONER), new_id()).found["valid_until"] == "2025-05-20"


def test_a_paper_the_register_does_not_know_of_a_known_worker_is_not_found(line: Line) -> None:
    unknown = PaperFacts(PaperType.ACCREDITATION, "", "7723039999999", date(2023, 10, 12))
    verdict = line.registers[Kind.PRACTITIONER].confirm(claim(kind=Kind.PRACTITIONER, paper=unknown), new_id())
    assert (verdict.state, verdict.reason) == (State.NOT_FOUND, Reason.NO_SUCH_PAPER)


def test_a_token_that_is_none_is_our_own_fault_and_nobody_is_refused(served: str) -> None:
    register = registers(
        {Kind.PRACTITIONER: f"{served}/frmr"}, None, credentials=Credentials("1.2.643.5.1.13.13.12.2.77.9000", "none")
    )[Kind.PRACTITIONER]
    verdict = register.confirm(claim(kind=Kind.PRACTITIONER), new_id())
    assert (verdict.state, verdict.reason) == (State.ERROR, Reason.REFUSED)
