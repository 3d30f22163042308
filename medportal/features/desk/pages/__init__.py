"""Pages of the desk, one module each."""

from medportal.features.desk.pages import case, centre, contacts, queue

PAGES = (queue.PAGE, case.PAGE, centre.PAGE, contacts.PAGE)
