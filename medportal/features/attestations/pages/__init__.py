"""Pages of the calendar, one module each."""

from medportal.features.attestations.pages import calendar, dates, exchange, posts, reminders, rules, training

PAGES = (calendar.PAGE, training.PAGE, dates.PAGE, reminders.PAGE, exchange.PAGE, rules.PAGE, posts.PAGE)
