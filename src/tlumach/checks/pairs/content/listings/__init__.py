"""Whether code is that of the source."""
