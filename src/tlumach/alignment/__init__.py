"""Alignment: which block of a translation belongs to which block of its source, and whether it is fresh."""

from tlumach.alignment.aligner import Alignment, Pair, align

__all__ = ["Alignment", "Pair", "align"]
