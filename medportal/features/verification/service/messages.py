"""Identifiers of messages to registers."""

import os
from uuid import UUID, uuid1


def new_message_id() -> UUID:
    """A version 1 identifier, as SMEV 3 demands, with a node made by chance: the machine's address stays at home."""
    return uuid1(node=int.from_bytes(os.urandom(6), "big") | 1 << 40)
