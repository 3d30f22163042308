"""Certificates of professional qualification: issued to a confirmed doctor, checked by anybody, revoked when they end."""
