"""Putting finished folders in place: staging, an atomic swap, hard links, checksums."""
