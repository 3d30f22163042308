"""Doctors at the level «Подтверждённая», with an issuer's key in hand."""

from collections.abc import Callable, Iterator

import pytest

from medportal.features.accounts import service as accounts
from medportal.features.certificates import jobs as _certificates  # noqa: F401
from medportal.features.certificates import service
from medportal.infra import facts, issuer
from tests.features.levels.conftest import anna, hands, portal, someone, watched
from tests.features.levels.proven import Doctor
from tests.features.registration.applicants import Applicant

__all__ = ["anna", "doctor", "hands", "issuing", "portal", "someone", "watched"]


@pytest.fixture
def issuing(watched: str) -> Iterator[str]:
    """A portal that signs, where a lost level ends certificates."""
    issuer.open_issuer(issuer.new_pem())
    facts.watchers[:] = ["levels.settle", "certificates.settle"]
    accounts.erasers.insert(0, service.erase)
    yield watched
    issuer.open_issuer(None)


@pytest.fixture
def doctor(issuing: str, someone: Callable[..., Applicant]) -> Doctor:
    """A confirmed doctor without a certificate."""
    return Doctor(someone(0).registered()).confirmed()
