"""Two doctors, an applicant and a verifier, and one doctor's practice: settled before the portal serves, told as JSON.

Run as a program of its own, so that keys, database and jobs of the test run are left alone.
"""

import json
import sys
from datetime import timedelta
from typing import Any

from reflex_base.registry import RegistrationContext

from medportal import app, wiring
from medportal.demonstration.people import PEOPLE
from medportal.features.analytics import service as analytics
from medportal.features.analytics.schemas.figures import Metric
from medportal.infra import jobs
from medportal.infra.db import unit_of_work
from medportal.infra.keys import ensure_keys
from medportal.infra.migrate import upgrade
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role
from medportal.settings import settings
from tests.attacks.settle import APPLICANT, _begun, _registered
from tests.support.desk_people import member

SECRET_NAME = "vypiska-otdeleniya.csv"
FILE = "Дата;Услуга;Диагноз;Кабинет\n" + "".join(f"{day:02}.03.2026;B01.047.001;J06.9;17А\n" for day in range(2, 7))


def practice(anna: Actor) -> dict[str, str]:
    """A year of figures, a goal, a report, a file that waits for its mapping and one that was taken in."""
    with unit_of_work() as uow:
        analytics.put_invented(uow, anna, anna.must_be_known(), years=1, a_day=3)
    analytics.put_goal(anna, Metric.PER_DAY, 17)
    day = clock.today().replace(day=1) - timedelta(days=1)
    made = analytics.make_report(anna, "summary", day, {"doctor": "Примерова Анна"}, "ru")
    waiting = analytics.receive(anna, SECRET_NAME, iter([FILE.encode()]))
    jobs.work_off()
    return {"report": str(made), "waiting": str(waiting)}


def main() -> None:
    """Settle them and print."""
    ensure_keys(settings())
    upgrade(settings().database_url)
    wiring.plug()
    jobs.use_memory()
    by_key = {who.key: who for who in PEOPLE}
    anna_session, anna = _registered(by_key["anna.primerova"], "Синий-Журавль-71", "203.0.113.5")
    vera_session, _ = _registered(by_key["vera.skazkina"], "Тихая-Гавань-29", "203.0.113.7")
    applicant, _ = _begun(by_key[APPLICANT], "203.0.113.6")
    told: dict[str, Any] = {
        "sessions": {"anna": anna_session, "vera": vera_session, "applicant": applicant},
        "practice": practice(anna),
    }
    told["sessions"]["verifier"] = member("vera", Role.VERIFIER)["session"]
    told["handlers"] = {
        name: list(one.handler.fn.__code__.co_varnames[: one.handler.fn.__code__.co_argcount])[1:]
        for name, one in RegistrationContext.get().event_handlers.items()
        if "___analytics___" in name
    }
    assert app.app is not None
    json.dump(told, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
