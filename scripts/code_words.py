"""Write the words that the code of a version is said in: names of things in every language of the package, from the Unicode CLDR.

    npm pack cldr-annotations-full && tar xzf cldr-annotations-full-*.tgz
    python scripts/code_words.py package

writes `src/tlumach/editions/copies/code_words.yml`: for each language one line of words, in the same order, so that a code is the
same things in each language. A thing is taken where its name is one short word in all languages, of letters alone, and is like
no other name in any of them. Weapons, faiths, money, signs and what may offend are left out by hand. Licence: Unicode-3.0.

Arabic and Persian came later, for the same things: their names without vowel signs, and where a name has several words or is like
another, one of the other words that the CLDR has for the thing (or the first word of its name), chosen by hand (`OTHER_NAMES`).
"""

import json
import sys
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

import yaml

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "tlumach"
FILE = PACKAGE / "editions" / "copies" / "code_words.yml"
SCRIPT = PACKAGE / "theme" / "assets" / "javascripts" / "code-words.js"
"""The same words for the page on which a reader compares two copies."""
LANGUAGES = ("en", "uk", "ru", "be", "de", "es", "fr", "kk", "pl", "tr")
LATER = ("ar", "fa")
SHORTEST, LONGEST = 3, 10
ALIKE = 0.8
LEFT_OUT = """
asterisk austral axe between bikini bomb burrito cent chains church coffin comma cruzeiro dagger diaeresis dna dollar eggplant euro
falafel ghost guard increment integral kaaba khanda kimono lira lungs microbe mosque nabla ninja percent period peso pick pill
prime prince rat rial rupee sari selfie skunk spesmilo synagogue taco tamale tilde troll vampire waffle woman won worm yen zombie
child baby bug mouth tongue leg chicken toilet blood mosquito pistol gun knife skull religion idol cross sauropod hole
"""


OTHER_NAMES = {
    "ar": """
        bagel بايغل banjo بانجو bird عصفور bison جاموس boomerang خذوف cupcake حلوى headphone هيدفون hyacinth خزامى jeans جينز
        jellyfish هلامي keyboard كيبورد mango مانجا motorcycle موتو school تعليم swan بجعة trumpet ترومبت tulip توليب turkey حبش
    """,
    "fa": """
        bagel بیگل cow گاو cupcake کیک dress پیراهن jeans جین jellyfish پلانکتون keyboard رایانه lemon لیمو maracas ماراکا
        octopus اختاپوس oyster صدف parachute چتر sponge اسفنج strawberry توت tomato گوجه
    """,
}
_JOINER = "\u200c"


def names(folder: Path, language: str) -> dict[str, str]:
    """Return the names of single signs in a language that are one word of letters, in small letters."""
    file = folder / "annotations" / language / "annotations.json"
    found = json.loads(file.read_text(encoding="utf-8"))["annotations"]["annotations"]
    said = {
        sign: notes["tts"][0]
        for sign, notes in found.items()
        if len(sign.replace("\ufe0f", "")) == 1 and notes.get("tts")
    }
    return {sign: word.lower() for sign, word in said.items() if word.isalpha() and SHORTEST <= len(word) <= LONGEST}


def chosen(named: dict[str, dict[str, str]]) -> list[str]:
    """Return the signs whose names are unlike each other in every language, by their English names."""
    common = set.intersection(*(set(each) for each in named.values()))
    taken: list[str] = []
    left_out = LEFT_OUT.split()
    for sign in sorted(common, key=lambda each: named["en"][each]):
        if named["en"][sign] not in left_out and not any(_alike(sign, other, named) for other in taken):
            taken.append(sign)
    return taken


def _alike(one: str, other: str, named: dict[str, dict[str, str]]) -> bool:
    return any(SequenceMatcher(None, words[one], words[other]).ratio() >= ALIKE for words in named.values())


def later(folder: Path, language: str, signs: list[str], english: dict[str, str]) -> list[str]:
    """Return the names of signs in a language that came later; what was chosen by hand is a name that the CLDR has."""
    file = folder / "annotations" / language / "annotations.json"
    found = json.loads(file.read_text(encoding="utf-8"))["annotations"]["annotations"]
    pairs = OTHER_NAMES[language].split()
    chosen_by_hand = dict(zip(pairs[::2], pairs[1::2], strict=True))
    words = []
    for sign in signs:
        name = _plain(found[sign]["tts"][0])
        word = chosen_by_hand.get(english[sign], name.replace(_JOINER, ""))
        known = {name.replace(_JOINER, ""), name.replace(_JOINER, " ").split()[0], *map(_plain, found[sign]["default"])}
        assert word.isalpha() and word in known, (language, english[sign], word)
        words.append(word)
    return words


def _plain(name: str) -> str:
    """Return a name without vowel signs and doubling; a hamza and a madda belong to their letters."""
    letters = unicodedata.normalize("NFC", name)
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")


def script() -> str:
    """Return the script that the browser loads, from the words that are written."""
    lists: dict[str, str] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    lines = [f'  {language}: "{words}".split(" "),' for language, words in lists.items()]
    head = "// Made by scripts/code_words.py: the words in which versions are said, in the same order in each language."
    return "\n".join([head, "window.tlumachCodeWords = {", *lines, "};", ""])


def main() -> None:
    """Write the words from the package's folder, where one is named, and the script from the words."""
    if sys.argv[1:]:
        write_words()
    SCRIPT.write_text(script(), encoding="utf-8")


def write_words() -> None:
    """Choose the words anew: where others come of it, codes that were written down say something else."""
    named = {language: names(Path(sys.argv[1]), language) for language in LANGUAGES}
    signs = chosen(named)
    lines = [f"{language}: {' '.join(named[language][sign] for sign in signs)}" for language in LANGUAGES]
    lines += [f"{language}: {' '.join(later(Path(sys.argv[1]), language, signs, named['en']))}" for language in LATER]
    head = "# Made by scripts/code_words.py from the Unicode CLDR's names of signs (licence: Unicode-3.0). The order must never change."
    FILE.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    print(len(signs), "words in", len(LANGUAGES) + len(LATER), "languages")


if __name__ == "__main__":
    main()
