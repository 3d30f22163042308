from uuid import UUID

from medportal.infra import audit, db, jobs, passwords, throttle, tokens, vault
from medportal.kernel.actor import SYSTEM
from datetime import timedelta


def test_smoke(database):
    ran = []
    jobs.job("test.smoke")(lambda row: ran.append(row))
    me = db.new_id()
    with db.unit_of_work() as uow:
        audit.record(uow, SYSTEM, "test.done", me, count=3)
        audit.record(uow, SYSTEM, "test.done", me, count=4)
        assert throttle.wait_before(uow, "k", 1, timedelta(seconds=5)) == 0
        assert throttle.wait_before(uow, "k", 1, timedelta(seconds=5)) == 5
        jobs.wake(uow, "test.smoke", me)
    assert jobs.work_off() == 1 and ran == [me]
    with db.reading() as uow:
        assert audit.verify(uow) == audit.ChainReport(True, 2)
    assert vault.reveal("a.b", me, vault.seal("a.b", me, "x")) == "x"
    assert tokens.read(
        "session", tokens.issue("session", "s", timedelta(1), rot=1)
    ).facts == {"rot": 1}
    assert passwords.verify(passwords.hash_password("Qwerty12"), "Qwerty12")
