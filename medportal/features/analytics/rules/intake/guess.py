"""Which column tells what: by its title in Russian or English, else by the shape of its values."""

import re
from collections.abc import Sequence

from medportal.features.analytics.rules import codes
from medportal.features.analytics.rules.intake import values
from medportal.features.analytics.schemas.imports import ColumnSeen, Personal, Role

# In this order roles choose their columns; the first pattern that fits a title wins it.
_TITLES: tuple[tuple[Role, str], ...] = (
    (Role.ROW_ID, r"^(id|uuid|resource id)$|(номер|№) ?(посещ|записи|строки|талона|приёма|приема|случая)|(row|record|encounter|visit).?(id|num)$"
     r"|id (посещ|записи|строки|талона)"),
    (Role.DATE, r"^date$|^дата$|дата (посещ|приём|прием|визит|услуг|оказ|обращ|случая|начал)|(visit|service|encounter).?date|^start$|^начало"),
    (Role.TIME, r"^время$|^час|время (приём|прием|посещ|нач)|^time$|^hour|start.?time"),
    (Role.END, r"^stop$|^end$|оконч|конец|end.?(date|time)"),
    (Role.MINUTES, r"минут|длительн|продолж|minutes|duration"),
    (Role.NO_SHOWS, r"неяв|no.?show"),
    (Role.STATUS, r"статус|явка|status|состоялось"),
    (Role.VISITS, r"^посещен|число посещ|кол\w*\.? посещ|^visits?$|посещений"),
    (Role.QUANTITY, r"кол-?во|количеств|quantity|^qty|кратность"),
    (Role.SERVICE, r"код услуг|услуг|service|procedure|^code$|номенклатур|манипул"),
    (Role.DIAGNOSIS, r"диагноз|мкб|^ds$|diagnos|icd|reasoncode|condition"),
    (Role.PAYMENT, r"оплат|финанс|плательщик|источник|payment|funding|вид страх"),
    (Role.PLACE, r"место|place|location|где|encounterclass|^class$|условия оказ"),
    (Role.AGE, r"возраст|полных лет|^лет$|\bage\b"),
    (Role.KIND, r"первичн|повторн|вид посещ|характер|first|repeat"),
    (Role.REASON, r"цель|повод|причина|reason$|purpose|вид обращ"),
    (Role.RURAL, r"сельск|село|житель|rural"),
    (Role.SICK_OPENED, r"открыт\w* (лн|л/н|листк|больнич)|открыто|sick.?(note)?.?opened"),
    (Role.SICK_CLOSED, r"закрыт\w* (лн|л/н|листк|больнич)|закрыто|sick.?(note)?.?closed"),
    (Role.VISIT, r"^(encounter|visit)$|visit.?id|encounter.?id|(id|номер|код) (визита|случая)"),
)  # fmt: skip
_ENOUGH = 0.6


def columns(
    titles: Sequence[str], sample: Sequence[Sequence[str]], personal: Sequence[Personal | None]
) -> list[ColumnSeen]:
    """What each column seems to tell; a column that identifies patients tells nothing else."""
    roles: dict[int, Role] = {}
    free = [place for place, kind in enumerate(personal) if kind is None]
    for role, pattern in _TITLES:
        fits = [place for place in free if place not in roles and re.search(pattern, titles[place].strip().casefold())]
        if fits and (chosen := _best(role, fits, sample)) is not None:
            roles[chosen] = role
    for role in (Role.DATE, Role.DIAGNOSIS, Role.SERVICE):
        if role not in roles.values():
            likely = [place for place in free if place not in roles and _share(role, sample[place]) > _ENOUGH]
            if likely:
                roles[max(likely, key=lambda place: _share(role, sample[place]))] = role
    return [ColumnSeen(place, title, roles.get(place), personal[place]) for place, title in enumerate(titles)]


def birth_dates(sample: Sequence[Sequence[str]], roles: dict[int, Role]) -> list[int]:
    """Columns that hold birth dates though no title says so: never after the visit, and years apart from it by turns.

    A column that tells something by its title, as the end of a visit does, is none.
    """
    visits = next((place for place, role in roles.items() if role is Role.DATE), None)
    there = [values.day_or_older(cell) for cell in sample[visits]] if visits is not None else []
    found: list[int] = []
    for place, cells in enumerate(sample):
        told = [cell for cell in cells if cell.strip()]
        dates = [values.day_or_older(cell) for cell in cells]
        read = [one for one in dates if one is not None]
        if place in roles or len(read) < 5 or len(read) <= _ENOUGH * len(told):
            continue
        if visits is None:
            ages = [-one.year for one in read]
        else:
            ages = [day.year - born.year for day, born in zip(there, dates, strict=True) if day and born]
        if ages and max(ages) - min(ages) > 15 and (visits is None or min(ages) >= 0):
            found.append(place)
    return found


def _best(role: Role, fits: list[int], sample: Sequence[Sequence[str]]) -> int | None:
    if role in {Role.DATE, Role.DIAGNOSIS, Role.SERVICE} and len(fits) > 1:
        return max(fits, key=lambda place: (_share(role, sample[place]), -place))
    if role is Role.DATE and _share(role, sample[fits[0]]) < _ENOUGH and any(cell.strip() for cell in sample[fits[0]]):
        return None
    return fits[0]


def _share(role: Role, cells: Sequence[str]) -> float:
    if role is Role.DATE:
        return values.looks_like(list(cells), lambda cell: values.day(cell) >= 0 and not cell.strip().isdecimal())
    if role is Role.DIAGNOSIS:
        return values.looks_like(list(cells), lambda cell: codes.diagnosis(cell)[1])
    return values.looks_like(list(cells), lambda cell: codes.service(cell)[1])
