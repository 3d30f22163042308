"""The schema of the forms of qualification: every paper, every input, every rule, once for server and browser."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from medportal.features.qualification import field_texts as words
from medportal.features.qualification.fields import admission, policy, study
from medportal.kernel import fields as engine
from medportal.kernel.fields import Field, Schema, SectionOutcome


@cache
def schema() -> Schema:
    """Sections: one for what is known of the person, one for each type of paper."""
    return Schema(
        (
            policy.about(),
            policy.policy(),
            study.diploma(),
            study.internship(),
            study.residency(),
            study.training(),
            admission.certificate(),
            admission.accreditation(),
            admission.employment(),
            admission.licence(),
            admission.region(),
        ),
        words.PROBLEMS,
    )


def evaluate(
    section: str, values: Mapping[str, object], today: date, facts: Mapping[str, object] | None = None
) -> SectionOutcome:
    """Judge the form of one paper; `facts` is what is known of the person.

    Raises:
        KeyError: there is no such form.
    """
    return engine.evaluate(schema(), section, values, today, facts)


def inputs(section: str) -> tuple[Field, ...]:
    """The inputs of a form in their order."""
    return schema().section(section).fields


def browser_modules() -> dict[str, str]:
    """The rules of each paper's form as modules for the browser; written when the frontend is built."""
    return engine.browser_modules(schema())
