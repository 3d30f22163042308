"""Plain HTTP of the practice: files out, files in."""

from starlette.routing import BaseRoute

from medportal.features.analytics.routes.bringing import BRINGING
from medportal.features.analytics.routes.figures import FIGURES
from medportal.features.analytics.routes.reports import REPORTS

ROUTES: list[BaseRoute] = [*FIGURES, *BRINGING, *REPORTS]

__all__ = ["ROUTES"]
