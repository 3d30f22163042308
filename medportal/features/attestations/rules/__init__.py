"""Rules of attestations: pure functions over plain values."""
