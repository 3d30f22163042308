"""The web app: every page and route of every slice, listed; nothing else."""

import reflex as rx
from starlette.routing import BaseRoute

from medportal import health
from medportal.features.accounts import pages as accounts
from medportal.features.accounts.routes import routes as ACCOUNT_ROUTES
from medportal.features.analytics import pages as analytics
from medportal.features.analytics.routes import ROUTES as ANALYTICS_ROUTES
from medportal.features.attestations import pages as attestations
from medportal.features.attestations.routes import ROUTES as ATTESTATION_ROUTES
from medportal.features.cabinet import pages as cabinet
from medportal.features.cabinet.routes import ROUTES as CABINET_ROUTES
from medportal.features.certificates import pages as certificates
from medportal.features.certificates.routes import ROUTES as CERTIFICATE_ROUTES
from medportal.features.demo import pages as demo
from medportal.features.demo.routes import ROUTES as DEMO_ROUTES
from medportal.features.desk import pages as desk
from medportal.features.desk.routes import ROUTES as DESK_ROUTES
from medportal.features.documents import pages as documents
from medportal.features.documents.routes import ROUTES as DOCUMENT_ROUTES
from medportal.features.home import pages as home
from medportal.features.home.routes import ROUTES as HOME_ROUTES
from medportal.features.notifications.routes import ROUTES as NOTIFICATION_ROUTES
from medportal.features.qualification import pages as qualification
from medportal.features.qualification.routes import ROUTES as QUALIFICATION_ROUTES
from medportal.features.registration import pages as registration
from medportal.features.registration.routes import ROUTES as REGISTRATION_ROUTES
from medportal.settings import settings
from medportal.shells import NOT_FOUND, screen
from medportal.ui.head import head
from medportal.ui.mishap import on_browser_fault, on_fault
from medportal.ui.page import Page
from medportal.ui.say import page_title
from medportal.ui.session import Gate
from medportal.ui.tabs import keep_opened_only
from medportal.wiring import House

PAGES: tuple[Page, ...] = tuple(
    page
    for page in (
        *home.PAGES,
        *registration.PAGES,
        *accounts.PAGES,
        *cabinet.PAGES,
        *documents.PAGES,
        *attestations.PAGES,
        *analytics.PAGES,
        *certificates.PAGES,
        *qualification.PAGES,
        *desk.PAGES,
        *demo.PAGES,
    )
    if settings().demonstration or not page.demonstration_only
)
ROUTES: list[BaseRoute] = [
    *health.ROUTES,
    *HOME_ROUTES,
    *ACCOUNT_ROUTES,
    *NOTIFICATION_ROUTES,
    *REGISTRATION_ROUTES,
    *QUALIFICATION_ROUTES,
    *ATTESTATION_ROUTES,
    *DOCUMENT_ROUTES,
    *CABINET_ROUTES,
    *ANALYTICS_ROUTES,
    *CERTIFICATE_ROUTES,
    *DESK_ROUTES,
    *(DEMO_ROUTES if settings().demonstration else ()),
]

app = rx.App(
    stylesheets=["/styles/portal.css"],
    head_components=head(),
    html_lang="ru",
    toaster=None,
    app_wraps={},
    backend_exception_handler=on_fault,
    frontend_exception_handler=on_browser_fault,
)
keep_opened_only(app)
app.add_middleware(Gate(), index=0)
house = House(app, ROUTES, {page.route: page.door for page in PAGES})
app.api_transformer = house.transformers
app.register_lifespan_task(house.life)

for _page in (*PAGES, NOT_FOUND):
    app.add_page(screen(_page), route=_page.route, title=page_title(_page.title), on_load=_page.on_load)
