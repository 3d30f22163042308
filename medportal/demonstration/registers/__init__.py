"""Demonstration registers: an application with the shapes of SMEV 3, its own invented data, and faults on demand.

`counter.Counter` is their state, `app.application` the ASGI application over it, `serving.serve` serves one on a port.
"""
