"""Attestations: the calendar of a doctor's dates, reminders, and readiness for accreditation."""
