"""A figure of the bench: one cell of its table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What one contender took or made: the row, the contender, the size of the site in explainers, value and unit.

    Units: `s`, `bytes`, or a word that is printed after the number. ``grows``: the table says with which power of the
    size it grows. ``runs`` are the single values that a median was taken of.
    """

    row: str
    contender: str
    explainers: int
    value: float
    unit: str
    grows: bool = False
    runs: tuple[float, ...] = ()
