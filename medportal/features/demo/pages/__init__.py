"""Pages of the demonstration, one module each."""

from medportal.features.demo.pages import outbox, people

PAGES = (people.PAGE, outbox.PAGE)
