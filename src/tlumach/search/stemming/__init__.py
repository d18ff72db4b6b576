"""Stems: what the forms of a word have in common, as the index and the browser cut them."""
