"""Texts that come back put in their places on a page: its blocks, and its front matter."""
