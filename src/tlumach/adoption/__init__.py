"""Adopting a repository that kept its translations in step by stamps of its own: its stamps become records."""
