"""People as registration makes them: the profile is filled by nobody else."""

from tests.features.registration.conftest import anna, hands, portal, someone

__all__ = ["anna", "hands", "portal", "someone"]
