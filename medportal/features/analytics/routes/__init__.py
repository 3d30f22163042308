"""Plain HTTP of the practice: files out, files in."""

from starlette.routing import BaseRoute

from medportal.features.analytics.routes.bringing import BRINGING
from medportal.features.analytics.routes.days import DAYS
from medportal.features.analytics.routes.figures import FIGURES
from medportal.features.analytics.routes.goals import GOALS
from medportal.features.analytics.routes.reports import REPORTS

ROUTES: list[BaseRoute] = [*FIGURES, *BRINGING, *DAYS, *REPORTS, *GOALS]

__all__ = ["ROUTES"]
