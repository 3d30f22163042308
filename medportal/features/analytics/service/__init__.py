"""The face of analytics: a doctor's own practice in figures, and the files from which they come."""

from medportal.features.analytics.service.aiming import aims, put_goals, put_written_norm, written_goals, written_norm
from medportal.features.analytics.service.days import day_sheet, put_day
from medportal.features.analytics.service.inventing import invent, put_invented, write_invented
from medportal.features.analytics.service.keeping import erase
from medportal.features.analytics.service.looking import breakdown, dashboard, definitions, table
from medportal.features.analytics.service.receiving import (
    cancel,
    imports_of,
    preview,
    put_mapping,
    receive,
    report,
    undo,
    view,
)
from medportal.features.analytics.service.reporting import (
    look_at_report,
    make_report,
    remove_report,
    report_start,
    report_templates,
    reports,
    save_report,
)
from medportal.features.analytics.service.saving import listing_of, save_chart, save_table
from medportal.features.analytics.service.showing import board
from medportal.features.analytics.service.standing import (
    among_colleagues,
    follow,
    goals,
    norm_of,
    put_goal,
    put_norm,
    take_part,
)
from medportal.features.analytics.service.working import apply, look, sweep_imports

__all__ = [
    "aims",
    "among_colleagues",
    "apply",
    "board",
    "breakdown",
    "cancel",
    "dashboard",
    "day_sheet",
    "definitions",
    "erase",
    "follow",
    "goals",
    "imports_of",
    "invent",
    "listing_of",
    "look",
    "look_at_report",
    "make_report",
    "norm_of",
    "preview",
    "put_day",
    "put_goal",
    "put_goals",
    "put_invented",
    "put_mapping",
    "put_norm",
    "put_written_norm",
    "receive",
    "remove_report",
    "report",
    "report_start",
    "report_templates",
    "reports",
    "save_chart",
    "save_report",
    "save_table",
    "sweep_imports",
    "table",
    "take_part",
    "undo",
    "view",
    "write_invented",
    "written_goals",
    "written_norm",
]
