"""People as registration makes them."""

from tests.features.registration.conftest import anna, hands, portal, someone

__all__ = ["anna", "hands", "portal", "someone"]
