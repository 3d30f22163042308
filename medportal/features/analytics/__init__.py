"""Analytics: a doctor's own practice, in figures that answer. Aggregates only; no patient, ever."""
