"""Every figure of the portal about a practice, each with its definition beside the way it is reckoned."""
