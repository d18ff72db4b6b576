"""Write what the Unicode CLDR knows and Babel does not have: quotation marks and the order of letters, by language.

    pip install icukit-pyicu    # or PyICU, in an environment of its own: it weighs 124 MB, and only this script needs it
    python scripts/cldr.py

writes `src/tlumach/languages/cldr/cldr.json`, from ICU's own tables. Of the order of letters it keeps what counts first (the
primary level), for the letters that a language uses; letters that are the same there stand in one group.
"""

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import icu  # type: ignore[import-not-found]

FILE = Path(__file__).resolve().parent.parent / "src" / "tlumach" / "languages" / "cldr" / "cldr.json"
SCRIPTS = {
    "Latn": ascii_lowercase,
    "Cyrl": "".join(map(chr, range(0x430, 0x460))) + "ґ",
    "Grek": "αβγδεζηθικλμνξοπρσςτυφχψω",
}
PAIRS = ["".join(pair) for pair in product(ascii_lowercase, repeat=2)]
ROOT = "root"
_LONGEST = 3


def quotation_marks(locale: str) -> str:
    """Return the four marks of a locale: outer and inner, each opening and closing."""
    data = icu.LocaleData(locale)
    return "".join(data.getDelimiter(kind) for kind in range(4))


def letters(locale: str) -> list[str]:
    """Return the letters of a locale and what it takes for one (ch, dž), in small letters, with those of its script."""
    data, found = icu.LocaleData(locale), set()
    for kind in (0, 1):  # those that are its own, and those of words that it borrows
        found |= {each.lower() for each in data.getExemplarSet(0, kind) if len(each) <= _LONGEST}
    likely = icu.Locale.createCanonical(icu.Locale(locale).getName())
    likely.addLikelySubtags()
    found |= set(SCRIPTS.get(likely.getScript(), ""))
    return sorted(each for each in found if each.isalpha() or any(sign.isalpha() for sign in each))


def order(locale: str, among: list[str]) -> tuple[list[str], dict[str, str]]:
    """Return the letters in groups, in order, and those that sort as two others (ß as ss)."""
    collator = icu.Collator.createInstance(icu.Locale(locale))
    collator.setStrength(icu.Collator.PRIMARY)
    pairs = {collator.getSortKey(pair): pair for pair in PAIRS}
    groups: dict[bytes, list[str]] = {}
    expanded = {}
    for each in among:
        key = collator.getSortKey(each)
        if len(each) == 1 and key in pairs:
            expanded[each] = pairs[key]
        elif len(each) == 1 or not _is_made_of_its_letters(each, collator):
            groups.setdefault(key, []).append(each)
    return [" ".join(groups[key]) for key in sorted(groups)], expanded


def _is_made_of_its_letters(text: str, collator: Any) -> bool:
    """Tell whether a text sorts as its letters do one after the other: then it is none of its own."""
    return any(
        collator.getSortKey(text[:at] + "\u034f" + text[at:]) == collator.getSortKey(text) for at in range(1, len(text))
    )


def locales() -> Iterator[str]:
    """Yield the locales of ICU that have no region, and those of a region whose marks are their own."""
    for name in icu.Locale.getAvailableLocales():
        parts = name.split("_")
        region = next((part for part in parts[1:] if len(part) == 2 or part.isdigit()), "")
        if not region or quotation_marks(name) != quotation_marks(name.removesuffix(f"_{region}")):
            yield name


def table() -> dict[str, Any]:
    """Return the whole table."""
    rows: dict[str, Any] = {}
    every = sorted(
        {letter for name in locales() for letter in letters(name) if len(letter) == 1 and ord(letter) < 0x3000}
    )
    groups, expanded = order(ROOT, every)
    rows[ROOT] = {"quotes": quotation_marks(ROOT), "letters": groups, "as": expanded}
    for name in locales():
        own = letters(name)
        row: dict[str, Any] = {"quotes": quotation_marks(name)}
        if len(own) < 1000:
            groups, expanded = order(name, own)
            if (groups, expanded) != order(ROOT, own):
                row |= {"letters": groups} | ({"as": expanded} if expanded else {})
        rows[name.replace("_", "-")] = row
    return _without_repeats(rows)


def _without_repeats(rows: dict[str, Any]) -> dict[str, Any]:
    """Return the rows without what the language without script or region says too."""
    kept = {}
    for name, row in rows.items():
        base = rows.get(name.rpartition("-")[0], {}) if "-" in name else {}
        new = {key: value for key, value in row.items() if base.get(key) != value}
        if new:
            kept[name] = new
    return kept


if __name__ == "__main__":
    lines = ",\n".join(
        f"{json.dumps(name)}: {json.dumps(row, ensure_ascii=False)}" for name, row in sorted(table().items())
    )
    FILE.write_text(f'{{"ICU": "{icu.ICU_VERSION}",\n{lines}}}\n', encoding="utf-8")
