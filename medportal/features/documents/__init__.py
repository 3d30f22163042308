"""Documents: what a doctor proves things with."""
