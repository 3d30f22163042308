"""What comes from a browser in an event: shaped before anything else looks at it.

The framework does not enforce annotations: on a wrong type it passes the raw value on. So each handler that takes
a value names a model here or beside it; what does not fit is dropped, and never logged, for it may be anything.
"""

import json
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from medportal.infra import log

_logger = log.get(__name__)
M = TypeVar("M", bound="Incoming")


class Incoming(BaseModel):
    """A shape that an event may have: exactly these names, exactly these types."""

    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True, frozen=True)


def read(shape: type[M], event: Any) -> M | None:
    """The event in its shape, or `None` when it has another."""
    try:
        # Through JSON: there a string may stand for a member of an enumeration, and nothing else is converted.
        return shape.model_validate_json(json.dumps(event)) if isinstance(event, dict) else None
    except (ValidationError, ValueError, TypeError, RecursionError):
        _logger.warning("event_misshapen", shape=shape.__name__)
        return None
