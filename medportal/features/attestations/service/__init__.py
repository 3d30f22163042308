"""The face of attestations: the plan that rules yield, own events, reminders and the feed."""

from medportal.features.attestations.service.choosing import choose_reminders, reminder_choices
from medportal.features.attestations.service.entering import (
    event_answers,
    event_story,
    own_documents,
    save_event,
    today_of,
)
from medportal.features.attestations.service.exchange import (
    event_ics,
    feed,
    feed_view,
    import_ics,
    open_feed,
    revoke_feed,
)
from medportal.features.attestations.service.facts import facts, forget_fact, moves, tell_fact, what_if
from medportal.features.attestations.service.own import (
    create_event,
    delete_event,
    edit_event,
    event_form,
    mark_done,
    move_event,
    snooze_event,
    undo_delete,
)
from medportal.features.attestations.service.planning import erase, replan, replan_account, replan_daily, replan_rule
from medportal.features.attestations.service.regulations import change_rule, rule_versions, rules
from medportal.features.attestations.service.reminding import due_count, remind
from medportal.features.attestations.service.viewing import agenda, event, month, week, year

__all__ = [
    "agenda",
    "change_rule",
    "choose_reminders",
    "create_event",
    "delete_event",
    "due_count",
    "edit_event",
    "erase",
    "event",
    "event_answers",
    "event_form",
    "event_ics",
    "event_story",
    "facts",
    "feed",
    "feed_view",
    "forget_fact",
    "import_ics",
    "mark_done",
    "month",
    "move_event",
    "moves",
    "open_feed",
    "own_documents",
    "remind",
    "reminder_choices",
    "replan",
    "replan_account",
    "replan_daily",
    "replan_rule",
    "revoke_feed",
    "rule_versions",
    "rules",
    "save_event",
    "snooze_event",
    "tell_fact",
    "today_of",
    "undo_delete",
    "week",
    "what_if",
    "year",
]
