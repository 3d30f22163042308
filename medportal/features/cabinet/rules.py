"""The level of an account, computed from its facets (rules §2.3): plain values in, a standing out."""

from medportal.features.cabinet.schemas import Condition, Facets, Level, Standing

# What each level asks for beyond the one below it.
ASKS: dict[Level, tuple[Condition, ...]] = {
    Level.SIMPLE: (Condition.CONSENT, Condition.IDENTITY, Condition.ANY_CONTACT),
    Level.STANDARD: (
        Condition.NUMBERS,
        Condition.PASSPORT,
        Condition.PHONE,
        Condition.PASSWORD,
        Condition.PASSPORT_SCAN,
        Condition.QUALIFICATION_SCAN,
    ),
    Level.CONFIRMED: (
        Condition.BOTH_CONTACTS,
        Condition.SNILS_CHECK,
        Condition.INN_CHECK,
        Condition.PASSPORT_CHECK,
        Condition.POLICY_CHECK,
        Condition.QUALIFICATION,
        Condition.IDENTITY_PROOF,
    ),
}


def standing(facets: Facets) -> Standing:
    """The level and the way to the next one. A condition lost lowers the level; nothing else changes."""
    level = Level.NONE
    for candidate, conditions in ASKS.items():
        if not facets.met.issuperset(conditions):
            return Standing(level, candidate, tuple((one, one in facets.met) for one in conditions))
        level = candidate
    return Standing(level, None, ())
