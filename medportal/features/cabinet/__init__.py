"""Cabinet: the person's own desk: level and what is missing for the next, contacts, register checks, numbers."""
