"""Notifications: a person's contacts, the proof that they are theirs, and the letters sent to them."""
