"""The face of attestations: the plan that rules yield, own events, reminders and the feed."""

from medportal.features.attestations.service.choosing import (
    choice_answers,
    choose_reminders,
    reminder_choices,
    reminders_given,
    save_choices,
    zone_of,
)
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
    preview_ics,
    revoke_feed,
)
from medportal.features.attestations.service.facts import facts, forget_fact, moves, tell_fact, what_if
from medportal.features.attestations.service.gathering import choose_readiness, readiness, training_records
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
from medportal.features.attestations.service.planning import (
    erase,
    replan,
    replan_account,
    replan_daily,
    replan_rule,
    replan_stale,
)
from medportal.features.attestations.service.posting import (
    catch_up_posts,
    fan_out,
    publish,
    published,
    sweep_posts,
    withdraw_post,
)
from medportal.features.attestations.service.regulations import change_rule, revise_rule, rule_versions, rules
from medportal.features.attestations.service.reminding import due_count, remind
from medportal.features.attestations.service.sources import sources_of
from medportal.features.attestations.service.speaking import tells_of
from medportal.features.attestations.service.training import (
    delete_training,
    import_list,
    read_list,
    save_training,
    undo_import,
)
from medportal.features.attestations.service.unsubscribing import language_behind, unsubscribe
from medportal.features.attestations.service.viewing import FIRST_DAY, LAST_DAY, agenda, event, month, week, year

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "agenda",
    "catch_up_posts",
    "change_rule",
    "choice_answers",
    "choose_readiness",
    "choose_reminders",
    "create_event",
    "delete_event",
    "delete_training",
    "due_count",
    "edit_event",
    "erase",
    "event",
    "event_answers",
    "event_form",
    "event_ics",
    "event_story",
    "facts",
    "fan_out",
    "feed",
    "feed_view",
    "forget_fact",
    "import_ics",
    "import_list",
    "language_behind",
    "mark_done",
    "month",
    "move_event",
    "moves",
    "open_feed",
    "own_documents",
    "preview_ics",
    "publish",
    "published",
    "read_list",
    "readiness",
    "remind",
    "reminder_choices",
    "reminders_given",
    "replan",
    "replan_account",
    "replan_daily",
    "replan_rule",
    "replan_stale",
    "revise_rule",
    "revoke_feed",
    "rule_versions",
    "rules",
    "save_choices",
    "save_event",
    "save_training",
    "snooze_event",
    "sources_of",
    "sweep_posts",
    "tell_fact",
    "tells_of",
    "today_of",
    "training_records",
    "undo_delete",
    "undo_import",
    "unsubscribe",
    "week",
    "what_if",
    "withdraw_post",
    "year",
    "zone_of",
]
