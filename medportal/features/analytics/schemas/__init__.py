"""Shapes of analytics that cross the border of the slice."""
