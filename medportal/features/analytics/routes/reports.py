"""Reports as files, and what their forms begin with."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from starlette.requests import Request
from starlette.routing import BaseRoute, Route

from medportal.features.analytics import service
from medportal.features.analytics.service.papers import ReportForm
from medportal.features.analytics.texts import reports as texts
from medportal.kernel.actor import Actor
from medportal.kernel.errors import NotFoundError
from medportal.ui.private import PrivateFile, private, private_file


def _start(actor: Actor, request: Request) -> Mapping[str, Any]:
    return service.report_start(actor, request.path_params["key"])


def _report(actor: Actor, request: Request) -> PrivateFile:
    report_id: UUID = request.path_params["report_id"]
    form = request.query_params.get("form", "pdf")
    if form not in {"pdf", "xlsx"}:
        raise NotFoundError(texts.NO_REPORT)
    saved = service.save_report(actor, report_id, cast("ReportForm", form))
    return PrivateFile(saved.body, saved.media_type, saved.name)


REPORTS: list[BaseRoute] = [
    Route("/practice/reports/start/{key}", private(_start), methods=["GET"]),
    Route("/practice/reports/{report_id:uuid}", private_file(_report), methods=["GET"]),
]
