"""Editions: what is made from the built pages to be taken away."""
