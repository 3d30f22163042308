"""Pages of the desk, one module each."""

from medportal.features.desk.pages import case, centre, client, contacts, queue, visit

PAGES = (queue.PAGE, case.PAGE, centre.PAGE, client.PAGE, visit.PAGE, contacts.PAGE)
