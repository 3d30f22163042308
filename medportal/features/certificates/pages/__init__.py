"""Pages of the certificates, one module each."""

from medportal.features.certificates.pages import certificate, check

PAGES = (certificate.PAGE, check.PAGE)
