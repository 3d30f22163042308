"""Rules of documents: pure functions over plain values."""
