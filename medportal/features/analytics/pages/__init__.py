"""Pages of the practice."""

from medportal.features.analytics.pages import bringing, dashboard, day, goals, report, reports, tables

PAGES = (dashboard.PAGE, tables.PAGE, day.PAGE, bringing.PAGE, reports.PAGE, report.PAGE, goals.PAGE)
