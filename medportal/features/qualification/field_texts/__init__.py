"""Words of the forms of qualification."""

from medportal.features.qualification.field_texts.labels import CHOICES, HINTS, LABELS, SAMPLES, TITLES
from medportal.features.qualification.field_texts.problems import PROBLEMS

__all__ = ["CHOICES", "HINTS", "LABELS", "PROBLEMS", "SAMPLES", "TITLES"]
