"""A certificate is issued to who is confirmed, says what is so, is checked by anybody, and ends when its ground does."""

import hashlib
import io
import json
from datetime import UTC, date, datetime

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from sqlmodel import select
from typer.testing import CliRunner

from medportal.cli import app
from medportal.features.accounts import service as accounts
from medportal.features.certificates import rules, service
from medportal.features.certificates.models import Certificate, RevokedNumber
from medportal.features.certificates.schemas import State, Verdict, Why
from medportal.features.certificates.service import offline
from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.levels.schemas import Level
from medportal.features.notifications import service as notifications
from medportal.features.registration import service as registration
from medportal.features.registration.schemas import Section
from medportal.infra import issuer, jobs
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.actor import SYSTEM, Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, NotFoundError, TooOftenError
from tests.features.registration.applicants import answers_of

VISITOR = Actor(Role.VISITOR, address="203.0.113.7")


def issued(doctor):
    """The doctor's certificate, made."""
    service.request(doctor.actor)
    jobs.work_off()
    found = service.own(doctor.actor).current
    assert found is not None
    assert found.state is State.ISSUED
    return found


def token_of(doctor, found):
    return service.link(doctor.actor, found.id)[1].split("#")[1]


@pytest.mark.both_databases
def test_a_confirmed_doctor_gets_a_certificate_and_anybody_finds_it_valid(doctor):
    found = issued(doctor)
    answer = service.check(VISITOR, found.number)
    assert answer.verdict is Verdict.VALID
    assert answer.contents is not None
    assert answer.contents.name == doctor.applicant.who.full_name
    assert answer.contents.speciality == doctor.applicant.who.work.speciality
    assert answer.contents.demonstration
    assert service.check(VISITOR, found.number.lower().replace("-", " ")).verdict is Verdict.VALID
    assert next(line.title.ru for line in notifications.bell(doctor.actor).lines) == "Свидетельство готово"


def test_the_paper_says_the_same_in_cyrillic_and_its_code_holds_the_token(doctor):
    found = issued(doctor)
    name, pdf = service.paper(doctor.actor, found.id)
    assert name == f"{found.number}.pdf"
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    page = document[0]
    text = page.get_textpage().get_text_range().replace("\r\n", " ")
    for words in (doctor.applicant.who.full_name, doctor.applicant.who.work.speciality, found.number, "Демонстрация"):
        assert words in " ".join(text.split()), words
    (code,) = zxingcpp.read_barcodes(page.render(scale=3).to_pil())
    assert (found.number, code.text) == service.link(doctor.actor, found.id)
    assert rules.token_in(pdf) == token_of(doctor, found)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.Root.Lang == "ru"
        assert opened.open_metadata()["pdfuaid:part"] == "1"
        assert found.number in opened.open_metadata()["dc:title"]


def test_the_paper_shows_no_number_of_the_person(doctor):
    _, pdf = service.paper(doctor.actor, issued(doctor).id)
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    who = doctor.applicant.who
    for secret in (who.snils, who.inn, who.passport.number, who.phone, who.email, f"{who.birth_date:%d.%m.%Y}"):
        assert secret not in text.replace(" ", "").replace("-", "")


def test_who_is_not_confirmed_is_told_what_is_missing(issuing, someone):
    anna = someone(0).registered()
    with pytest.raises(ForbiddenError) as refused:
        service.request(anna.actor)
    assert "«Подтверждённый скан паспорта»" in refused.value.text.ru
    own = service.own(anna.actor)
    assert own.current is None
    assert own.refusal is not None


@pytest.mark.both_databases
def test_a_level_that_falls_revokes_the_certificate_within_one_work_off(doctor):
    found = issued(doctor)
    doctor.becomes(doctor.accreditation, DocumentState.REJECTED)
    assert doctor.level is not Level.CONFIRMED
    answer = service.check(VISITOR, found.number)
    assert (answer.verdict, answer.why) == (Verdict.REVOKED, Why.LEVEL)
    assert rules.number_hash(rules.read_number(found.number)) in listed()
    assert any("отозвано" in line.title.ru for line in notifications.bell(doctor.actor).lines)


def listed():
    claims = issuer.read("revoked", service.revoked_list(VISITOR), service.keys(VISITOR))
    return claims["hashes"]


def test_a_speciality_that_changes_revokes_what_states_the_old_one(doctor):
    found = issued(doctor)
    work = answers_of(doctor.applicant.who)[Section.WORK]
    assert registration.hand_in(doctor.actor, Section.WORK, {**work, "speciality": "Неврология"}).problems == ()
    jobs.work_off()
    assert service.check(VISITOR, found.number).why is Why.CHANGED


