"""The face of analytics: a doctor's own practice in figures."""

from medportal.features.analytics.service.inventing import invent, put_invented, write_invented
from medportal.features.analytics.service.keeping import erase
from medportal.features.analytics.service.looking import breakdown, dashboard, definitions, table
from medportal.features.analytics.service.saving import listing_of, save_chart, save_table
from medportal.features.analytics.service.showing import board

__all__ = [
    "board",
    "breakdown",
    "dashboard",
    "definitions",
    "erase",
    "invent",
    "listing_of",
    "put_invented",
    "save_chart",
    "save_table",
    "table",
    "write_invented",
]
