"""Day sheets: a doctor's day by hand, kept as it is typed, and the same sheet twice changes nothing."""

import json
from dataclasses import astuple, replace
from datetime import date

import numpy as np

from medportal.features.analytics.models import Practice, PracticeImport
from medportal.features.analytics.rules import codes, days, facts
from medportal.features.analytics.rules.intake import personal
from medportal.features.analytics.schemas.days import DaySheet, NamedLine, SheetLine
from medportal.features.analytics.schemas.dimensions import CodeKind
from medportal.features.analytics.schemas.imports import Origin
from medportal.features.analytics.service import keeping
from medportal.features.analytics.service.looking import doctor_of
from medportal.features.analytics.store import imports, practices
from medportal.features.analytics.texts import service as texts
from medportal.features.attestations import service as attestations
from medportal.infra import audit
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel.actor import Actor
from medportal.kernel.errors import InvalidError


def day_sheet(actor: Actor, day: date) -> tuple[DaySheet, tuple[NamedLine, ...]]:
    """The sheet of a day, with the counters this doctor usually fills in, and their names.

    Raises:
        ForbiddenError: the actor is no doctor.
    """
    account_id = doctor_of(actor)
    with reading() as uow:
        practice = practices.find(uow, account_id)
        sheet = DaySheet(day, days.USUAL) if practice is None else _read(uow, practice, day)
    return sheet, tuple(NamedLine(line, days.name_of(line)) for line in sheet.lines)


def put_day(actor: Actor, sheet: DaySheet) -> DaySheet:
    """Keep the sheet of a day in place of what stood there; its counters are the usual ones from now on.

    Raises:
        InvalidError: the day has not come yet, a count is more than a day holds, or a code holds data of a patient.
    """
    account_id = doctor_of(actor)
    sheet = replace(sheet, lines=tuple(_spelled(line) for line in sheet.lines))
    if not days.is_sound(sheet, attestations.today_of(actor)):
        raise InvalidError(texts.BAD_SHEET)
    with unit_of_work() as uow:
        practice = practices.make(uow, account_id)
        number = practices.number_of(practice)
        source = _source(uow, practice)
        month = facts.month_number(sheet.day)
        numbers = {kind: practices.number_codes(uow, number, kind, _met(sheet, kind)) for kind in CodeKind}
        before = practices.block(uow, number, month, source.number)
        others = before[before["day"] != facts.day_number(sheet.day)]
        fresh = days.to_facts(sheet, numbers[CodeKind.SERVICE], numbers[CodeKind.DIAGNOSIS])
        rows = np.concatenate([others, fresh])
        practices.put_block(uow, number, month, source.number, rows[np.argsort(rows["day"], kind="stable")])
        practice.sheet = json.dumps([astuple(replace(line, visits=0)) for line in sheet.lines])
        keeping.changed(uow, practice, [month])
        audit.record(uow, actor, "analytics.day_kept", source.id, day=facts.day_number(sheet.day))
        return _read(uow, practice, sheet.day)


def _read(uow: UnitOfWork, practice: Practice, day: date) -> DaySheet:
    number = practices.number_of(practice)
    usual = [SheetLine(*line) for line in json.loads(practice.sheet)] or list(days.USUAL)
    found = imports.of_origin(uow, number, Origin.HAND)
    rows = practices.block(uow, number, facts.month_number(day), found[0].number) if found else facts.empty()
    book = practices.codebook(uow, number)
    written = {kind: {code.number: code.code for code in book.codes[kind].values()} for kind in CodeKind}
    here = rows[rows["day"] == facts.day_number(day)]
    return days.from_facts(day, here, usual, written[CodeKind.SERVICE], written[CodeKind.DIAGNOSIS])


def _source(uow: UnitOfWork, practice: Practice) -> PracticeImport:
    # Locked: two tabs that keep two days of a month must not lose one of them.
    imports.lock(uow, practice)
    found = imports.of_origin(uow, practices.number_of(practice), Origin.HAND)
    return found[0] if found else imports.open_done(uow, practice, Origin.HAND)


def _spelled(line: SheetLine) -> SheetLine:
    if personal.by_value(line.diagnosis) or personal.by_value(line.service):
        raise InvalidError(texts.BAD_SHEET)
    diagnosis, service = codes.diagnosis(line.diagnosis), codes.service(line.service)
    return replace(line, diagnosis=diagnosis[0], service=service[0])


def _met(sheet: DaySheet, kind: CodeKind) -> list[tuple[str, bool]]:
    if kind is CodeKind.SERVICE:
        return [codes.service(line.service) for line in sheet.lines if line.service and line.visits]
    return [codes.diagnosis(line.diagnosis) for line in sheet.lines if line.diagnosis and line.visits]
