"""Rules of the profile: masks, and what is claimed to the registers."""

from datetime import date

from medportal.features.profile.schemas import Card, Identity, OwnDifference, read_date
from medportal.features.verification.schemas import Claim, Difference, Kind, PassportFacts, Person
from medportal.kernel.identifiers.passport import valid_until

# Fields of the form by the field names that a register's verdict uses.
FIELD_GROUP = {
    "surname": "person",
    "given_name": "person",
    "patronymic": "person",
    "birth_date": "person",
    "sex": "person",
    "snils": "numbers",
    "inn": "numbers",
    "passport_series": "passport",
    "passport_number": "passport",
    "passport_issued_on": "passport",
    "passport_issuer": "passport",
    "passport_division_code": "passport",
}


def claims(identity: Identity) -> tuple[Claim, Claim, Claim]:
    """What the registers are asked about this person: SNILS, INN, passport."""
    who, paper = identity.person, identity.passport
    person = Person(who.surname, who.given_name, who.patronymic or None, who.born, who.sex)
    passport = PassportFacts(
        series=paper.passport_series,
        number=paper.passport_number,
        issued_on=read_date(paper.passport_issued_on),
        issuer=paper.passport_issuer,
        division_code=paper.passport_division_code,
    )
    return (
        Claim(Kind.SNILS, person, identity.numbers.snils, passport),
        Claim(Kind.INN, person, identity.numbers.inn, passport),
        Claim(Kind.PASSPORT, person, paper.passport_series + paper.passport_number, passport),
    )


def passport_valid_until(identity: Identity) -> date | None:
    """The last day of the passport (rules §1.5); None when no exchange is left."""
    return valid_until(identity.person.born, read_date(identity.passport.passport_issued_on))


def card(identity: Identity) -> Card:
    """The masked card of a person."""
    who, home, work = identity.person, identity.address, identity.work
    flat = f", кв. {home.flat}" if home.flat else ""
    # Moscow, Petersburg and Sevastopol are region and city in one: nobody writes them twice.
    town = home.city if home.city == home.region else f"{home.region}, {home.city}"
    return Card(
        full_name=" ".join(part for part in (who.surname, who.given_name, who.patronymic) if part),
        birth_date=who.birth_date,
        snils=masked("snils", identity.numbers.snils),
        inn=masked("inn", identity.numbers.inn),
        passport=masked("passport", identity.passport.passport_series + identity.passport.passport_number),
        address=f"{home.postal_index}, {town}, {home.street}, {home.house}{flat}",
        workplace=work.licence_number or work.employer_ogrn,
        position=work.position,
        speciality=work.speciality,
    )


def masked(kind: str, digits: str) -> str:
    """A number of which only the tail can be read, in the shape people know it by."""
    tail = digits[-4:]
    if kind == "snils":
        return f"***-***-*{tail[:2]} {tail[2:]}"
    if kind == "inn":
        return "*" * 8 + tail
    return f"** ** **{tail}"


def shown(kind: str, digits: str) -> str:
    """A number in full, in the shape people know it by."""
    if kind == "snils":
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:9]} {digits[9:]}"
    if kind == "passport":
        return f"{digits[:2]} {digits[2:4]} {digits[4:]}"
    return digits


def own_difference(difference: Difference, values: dict[str, str]) -> OwnDifference:
    """The person's own value with the places that differ; of a number, only masked digits are shown.

    Positions of a masked value are moved past the separators of its mask.
    """
    name = difference.field
    value = values.get(name, "")
    if name in {"snils", "inn"}:
        full, mask = shown(name, value), masked(name, value)
        places = [place for place, sign in enumerate(full) if sign.isdigit()]
        return OwnDifference(name, mask, tuple(places[i] for i in difference.positions if i < len(places)))
    if name == "passport_number":
        return OwnDifference(name, "**" + value[-4:], difference.positions)
    return OwnDifference(name, value, difference.positions)
