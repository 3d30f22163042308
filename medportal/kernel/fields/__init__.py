"""Fields: one declarative schema of a form, and the server's interpreter of it."""

from medportal.kernel.fields.evaluate import evaluate, evaluate_field, shown
from medportal.kernel.fields.export import browser_modules, schema_json, section_json
from medportal.kernel.fields.outcome import FieldOutcome, Mend, SectionOutcome
from medportal.kernel.fields.passwords import Strength, password_strength
from medportal.kernel.fields.schema import Check, Field, Schema, Section, check, warn

__all__ = [
    "Check",
    "Field",
    "FieldOutcome",
    "Mend",
    "Schema",
    "Section",
    "SectionOutcome",
    "Strength",
    "browser_modules",
    "check",
    "evaluate",
    "evaluate_field",
    "password_strength",
    "schema_json",
    "section_json",
    "shown",
    "warn",
]
