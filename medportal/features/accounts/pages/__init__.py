"""Pages of accounts, one module each."""

from medportal.features.accounts.pages import login, recover, reset, security

PAGES = (login.PAGE, recover.PAGE, reset.PAGE, security.PAGE)
