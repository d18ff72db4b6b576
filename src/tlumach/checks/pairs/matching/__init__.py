"""Which part of a translation is compared with which part of its source."""
