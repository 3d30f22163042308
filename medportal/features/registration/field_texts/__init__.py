"""The words of the wizard's inputs."""

from medportal.features.registration.field_texts.labels import HINTS, LABELS, SAMPLES, SECTION_TITLES, SEXES
from medportal.features.registration.field_texts.problems import PROBLEMS

__all__ = ["HINTS", "LABELS", "PROBLEMS", "SAMPLES", "SECTION_TITLES", "SEXES"]
