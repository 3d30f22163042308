"""The wizard's schema as the rest of the slice uses it: judged sections, kept answers, and words for people."""

from collections.abc import Mapping
from typing import Any

from medportal.features.profile.schemas import (
    AddressAnswers,
    Identity,
    NumberAnswers,
    PassportAnswers,
    PersonAnswers,
    WorkAnswers,
)
from medportal.features.registration import fields as form
from medportal.features.registration.rules.progress import ANSWERED, Progress
from medportal.features.registration.schemas import Answers, Section
from medportal.kernel import clock
from medportal.kernel.fields import Field
from medportal.kernel.fields.evaluate import shown as shown_value
from medportal.kernel.problem import Problem

# Asked for in a section but not part of its answers: a code is used up at once.
_NOT_ANSWERS = frozenset({"sms_code"})
_MOST = 4096


def fields(section: Section) -> tuple[Field, ...]:
    """The fields of a section in their order."""
    return form.schema().section(section).fields


def may_keep(section: Section, name: str, value: str) -> bool:
    """Whether this is an answer of the section that a draft may hold."""
    spec = form.schema().fields.get(name)
    known = spec is not None and spec in fields(section) and not spec.secret and name not in _NOT_ANSWERS
    return known and len(value) <= _MOST and "\0" not in value


def known(section: Section, values: Mapping[str, str]) -> dict[str, str]:
    """Of what a browser sent, only what belongs to the section."""
    return {name: value for name, value in values.items() if may_keep(section, name, value)}


def judge(section: Section, values: Mapping[str, str], kept: Answers) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Clean values of a section, and what is wrong with them, in the order of the page.

    Rules that look across sections see what is kept of the others.
    """
    own = {spec.name: values.get(spec.name, "") for spec in fields(section) if spec.name not in _NOT_ANSWERS}
    outcome = form.evaluate(section, own, clock.today(), facts=_flat(kept, without=section))
    return {name: value for name, value in outcome.values.items() if name in own}, outcome.problems


def progress(kept: Answers) -> dict[Section, Progress]:
    """How far each answered section is."""
    found: dict[Section, Progress] = {}
    for section in ANSWERED:
        values = kept.get(section, {})
        begun = any(values.values())
        found[section] = Progress(begun, begun and not judge(section, values, kept)[1])
    return found


def shown(section: Section, values: Mapping[str, str]) -> dict[str, str]:
    """Kept values as they stand in their inputs."""
    specs = form.schema().fields
    return {name: shown_value(specs[name], value) for name, value in known(section, values).items()}


def in_words(kept: Answers) -> dict[str, Any]:
    """Every answer as people read it: a choice in words of both languages, a number in its shape."""
    answers: dict[str, Any] = {}
    for section in ANSWERED:
        for name, value in shown(section, kept.get(section, {})).items():
            choices = dict(form.schema().fields[name].choices)
            answers[name] = choices[value].pair() if value in choices else value
    return answers


def identity(kept: Answers) -> Identity:
    """The checked answers in the profile's shapes; call it only when every section is valid."""
    clean = {section: judge(section, kept.get(section, {}), kept)[0] for section in ANSWERED}
    person = clean[Section.PERSON]
    return Identity(
        person=PersonAnswers(**_without(person, "sex"), sex="F" if person["sex"] == "F" else "M"),
        numbers=NumberAnswers(**clean[Section.NUMBERS]),
        passport=PassportAnswers(**_without(clean[Section.PASSPORT], "passport_mrz")),
        address=AddressAnswers(**clean[Section.ADDRESS]),
        work=WorkAnswers(**clean[Section.WORK]),
    )


def personal_words(kept: Answers) -> tuple[str, ...]:
    """What of the person must not stand in his password."""
    return tuple(value for value in _flat(kept).values() if len(value) >= 4)


def browser_modules() -> dict[str, str]:
    """The rules of each section as modules for the browser, and of all; written when the frontend is built."""
    return form.browser_modules()


def _flat(kept: Answers, without: Section | None = None) -> dict[str, str]:
    return {name: value for section, values in kept.items() if section != without for name, value in values.items()}


def _without(values: dict[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in values.items() if key != name}
