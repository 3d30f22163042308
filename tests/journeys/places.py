"""Every address of the portal, by who may stand there."""

from tests.journeys.visitor import Visitor

OF_VISITORS = (
    "/",
    "/check",
    "/privacy",
    "/levels",
    "/contacts",
    "/activate",
    "/login",
    "/recover",
    "/recover/set",
    "/confirm/email",
    "/register",
    "/register/consent",
    "/demo/people",
    "/demo/outbox",
    "/nowhere",
)
OF_WIZARD = (
    "/register",
    "/register/consent",
    "/register/person",
    "/register/contacts",
    "/register/confirm",
    "/register/numbers",
    "/register/passport",
    "/register/address",
    "/register/work",
    "/register/password",
    "/register/check",
)
OF_DOCTORS = (
    "/cabinet",
    "/certificate",
    "/security",
    "/register",
    "/register/person",
    "/qualification",
    "/qualification/education/internship",
    "/qualification/education/training",
    "/qualification/certificate",
    "/qualification/employment",
    "/qualification/licence",
    "/qualification/region",
)

# Pages whose own journeys look at them with axe.
OF_WORK = (
    "/documents",
    "/documents/bin",
    "/calendar?view=month",
    "/calendar?view=agenda",
    "/calendar/training",
    "/calendar/dates",
    "/calendar/reminders",
    "/calendar/exchange",
    "/calendar/rules",
    "/analytics",
    "/analytics/tables",
    "/analytics/day",
    "/analytics/import",
    "/analytics/reports",
    "/analytics/goals",
)

# What shows that a page has got what it shows from the portal; a page that is not named needs nothing more.
_ARRIVED = {
    "/recover/set": "main [role=alert], main .notice",
    "/confirm/email": "main .notice",
    "/cabinet": '[data-condition], [data-open="no"]',
    "/security": "main li .task",
    "/register/check": '[data-private="surname"]:not(:empty)',
    **{
        f"/register/{section}": f'form#form-{section}[data-filled="yes"]'
        for section in ("person", "contacts", "numbers", "passport", "address", "work")
    },
}


def stand(somebody: Visitor, path: str) -> None:
    """Open a page, and wait until it shows what it has to show."""
    somebody.page.goto(somebody.portal.url + path)
    somebody.settle()
    if path in _ARRIVED:
        somebody.page.wait_for_selector(_ARRIVED[path])
    somebody.eventually("() => !document.querySelector('main [aria-busy=true]')")
