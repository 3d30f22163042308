"""Pages of the home slice, one module each."""

from medportal.features.home.pages import home, privacy

PAGES = (home.PAGE, privacy.PAGE)
