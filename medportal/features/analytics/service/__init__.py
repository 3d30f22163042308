"""The face of analytics: a doctor's own practice in figures."""

from medportal.features.analytics.service.inventing import invent, put_invented, write_invented
from medportal.features.analytics.service.keeping import erase
from medportal.features.analytics.service.looking import breakdown, dashboard, definitions, table

__all__ = ["breakdown", "dashboard", "definitions", "erase", "invent", "put_invented", "table", "write_invented"]
