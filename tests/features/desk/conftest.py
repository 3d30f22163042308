"""Registered doctors, as the levels know them."""

from tests.features.levels.conftest import anna, doctor, hands, portal, someone, watched

__all__ = ["anna", "doctor", "hands", "portal", "someone", "watched"]
