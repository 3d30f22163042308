"""States of the wizard: the sections, and the proof of the contacts."""

from medportal.features.registration.state.contacts import ContactsState
from medportal.features.registration.state.wizard import WizardState

__all__ = ["ContactsState", "WizardState"]
