"""Copies that were handed on: which version one is, and what differs between two."""
