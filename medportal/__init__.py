"""MedPortal: where a doctor registers once and runs his professional life in one place."""
