"""Outside protocols of documents; only the wiring imports them."""
