"""Registration: from the first tick to a person the portal knows."""
