"""Every query of attestations."""
