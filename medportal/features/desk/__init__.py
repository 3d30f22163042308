"""Desk: where staff decide cases and centres receive people. Composes other slices and keeps nothing of its own."""
