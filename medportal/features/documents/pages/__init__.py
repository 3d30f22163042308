"""Pages of documents, one module each."""

from medportal.features.documents.pages import bin as binned
from medportal.features.documents.pages import gallery, view

PAGES = (gallery.PAGE, binned.PAGE, view.PAGE)
