"""Queries of analytics."""
