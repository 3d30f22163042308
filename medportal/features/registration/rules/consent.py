"""The consent as a document of its own: its words, their version, and the hash that is kept with each consent.

Contents follow 152-FZ, article 9, part 4; a separate document since 2025-09-01 (156-FZ of 24.06.2025).
A changed word is a new version: the hash is compared by a test.
"""

import hashlib

from medportal.features.registration.texts.consent import PARAGRAPHS

VERSION = "1.0"


def text_hash() -> str:
    """SHA-256 of the Russian words, by which it can be proved what was agreed to."""
    words = "\n\n".join(f"{title.ru}\n{body.ru}" for title, body in PARAGRAPHS)
    return hashlib.sha256(f"{VERSION}\n{words}".encode()).hexdigest()
