"""Markdown rendered to HTML: composed, extended, sanitized."""
