"""Pages of accounts, one module each."""

from medportal.features.accounts.pages import factor, login, recover, reset, security

PAGES = (login.PAGE, factor.PAGE, recover.PAGE, reset.PAGE, security.PAGE)
