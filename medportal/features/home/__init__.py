"""Home: what a newcomer sees first, and how the portal treats his data."""
