"""Words of analytics."""
