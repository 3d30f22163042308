"""What qualification takes from the profile: the person whom papers must name."""

import json
from uuid import UUID

from medportal.features.profile import service as profile
from medportal.infra import vault
from medportal.infra.db import UnitOfWork

Groups = dict[str, dict[str, str]]


def answers_of(uow: UnitOfWork, account_id: UUID) -> Groups | None:
    """The person's answers by group, or None before there is a profile."""
    return profile.answers_of(uow, account_id) if profile.is_settled(uow, account_id) else None


def facts(groups: Groups) -> dict[str, str]:
    """What the rules of the forms look at."""
    who = groups["person"]
    names = (who["surname"], who["given_name"], who["patronymic"])
    return {"full_name": " ".join(part for part in names if part), "birth_date": who["birth_date"], "sex": who["sex"]}


def fingerprint(groups: Groups) -> str:
    """Known again when the person's names, birth date, sex and SNILS are the same."""
    plain = json.dumps([groups["person"], groups["numbers"]["snils"]], sort_keys=True, ensure_ascii=False)
    return vault.fingerprint("qualification.person", plain)
