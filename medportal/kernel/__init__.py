"""Pure Python without input or output: words every floor shares."""
