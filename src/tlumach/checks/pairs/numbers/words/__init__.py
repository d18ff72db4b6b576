"""The number words of each language."""
