"""Every table of the portal, imported so that the schema is whole."""

from sqlmodel import SQLModel

from medportal.features.accounts import models as accounts
from medportal.features.analytics import models as analytics
from medportal.features.attestations import models as attestations
from medportal.features.certificates import models as certificates
from medportal.features.documents import models as documents
from medportal.features.levels import models as levels
from medportal.features.notifications import models as notifications
from medportal.features.profile import models as profile
from medportal.features.qualification import models as qualification
from medportal.features.registration import models as registration
from medportal.features.reviews import models as reviews
from medportal.features.verification import models as verification
from medportal.infra import audit, facts, throttle

metadata = SQLModel.metadata

__all__ = [
    "accounts",
    "analytics",
    "attestations",
    "audit",
    "certificates",
    "documents",
    "facts",
    "levels",
    "metadata",
    "notifications",
    "profile",
    "qualification",
    "registration",
    "reviews",
    "throttle",
    "verification",
]
