"""Charts and tables as files, for the doctor whose they are."""

from typing import cast

from starlette.requests import Request
from starlette.routing import BaseRoute, Route

from medportal.features.analytics import service
from medportal.features.analytics.schemas.asking import Query
from medportal.features.analytics.schemas.charts import ChartName
from medportal.features.analytics.schemas.listing import Look
from medportal.features.analytics.service.saving import ChartForm, Saved, TableForm
from medportal.features.analytics.texts import screens
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import NotFoundError
from medportal.kernel.text import Locale
from medportal.ui.private import PrivateFile, private_file


def _chart(actor: Actor, request: Request) -> PrivateFile:
    name, form = request.path_params["name"], request.query_params.get("form", "csv")
    if name not in set(ChartName) or form not in {"csv", "svg"}:
        raise NotFoundError(screens.NO_CHART)
    query = Query.read(dict(request.query_params), clock.today())
    return _file(service.save_chart(actor, query, ChartName(name), cast("ChartForm", form), _language(request)))


def _table(actor: Actor, request: Request) -> PrivateFile:
    form = request.query_params.get("form", "csv")
    if form not in {"csv", "xlsx"}:
        raise NotFoundError(screens.NO_CHART)
    params = dict(request.query_params)
    query, look = Query.read(params, clock.today()), Look.read(params)
    return _file(service.save_table(actor, query, look, cast("TableForm", form), _language(request)))


def _language(request: Request) -> Locale:
    return "en" if request.query_params.get("lang") == "en" else "ru"


def _file(saved: Saved) -> PrivateFile:
    return PrivateFile(saved.body, saved.media_type, saved.name)


FIGURES: list[BaseRoute] = [
    Route("/practice/charts/{name}", private_file(_chart), methods=["GET"]),
    Route("/practice/tables", private_file(_table), methods=["GET"]),
]
