"""Russian and Ukrainian words in Latin letters, about as the press writes them, to compare names across languages."""

from collections.abc import Mapping

_LATIN: Mapping[str, str] = {
    **dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziiklmnoprstufye", strict=True)),
    **{"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "iu", "я": "ia"},
    **{"і": "i", "ї": "i", "є": "ie", "ґ": "g"},
}


def folded(text: str) -> str:
    """Return a text in lower-case Latin letters, without what romanisations differ in: Маяк, Maiak and Mayak are one."""
    latin = "".join(_LATIN.get(letter, letter) for letter in text.lower())
    for one, other in (("y", "i"), ("j", "i"), ("’", ""), ("'", ""), ("ii", "i"), ("w", "v")):
        latin = latin.replace(one, other)
    return latin
