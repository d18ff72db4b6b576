"""Russian and Ukrainian words in Latin letters, about as the press writes them, to compare names across languages."""

from collections.abc import Mapping

_LATIN: Mapping[str, str] = {
    **dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziiklmnoprstufye", strict=True)),
    **{"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "iu", "я": "ia"},
    **{"і": "i", "ї": "i", "є": "ie", "ґ": "g"},
}


_ALIKE = {"y": "i", "j": "i", "w": "v", "’": "", "'": ""}
_FOLDED = str.maketrans({letter: latin.replace("y", "i") for letter, latin in _LATIN.items()} | _ALIKE)


def folded(text: str) -> str:
    """Return a text in lower-case Latin letters, without what romanisations differ in: Маяк, Maiak and Mayak are one."""
    return text.lower().translate(_FOLDED).replace("ii", "i")
