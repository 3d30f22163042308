"""Verification: claims in, verdicts out. Asks the state's registers, waits for them, and keeps what they said."""
