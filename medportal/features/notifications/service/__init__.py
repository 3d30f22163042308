"""The face of notifications: contacts and their proof, and the outbox."""

from medportal.features.notifications.service.confirmations import check_code, send_code, send_link, use_link
from medportal.features.notifications.service.contacts import (
    contacts_of,
    erase,
    find_account_by_contact,
    is_confirmed,
    language_of,
    put_contact,
    reveal_contact,
    settle,
    speak,
    vouch,
)
from medportal.features.notifications.service.outbox import (
    deliver,
    demonstration_outbox,
    invite,
    letters_of,
    post,
    sweep_outbox,
)
from medportal.features.notifications.service.telling import (
    bell,
    read_all,
    read_line,
    tell,
    tellers,
    told_by_another,
    unread,
)

__all__ = [
    "bell",
    "check_code",
    "contacts_of",
    "deliver",
    "demonstration_outbox",
    "erase",
    "find_account_by_contact",
    "invite",
    "is_confirmed",
    "language_of",
    "letters_of",
    "post",
    "put_contact",
    "read_all",
    "read_line",
    "reveal_contact",
    "send_code",
    "send_link",
    "settle",
    "speak",
    "sweep_outbox",
    "tell",
    "tellers",
    "told_by_another",
    "unread",
    "use_link",
    "vouch",
]
