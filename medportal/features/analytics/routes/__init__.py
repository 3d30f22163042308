"""Plain HTTP of the practice: files out, files in."""

from starlette.routing import BaseRoute

from medportal.features.analytics.routes.bringing import BRINGING
from medportal.features.analytics.routes.figures import FIGURES

ROUTES: list[BaseRoute] = [*FIGURES, *BRINGING]

__all__ = ["ROUTES"]
