"""Qualification as the browser sees it: types, states and words."""

from medportal.features.qualification.state.qualification import QualificationState
from medportal.features.qualification.state.rows import AddRow, CardRow, FlawRow, ScanRow, SlotRow

__all__ = ["AddRow", "CardRow", "FlawRow", "QualificationState", "ScanRow", "SlotRow"]
