"""What the desk's pages may know: ids, states, words and masks."""
