"""Every table of the portal, imported so that the schema is whole."""

from sqlmodel import SQLModel

from medportal.infra import audit, throttle

metadata = SQLModel.metadata

__all__ = ["audit", "metadata", "throttle"]
