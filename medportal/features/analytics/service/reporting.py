"""Reports: looked at, made, kept with their numbers, and given out as files that can be made again."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, timedelta
from uuid import UUID

from medportal.features.analytics.models import PracticeReport
from medportal.features.analytics.rules.facts import month_number
from medportal.features.analytics.rules.reports import content as rules
from medportal.features.analytics.schemas.asking import Compare, Period, Query
from medportal.features.analytics.schemas.reports import Content, ReportView, TablePart, Template
from medportal.features.analytics.service import looking, papers
from medportal.features.analytics.service.saving import Saved
from medportal.features.analytics.service.templates import templates
from medportal.features.analytics.store import practices
from medportal.features.analytics.store import reports as store
from medportal.features.analytics.texts import reports as texts
from medportal.features.profile import service as profile
from medportal.features.qualification import service as qualification
from medportal.infra import audit, log, vault
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.infra.errors import TypesetError
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import InvalidError, NotFoundError, UnavailableError
from medportal.kernel.problem import Problem
from medportal.kernel.text import Locale, Text

CONTENT = "practice_report.sealed_content"
SHORT, LONG = 200, 8000
KEPT = 100
UNDO = timedelta(days=30)


def report_templates(actor: Actor) -> tuple[Template, ...]:
    """The templates a doctor may choose from.

    Raises:
        ForbiddenError: the actor is no doctor.
    """
    looking.doctor_of(actor)
    return tuple(templates().values())


def report_start(actor: Actor, key: str) -> dict[str, str]:
    """What the fields of a template begin with: the doctor's own values, for his form alone.

    Raises:
        ForbiddenError: the actor is no doctor.
        NotFoundError: there is no such template.
    """
    account_id = looking.doctor_of(actor)
    template = _template(key)
    with reading() as uow:
        try:
            answers = profile.answers_of(uow, account_id)
        except NotFoundError:
            answers = {}
        employer = qualification.employer_of(uow, account_id)
        last = store.last_of(uow, account_id, key)
    said = _said(template, last) if last else {}
    known = rules.known(answers, employer)
    # What the portal knows goes before what was typed the last time: a post changes.
    return {
        one.name: value
        for one in template.fields
        if (value := known.get(one.start, "") or said.get(one.name, "") or rules.number_alone(one.start, answers))
    }


def _said(template: Template, row: PracticeReport) -> dict[str, str]:
    made = papers.content_of(json.loads(vault.reveal(CONTENT, row.id, row.sealed_content)))
    told = dict(made.fields)
    labels = {one.name: (one.label.ru, one.label.en) for one in template.fields}
    return {name: told[label] for name, pair in labels.items() for label in pair if label in told}


def look_at_report(actor: Actor, key: str, day: date, locale: Locale = "ru") -> tuple[Template, Period, Content]:
    """The numbers of a report before it is made.

    Raises:
        ForbiddenError: the actor is no doctor.
        NotFoundError: there is no such template.
    """
    template = _template(key)
    period = rules.period_of(template.span, day)
    return template, period, _content(actor, template, period, {}, locale)


def make_report(actor: Actor, key: str, day: date, fields: Mapping[str, str], locale: Locale) -> UUID:
    """Make a report and keep it; its id.

    Raises:
        ForbiddenError: the actor is no doctor.
        NotFoundError: there is no such template.
        InvalidError: a field is missing or too long; the problems name the fields.
    """
    account_id = looking.doctor_of(actor)
    template = _template(key)
    if found := _problems(template, fields):
        raise InvalidError(found[0].text, found)
    period = rules.period_of(template.span, day)
    made = _content(actor, template, period, fields, locale)
    with unit_of_work() as uow:
        report_id = new_id()
        row = PracticeReport(
            id=report_id,
            account_id=account_id,
            template=template.key,
            fingerprint=template.fingerprint,
            first_day=period.first,
            last_day=period.last,
            facts_digest=_facts_digest(uow, account_id, period),
            sealed_content=vault.seal(CONTENT, report_id, json.dumps(asdict(made), ensure_ascii=False)),
        )
        uow.session.add(row)
        audit.record(uow, actor, "analytics.report_made", report_id)
        store.purge(uow, clock.now() - UNDO)
    return report_id


def reports(actor: Actor) -> tuple[ReportView, ...]:
    """The reports a doctor keeps, the newest first, at most a hundred.

    Raises:
        ForbiddenError: the actor is no doctor.
    """
    account_id = looking.doctor_of(actor)
    known = templates()
    with reading() as uow:
        return tuple(_view(uow, row, known) for row in store.kept(uow, account_id, KEPT))


def save_report(actor: Actor, report_id: UUID, form: papers.ReportForm) -> Saved:
    """A report as a file: the same words and numbers whenever it is asked for.

    Raises:
        ForbiddenError: the actor is no doctor.
        NotFoundError: there is no such report of his.
        UnavailableError: the paper could not be set.
    """
    account_id = looking.doctor_of(actor)
    with unit_of_work() as uow:
        row = store.find(uow, account_id, report_id)
        if row is None or row.removed_at is not None:
            raise NotFoundError(texts.NO_REPORT)
        audit.record(uow, actor, "analytics.report_saved", report_id)
    made = papers.content_of(json.loads(vault.reveal(CONTENT, row.id, row.sealed_content)))
    name = f"medportal-{row.template}-{row.first_day:%Y%m%d}-{row.last_day:%Y%m%d}.{form}"
    try:
        return Saved(papers.paper(made, form), papers.TYPES[form], name)
    except TypesetError as error:
        _ = log.incident(error, where="analytics.save_report")
        raise UnavailableError(texts.NOT_SET) from None


def remove_report(actor: Actor, report_id: UUID, *, back: bool = False) -> None:
    """Remove a report, or put it back within thirty days.

    Raises:
        ForbiddenError: the actor is no doctor.
        NotFoundError: there is no such report of his.
    """
    account_id = looking.doctor_of(actor)
    with unit_of_work() as uow:
        row = store.find(uow, account_id, report_id)
        if row is None:
            raise NotFoundError(texts.NO_REPORT)
        row.removed_at = None if back else row.removed_at or clock.now()
        audit.record(uow, actor, "analytics.report_put_back" if back else "analytics.report_removed", report_id)


def _template(key: str) -> Template:
    found = templates().get(key)
    if found is None:
        raise NotFoundError(texts.NO_TEMPLATE)
    return found


def _content(actor: Actor, template: Template, period: Period, fields: Mapping[str, str], locale: Locale) -> Content:
    query = Query(period, Compare.NONE)
    tables = {part.by: looking.table(actor, query, part.by) for part in template.parts if isinstance(part, TablePart)}
    return rules.content(template, period, tables, looking.dashboard(actor, query), fields=fields, locale=locale)


def _problems(template: Template, fields: Mapping[str, str]) -> list[Problem]:
    found: list[Problem] = []
    for one in template.fields:
        typed = fields.get(one.name, "").strip()
        if one.is_required and not typed:
            found.append(Problem(one.name, "required", texts.REQUIRED.fill(label=one.label)))
        elif len(typed) > (LONG if one.is_long else SHORT):
            found.append(Problem(one.name, "too_long", texts.TOO_LONG.fill(label=one.label)))
    return found


def _facts_digest(uow: UnitOfWork, account_id: UUID, period: Period) -> str:
    practice = practices.find(uow, account_id)
    if practice is None:
        return ""
    number = practices.number_of(practice)
    return practices.facts_digest(uow, number, month_number(period.first), month_number(period.last))


def _view(uow: UnitOfWork, row: PracticeReport, known: Mapping[str, Template]) -> ReportView:
    template = known.get(row.template)
    digest = _facts_digest(uow, row.account_id, Period(row.first_day, row.last_day))
    return ReportView(
        id=row.id,
        template=row.template,
        title=template.title if template else Text(ru=row.template, en=row.template),
        first_day=row.first_day,
        last_day=row.last_day,
        made_at=row.made_at,
        is_current=digest == row.facts_digest,
    )
