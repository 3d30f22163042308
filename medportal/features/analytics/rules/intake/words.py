"""Words by which files name what we keep as numbers, in Russian and English; found by their beginnings or whole."""

import re
from functools import cache

from medportal.features.analytics.schemas.dimensions import Payment, Place, Reason, VisitKind
from medportal.features.analytics.schemas.imports import Role

TAKEN, MISSED, CALLED_OFF = 0, 1, 2
# Patterns are tried in order within a casefolded cell.
_WORDS: dict[Role, tuple[tuple[str, int], ...]] = {
    Role.PAYMENT: (
        (r"дмс|добровольн|voluntary|private insur", Payment.DMS),
        (r"омс|обязательн|compulsory|medicare|medicaid", Payment.OMS),
        (r"платн|касса|личны|наличн|self.?pay|no_insurance|^paid|cash", Payment.PAID),
        (r"регион|местн|муницип|regional", Payment.REGIONAL),
        (r"бюдж|budget|federal", Payment.BUDGET),
        (r"организац|own means", Payment.OWN),
        (r"друг|проч|ино|other", Payment.OTHER),
    ),
    Role.PLACE: (
        (r"на дому|^дом|вызов|home|^hh$", Place.HOME),
        (r"дистанц|телемед|удал|онлайн|virtual|remote|telehealth|^vr$", Place.REMOTE),
        (r"стационар|госпит|inpatient|hospi|^imp$|snf|acute", Place.HOSPITAL),
        (r"поликл|амбулат|приём|прием|кабинет|клиник|очно|ambul|outpat|clinic|office|wellness|urgent|emerg|^amb$|^emer$",
         Place.CLINIC),
    ),
    Role.KIND: (
        (r"повтор|repeat|follow|subsequent|^0$|^нет$|^no$|^false$|^п$|^2$", VisitKind.REPEAT),
        (r"перв|first|initial|^new|^1$|^да$|^yes$|^true$|^\+$", VisitKind.FIRST),
    ),
    Role.REASON: (
        (r"диспансерн\w* (наблюд|учёт|учет|приём|прием)|^д(-|испансерн\w*)?$|follow.?up care|dispensary|^3$", Reason.DISPENSARY),
        (r"профил|осмотр|медосм|вакцин|диспансериз|patronage|патронаж|prevent|wellness|check.?up|screening|^2$",
         Reason.PREVENTIVE),
        (r"забол|лечеб|обострен|травм|неотлож|disease|illness|problem|symptom|urgent|emerg|ambul|outpat|inpat|^1$",
         Reason.DISEASE),
        (r".", Reason.OTHER),
    ),
    Role.STATUS: (
        (r"не ?яв|неяв|не приш|noshow|no.?show|missed|did not attend|^dna$", MISSED),
        (r"отмен|cancel|called off|entered-in-error|planned|booked|proposed|заплан|not-done|preparation|on-hold", CALLED_OFF),
        (r".", TAKEN),
    ),
    Role.RURAL: ((r"сел|rural|country|^да$|^yes$|^true$|^1$|^\+$|^2$|деревн|посёл", 1), (r".", 0)),
}  # fmt: skip
_PAYMENT_CODES = {str(one.value) for one in Payment} - {"0"}


@cache
def _patterns(role: Role) -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(pattern), int(value)) for pattern, value in _WORDS[role])


def value(role: Role, text: str) -> int:
    """The number of what a cell says; 0 when it says nothing we know."""
    told = text.strip().casefold()[:64]
    if role is Role.PAYMENT and told in _PAYMENT_CODES:
        return int(told)
    if role is Role.PLACE and told in {"1", "2", "3", "4"}:
        return int(told)
    return next((number for pattern, number in _patterns(role) if told and pattern.search(told)), 0)


def knows(role: Role, text: str) -> bool:
    """Whether a cell says something of this role in so many words."""
    return bool(text.strip()) and role in _WORDS and value(role, text) > 0
