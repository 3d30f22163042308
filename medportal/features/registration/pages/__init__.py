"""Pages of the wizard, one module each: a module is what a browser loads for a page."""

from medportal.features.registration.pages import (
    activate,
    address,
    check,
    confirm,
    consent,
    contacts,
    email_link,
    numbers,
    passport,
    password,
    person,
    tasks,
    work,
)

PAGES = tuple(
    module.PAGE
    for module in (
        tasks,
        consent,
        person,
        contacts,
        confirm,
        numbers,
        passport,
        address,
        work,
        password,
        check,
        email_link,
        activate,
    )
)
