"""The policy: what the form asks, what the fund says, and what it opens."""

from collections.abc import Callable

import pytest

from medportal.demonstration.registers.counter import Counter, Fault, Office
from medportal.features.qualification import service
from medportal.features.qualification.schemas import RecordState, RecordType
from medportal.infra import db, jobs
from medportal.kernel.clock import Hands
from tests.features.qualification.doctors import Doctor

both = pytest.mark.both_databases
POLICY = RecordType.POLICY


def policy_ok(doctor: Doctor) -> bool:
    with db.reading() as uow:
        return service.policy_ok(uow, doctor.id)


@both
def test_a_policy_is_confirmed_by_the_fund_and_opens_its_gate(anna: Doctor) -> None:
    assert not policy_ok(anna)
    record = anna.saved(POLICY)
    card = anna.card(record)
    assert (card.state, card.by, card.state_name.ru, card.demonstration) == (
        RecordState.VERIFIED, "register", "Активный", True,
    )  # fmt: skip
    assert policy_ok(anna)
    assert "Полис ОМС: подтверждено" in anna.told()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"enp": "7756410892000121"}, ("enp", "enp_control")),
        ({"enp": "775641089200012"}, ("enp", "enp_format")),
        ({"enp": ""}, ("enp", "required")),
        ({"holder": "Примерова Алла Сергеевна"}, ("holder", "holder_differs")),
        ({"policy_issued_on": "31.02.2013"}, ("policy_issued_on", "date_unreal")),
        ({"policy_issued_on": "15 апреля"}, ("policy_issued_on", "date_format")),
        ({"policy_kind": "2"}, ("temporary_number", "required")),
        ({"policy_kind": "1", "old_number": "000000"}, ("old_number", "number_zeros")),
        ({"policy_kind": "5"}, ("policy_kind", "choose")),
    ],
)
def test_the_form_tells_what_is_wrong_at_the_very_field(
    anna: Doctor, changes: dict[str, str], found: tuple[str, str]
) -> None:
    assert found in anna.codes(POLICY, **changes)


def test_a_number_made_for_another_birth_date_or_sex_is_told_at_once(
    anna: Doctor, doctor: Callable[[str], Doctor]
) -> None:
    stranger = doctor("timur.vydumkin")
    assert anna.codes(POLICY, enp=stranger.papers.policy.enp) == [("enp", "enp_born")]


def test_what_another_kind_of_policy_asks_for_is_not_looked_at(anna: Doctor) -> None:
    assert anna.codes(POLICY, temporary_number="x", temporary_until="y", old_number="0") == []


def test_the_holder_s_name_may_differ_in_case_and_yo(doctor: Callable[[str], Doctor]) -> None:
    semyon = doctor("semyon.yolochkin")
    record = semyon.saved(POLICY, holder="ЕЛОЧКИН СЕМЕН ФЕДОРОВИЧ")
    assert semyon.card(record).state is RecordState.VERIFIED


def test_a_closed_policy_is_told_and_mended_by_another(doctor: Callable[[str], Doctor]) -> None:
    yakov = doctor("yakov.zakrytov")
    record = yakov.saved(POLICY)
    card = yakov.card(record)
    assert (card.state, yakov.flaws(record)) == (RecordState.FIX_NEEDED, ["policy_closed"])
    assert card.flaws[0].link == "/qualification/policy#enp"
    assert not policy_ok(yakov)


def test_a_wrong_date_is_named_by_the_fund_and_mended(anna: Doctor) -> None:
    record = anna.saved(POLICY, policy_issued_on="15.05.2013")
    assert anna.flaws(record) == ["policy_date_differs"]
    assert anna.card(record).flaws[0].link.endswith("#policy_issued_on")
    assert anna.saved(POLICY) == record
    assert anna.card(record).state is RecordState.VERIFIED


@both
def test_a_fund_that_is_down_refuses_nobody_and_is_asked_again_by_itself(
    anna: Doctor, counter: Counter, hands: Hands
) -> None:
    counter.set_fault(Office.POLICY, Fault.DOWN)
    record = anna.saved(POLICY)
    card = anna.card(record)
    assert (card.state, card.flaws) == (RecordState.CHECKING, ())
    assert card.waiting_why is not None
    counter.set_fault(Office.POLICY, Fault.OK)
    hands.move(minutes=10)
    jobs.work_off()
    assert anna.card(record).state is RecordState.VERIFIED


def test_there_is_one_policy_and_a_new_one_takes_its_place(anna: Doctor) -> None:
    first = anna.saved(POLICY)
    second = anna.saved(POLICY, policy_kind="2", temporary_number="123456789", temporary_until="30.12.2026")
    assert first == second
    assert anna.flaws(first) == ["policy_unknown"]
    assert not policy_ok(anna)


def test_saving_the_same_answers_again_changes_nothing(anna: Doctor) -> None:
    record = anna.saved(POLICY)
    before = anna.row(record).changed_at
    anna.saved(POLICY)
    assert anna.row(record).changed_at == before
    assert anna.told().count("Полис ОМС: подтверждено") == 1


def test_the_number_of_a_confirmed_policy_is_not_given_out_again(anna: Doctor) -> None:
    record = anna.saved(POLICY)
    given = service.form(anna.actor, POLICY, None)
    assert "enp" not in given
    assert given["holder"] == anna.applicant.who.full_name
    number = anna.papers.policy.enp
    assert number not in str(service.summaries(anna.actor))
    assert service.summaries(anna.actor)[f"{record}.title"].endswith(number[-4:])


def test_no_number_of_a_policy_stands_plain_in_its_row(anna: Doctor) -> None:
    row = anna.row(anna.saved(POLICY))
    assert anna.papers.policy.enp not in row.model_dump_json()
    assert anna.applicant.who.surname not in row.model_dump_json()
