"""The face of registration: begin, keep answers, hand in sections, prove contacts, submit, correct."""

from medportal.features.registration.service.contacts import confirm_phone, send_code, send_link, use_link
from medportal.features.registration.service.drafting import answers, begin, hand_in, keep, overview, section_answers
from medportal.features.registration.service.duplicates import DECIDED as DUPLICATE_DECIDED
from medportal.features.registration.service.duplicates import claimed
from medportal.features.registration.service.duplicates import follow as follow_duplicate
from medportal.features.registration.service.finishing import erase, submit, withdraw
from medportal.features.registration.service.inviting import agree, invite, open_invitation
from medportal.features.registration.service.suggesting import suggestions
from medportal.features.registration.service.visits import (
    begin_visit,
    end_visit,
    had_visit,
    is_visiting,
    must_have_found,
)
from medportal.features.registration.service.walk_ins import (
    client_answers,
    client_of,
    client_suggestions,
    find_client,
    key_in,
    proof_recorded,
    receive,
    served_since,
    take_over,
    unproven,
    walk_in_of,
)

__all__ = [
    "DUPLICATE_DECIDED",
    "agree",
    "answers",
    "begin",
    "begin_visit",
    "claimed",
    "client_answers",
    "client_of",
    "client_suggestions",
    "confirm_phone",
    "end_visit",
    "erase",
    "find_client",
    "follow_duplicate",
    "had_visit",
    "hand_in",
    "invite",
    "is_visiting",
    "keep",
    "key_in",
    "must_have_found",
    "open_invitation",
    "overview",
    "proof_recorded",
    "receive",
    "section_answers",
    "send_code",
    "send_link",
    "served_since",
    "submit",
    "suggestions",
    "take_over",
    "unproven",
    "use_link",
    "walk_in_of",
    "withdraw",
]
