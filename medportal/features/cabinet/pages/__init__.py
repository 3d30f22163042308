"""Pages of the cabinet, one module each."""

from medportal.features.cabinet.pages import cabinet, levels

PAGES = (cabinet.PAGE, levels.PAGE)
