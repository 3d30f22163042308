"""Shapes that cross the border of documents."""
