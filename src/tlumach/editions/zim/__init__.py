"""ZIM, for Kiwix."""
