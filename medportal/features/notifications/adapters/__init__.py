"""Carriers of letters and SMS; only the wiring imports them."""
