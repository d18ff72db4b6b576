"""The search index: rows of pages, joined to parts, written in pieces."""
