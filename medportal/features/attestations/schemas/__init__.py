"""Shapes of attestations that cross the border of the slice."""