def test_the_owner_revokes_and_nobody_else(doctor, someone):
    found = issued(doctor)
    stranger = someone(1, "192.0.2.77").registered()
    for call in (service.revoke, service.paper, service.link):
        with pytest.raises(NotFoundError):
            call(stranger.actor, found.id)
        with pytest.raises(ForbiddenError):
            call(VISITOR, found.id)
    service.revoke(doctor.actor, found.id)
    assert service.check(VISITOR, found.number).why is Why.OWNER
    with pytest.raises(NotFoundError):
        service.revoke(doctor.actor, found.id)


def test_a_newer_one_takes_the_place_of_the_older(doctor, hands):
    older = issued(doctor)
    hands.move(hours=1)
    newer = issued(doctor)
    assert newer.number != older.number
    answer = service.check(VISITOR, older.number)
    assert (answer.verdict, answer.why) == (Verdict.REVOKED, Why.REPLACED)
    assert service.check(VISITOR, newer.number).verdict is Verdict.VALID
    assert [one.number for one in service.own(doctor.actor).earlier] == [older.number]


def test_a_certificate_ends_with_what_it_rests_on(issuing, someone, hands):
    from tests.features.levels.proven import Doctor

    doctor = Doctor(someone(0).registered()).confirmed(until=date(2026, 12, 10))
    found = issued(doctor)
    assert found.valid_until == date(2026, 12, 10)
    hands.at = datetime(2026, 12, 10, 20, 59, tzinfo=UTC)
    assert service.check(VISITOR, found.number).verdict is Verdict.VALID
    hands.at = datetime(2026, 12, 10, 21, 1, tzinfo=UTC)
    assert service.check(VISITOR, found.number).verdict is Verdict.EXPIRED
    assert offline.verify(VISITOR, "", {"keys": []}, None)["verdict"] == "forged"


def test_an_asked_certificate_is_made_once_and_survives_a_killed_worker(doctor, hands):
    first = service.request(doctor.actor)
    assert service.request(doctor.actor) == first
    jobs.engine().forget()
    assert service.own(doctor.actor).current.state is State.MAKING
    hands.move(minutes=2)
    jobs.run_sweeps()
    jobs.work_off()
    assert service.own(doctor.actor).current.state is State.ISSUED
    service.make(SYSTEM, first)
    with reading() as uow:
        assert len(uow.session.exec(select(Certificate)).all()) == 1


def test_what_was_lost_while_it_waited_is_not_certified(doctor):
    service.request(doctor.actor)
    jobs.engine().forget()
    doctor.becomes(doctor.accreditation, DocumentState.REJECTED)
    with reading() as uow:
        row = uow.session.exec(select(Certificate)).one()
    service.make(SYSTEM, row.id)
    assert service.own(doctor.actor).current is None


def test_certificates_are_asked_for_so_often_and_no_more(doctor):
    for _ in range(rules.PER_DAY):
        found = service.request(doctor.actor)
        service.revoke(doctor.actor, found)
    with pytest.raises(TooOftenError):
        service.request(doctor.actor)


def test_without_a_key_nothing_is_issued(doctor):
    issuer.open_issuer(None)
    with pytest.raises(ConflictError):
        service.request(doctor.actor)
    assert not service.own(doctor.actor).issuing
    assert service.revoked_list(VISITOR) is None


def test_a_number_that_was_never_issued_is_unknown_and_guessing_is_slowed(doctor, hands):
    found = issued(doctor)
    for _ in range(rules.CHECKS_PER_MINUTE):
        assert service.check(VISITOR, rules.new_number()).verdict is Verdict.UNKNOWN
    with pytest.raises(TooOftenError):
        service.check(VISITOR, found.number)
    hands.move(minutes=1, seconds=1)
    assert service.check(VISITOR, found.number).verdict is Verdict.VALID
    assert service.check(VISITOR, "no number").verdict is Verdict.UNKNOWN


def test_one_that_is_still_being_made_is_unknown(doctor):
    service.request(doctor.actor)
    assert service.check(VISITOR, service.own(doctor.actor).current.number).verdict is Verdict.UNKNOWN


def test_a_file_is_known_by_every_byte(doctor):
    found = issued(doctor)
    _, pdf = service.paper(doctor.actor, found.id)
    good = service.check(VISITOR, found.number, hashlib.sha256(pdf).hexdigest())
    assert (good.verdict, good.file_unchanged) == (Verdict.VALID, True)
    bad = service.check(VISITOR, found.number, hashlib.sha256(pdf + b" ").hexdigest())
    assert (bad.verdict, bad.file_unchanged) == (Verdict.ALTERED, False)
    assert bad.contents is not None
    service.revoke(doctor.actor, found.id)
    assert service.check(VISITOR, found.number, hashlib.sha256(pdf).hexdigest()).verdict is Verdict.REVOKED


