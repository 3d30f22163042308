"""Pages of the practice."""

from medportal.features.analytics.pages import dashboard, report, reports, tables

PAGES = (dashboard.PAGE, tables.PAGE, reports.PAGE, report.PAGE)
