"""Pages of the practice."""

from medportal.features.analytics.pages import dashboard, tables

PAGES = (dashboard.PAGE, tables.PAGE)
