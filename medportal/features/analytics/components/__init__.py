"""Parts of the practice's screens."""
