"""The face of accounts: drafts, the door, sessions, passwords, recovery, staff."""

from medportal.features.accounts.service.drafts import (
    account_of,
    activate,
    erase,
    erasers,
    forget_drafts,
    get_account,
    move,
    name_login,
    open_draft,
    open_draft_session,
    set_language,
    withdraw_consent,
)
from medportal.features.accounts.service.factors import (
    enrol,
    enrolment,
    factor_need,
    prove_factor,
    reset_factor,
    spare_codes_left,
)
from medportal.features.accounts.service.holding import at_hand, resolve, rotate
from medportal.features.accounts.service.housekeeping import throw_away_old
from medportal.features.accounts.service.passwords import (
    change_password,
    confirm_password,
    has_reveal_right,
    may_reveal,
    personal_words,
    put_password,
    set_password,
)
from medportal.features.accounts.service.recovery import (
    ask_recovery,
    finish_recovery,
    recovery_needs,
    send_recovery,
    sweep_recoveries,
)
from medportal.features.accounts.service.sessions import (
    give_ticket,
    redeem,
    revoke_all,
    sessions_of,
    sign_out,
    sign_out_everywhere,
    sign_out_session,
)
from medportal.features.accounts.service.signing_in import find_account, sign_in
from medportal.features.accounts.service.staff import add_staff
from medportal.features.accounts.service.standing import has_consent, has_password

__all__ = [
    "account_of",
    "activate",
    "add_staff",
    "ask_recovery",
    "at_hand",
    "change_password",
    "confirm_password",
    "enrol",
    "enrolment",
    "erase",
    "erasers",
    "factor_need",
    "find_account",
    "finish_recovery",
    "forget_drafts",
    "get_account",
    "give_ticket",
    "has_consent",
    "has_password",
    "has_reveal_right",
    "may_reveal",
    "move",
    "name_login",
    "open_draft",
    "open_draft_session",
    "personal_words",
    "prove_factor",
    "put_password",
    "recovery_needs",
    "redeem",
    "reset_factor",
    "resolve",
    "revoke_all",
    "rotate",
    "send_recovery",
    "sessions_of",
    "set_language",
    "set_password",
    "sign_in",
    "sign_out",
    "sign_out_everywhere",
    "sign_out_session",
    "spare_codes_left",
    "sweep_recoveries",
    "throw_away_old",
    "withdraw_consent",
]
