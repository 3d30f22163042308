"""The web app: every page and route of every slice, listed; nothing else."""

import reflex as rx

from medportal.features.home import pages as home
from medportal.features.home import privacy
from medportal.settings import settings
from medportal.shells import frame
from medportal.ui.head import head
from medportal.ui.mishap import on_fault
from medportal.ui.page import Page
from medportal.ui.say import page_title
from medportal.ui.session import Gate

PAGES: tuple[Page, ...] = (home.PAGE, privacy.PAGE)

app = rx.App(
    stylesheets=["/styles/portal.css"],
    head_components=head(),
    html_lang="ru",
    toaster=None,
    app_wraps={},
    backend_exception_handler=on_fault,
)
app.add_middleware(Gate(), index=0)

for page in PAGES:
    if not page.demonstration_only or settings().mode == "demonstration":
        app.add_page(
            lambda page=page: frame(page), route=page.route, title=page_title(page.title), on_load=page.on_load
        )
