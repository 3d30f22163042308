"""Words of documents, both languages side by side."""
