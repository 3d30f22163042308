"""The face of registration: begin, keep answers, hand in sections, prove contacts, submit, correct."""

from medportal.features.registration.service.contacts import confirm_phone, send_code, send_link, use_link
from medportal.features.registration.service.drafting import answers, begin, hand_in, keep, overview, section_answers
from medportal.features.registration.service.finishing import erase, submit, withdraw
from medportal.features.registration.service.suggesting import suggestions

__all__ = [
    "answers",
    "begin",
    "confirm_phone",
    "erase",
    "hand_in",
    "keep",
    "overview",
    "section_answers",
    "send_code",
    "send_link",
    "submit",
    "suggestions",
    "use_link",
    "withdraw",
]