@pytest.mark.both_databases
def test_an_erased_account_leaves_a_hash_that_still_revokes_and_nothing_else(doctor):
    found = issued(doctor)
    token = token_of(doctor, found)
    with unit_of_work() as uow:
        accounts.erase(uow, SYSTEM, doctor.id)
    jobs.work_off()
    answer = service.check(VISITOR, found.number)
    assert (answer.verdict, answer.why, answer.contents) == (Verdict.REVOKED, Why.ERASED, None)
    told = offline.verify(VISITOR, token, service.keys(VISITOR), service.revoked_list(VISITOR))
    assert told["verdict"] == "revoked"
    with reading() as uow:
        assert uow.session.exec(select(Certificate)).all() == []


def test_the_list_forgets_what_has_ended_by_itself(doctor, hands):
    service.revoke(doctor.actor, issued(doctor).id)
    assert len(listed()) == 1
    hands.move(days=400)
    assert listed() == []
    service.forget_ended(SYSTEM)
    with reading() as uow:
        assert uow.session.exec(select(RevokedNumber)).all() == []


def test_at_rest_nothing_of_a_certificate_is_in_the_clear(doctor):
    found = issued(doctor)
    with reading() as uow:
        row = uow.session.exec(select(Certificate)).one()
        kept = json.dumps(row.model_dump(mode="json"), ensure_ascii=False)
    for word in (rules.read_number(found.number), doctor.applicant.who.surname, token_of(doctor, found)):
        assert word not in kept


class TestOffline:
    """With the published key and a kept list, and no portal."""

    def told(self, doctor, found, token=None, *, with_list=True):
        listed = service.revoked_list(VISITOR) if with_list else None
        return offline.verify(VISITOR, token or token_of(doctor, found), service.keys(VISITOR), listed)

    def test_a_fresh_list_makes_it_valid_and_none_leaves_it_unsure(self, doctor, hands):
        found = issued(doctor)
        assert self.told(doctor, found)["verdict"] == "valid"
        assert self.told(doctor, found, with_list=False)["verdict"] == "unsure"
        old, token = service.revoked_list(VISITOR), token_of(doctor, found)
        hands.move(hours=25)
        assert offline.verify(VISITOR, token, service.keys(VISITOR), old)["verdict"] == "unsure"

    def test_revoked_is_told_even_by_an_old_list(self, doctor, hands):
        found = issued(doctor)
        token = token_of(doctor, found)
        service.revoke(doctor.actor, found.id)
        old = service.revoked_list(VISITOR)
        hands.move(days=3)
        assert offline.verify(VISITOR, token, service.keys(VISITOR), old)["verdict"] == "revoked"

    def test_expired_is_told(self, doctor, hands):
        found = issued(doctor)
        token = token_of(doctor, found)
        hands.move(days=366)
        told = offline.verify(VISITOR, token, service.keys(VISITOR), service.revoked_list(VISITOR))
        assert told["verdict"] == "expired"

    def test_forged_tokens_and_foreign_lists_are_not_believed(self, doctor):
        found = issued(doctor)
        token = token_of(doctor, found)
        keys = service.keys(VISITOR)
        head, body, signature = token.split(".")
        assert offline.verify(VISITOR, f"{head}.{body[:-2]}AA.{signature}", keys, None)["verdict"] == "forged"
        issuer.open_issuer(issuer.new_pem())
        assert offline.verify(VISITOR, token, service.keys(VISITOR), None)["verdict"] == "forged"
        foreign = service.revoked_list(VISITOR)
        told = offline.verify(VISITOR, token, keys, foreign)
        assert (told["verdict"], told["list_of"]) == ("unsure", None)

    def test_the_command_line_needs_no_database(self, doctor, tmp_path):
        found = issued(doctor)
        _, pdf = service.paper(doctor.actor, found.id)
        paper, keys, listed = tmp_path / "paper.pdf", tmp_path / "jwks.json", tmp_path / "list.jws"
        paper.write_bytes(pdf)
        keys.write_text(json.dumps(service.keys(VISITOR)))
        listed.write_text(service.revoked_list(VISITOR))
        _, link = service.link(doctor.actor, found.id)
        issuer.open_issuer(None)
        for given in (link, link.split("#")[1], str(paper)):
            done = CliRunner().invoke(
                app, ["certificate", "verify", given, "--keys", str(keys), "--revoked", str(listed)]
            )
            assert done.exit_code == 0, done.output
            assert json.loads(done.output)["contents"]["name"] == doctor.applicant.who.full_name
        done = CliRunner().invoke(app, ["certificate", "verify", "a.b.c", "--keys", str(keys)])
        assert (done.exit_code, json.loads(done.output)["verdict"]) == (1, "forged")
