"""The design system and what every screen stands on; it knows nothing of doctors."""
