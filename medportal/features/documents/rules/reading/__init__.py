"""Rules of reading: what a page is, what its readings are worth, and what to tell the person."""
