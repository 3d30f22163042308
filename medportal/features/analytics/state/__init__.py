"""The practice as the browser sees it."""
