"""Plain HTTP of attestations: what a person's own calendar holds, and the feed for other calendars."""

from medportal.features.attestations.routes import calendar, feed, parts, unsubscribe

ROUTES = [*calendar.ROUTES, *feed.ROUTES, *parts.ROUTES, *unsubscribe.ROUTES]
