"""The face of qualification: save a paper, have it checked again, look at the pack; and what other slices ask."""

from medportal.features.qualification.service.looking import card, form, overview, paper_for_review, summaries
from medportal.features.qualification.service.parts import (
    admission_ok,
    answers_about,
    courses_of,
    education_of,
    education_ok,
    employer_of,
    erase,
    pack_of,
    policy_of,
    policy_ok,
    qualification_ok,
    records_of,
)
from medportal.features.qualification.service.requests import appeal, ask_again, ask_person, attach, remove
from medportal.features.qualification.service.saving import save
from medportal.features.qualification.service.searching import suggest
from medportal.features.qualification.service.settling import SETTLE, look_again, settle, sweep

__all__ = [
    "SETTLE",
    "admission_ok",
    "answers_about",
    "appeal",
    "ask_again",
    "ask_person",
    "attach",
    "card",
    "courses_of",
    "education_of",
    "education_ok",
    "employer_of",
    "erase",
    "form",
    "look_again",
    "overview",
    "pack_of",
    "paper_for_review",
    "policy_of",
    "policy_ok",
    "qualification_ok",
    "records_of",
    "remove",
    "save",
    "settle",
    "suggest",
    "summaries",
    "sweep",
]
