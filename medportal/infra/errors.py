"""Faults of the engine room: none of them is a refusal to a person."""


class SetupError(Exception):
    """The portal is not set up rightly; the message says which variable to set, and how."""


class SealBrokenError(Exception):
    """A sealed value does not open here: altered, moved from another place, or its key is gone."""


class TakenError(Exception):
    """The database holds one like it already, and may hold only one; what was tried did not happen."""


class TokenError(Exception):
    """A signed token is not accepted. Why is not told: a guesser would learn from it."""


class TypesetError(Exception):
    """A document could not be set; the message names what failed and holds nothing of its data."""
