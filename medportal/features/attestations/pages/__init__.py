"""Pages of the calendar, one module each."""

from medportal.features.attestations.pages import calendar

PAGES = (calendar.PAGE,)
