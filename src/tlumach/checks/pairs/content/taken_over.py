"""What a translation takes over from its source by intent: what it cites, sets off, names or has as a name; and Latin."""

import re

from tlumach.checks.pairs.opaque import OBJECT
from tlumach.languages.alphabets import CYRILLIC

_ANY = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CITED = re.compile(
    r"«[^«»\n]*»|“[^“”\n]*”|„[^„“”\n]*[“”]|\"[^\"\n]*\"|\([^()\n]*\)|\[[^\[\]\n]*\]|‘[^‘’\n]*’|(?<!\w)'[^'\n]*'(?!\w)"
)
_MARKED = re.compile(
    r"(?<![*\w])\*(?![*\s])([^*\n]+)\*|(?<![_\w])_(?![_\s])([^_\n]+)_(?!\w)|\*\*([^*\n]+)\*\*|\[([^\[\]\n]*)\]\(|<(?:i|em|dfn|abbr|b|strong)\b[^>]*>([^<]*)<"
)
_NAMED = re.compile(
    r"(?:сл[оі]в(?:[оаеі]|ом)?|термин(?:а|ом)?|термін(?:у|ом)?|англ\.)[ \u00a0](?:[a-z]+ (?:и|і|й|та|или|або|чи) )?\Z",
    re.IGNORECASE,
)
"""What says that a word is named: «от слова force»."""
_GOVERNS = re.compile(
    r"(?:\w+(?:ть|ти|чь|ите|йте|ить|ет|ют|ає|ує|ють|иш|ешь|ся|сь)|(?:команд|метод|функц|операц|кнопк|опц|режим|ключ|хук|файл|тип|пол|зн[ао]чен|параметр"
    r"|свойств|властив|под[іи]|событ|комб|клавиш|клавіш|пакет|модул|страниц|сторінк|раздел|розділ|пункт|меню)\w*)[ \u00a0]\Z",
    re.IGNORECASE,
)
_LATIN = re.compile(
    r"\b(?:in (?:vitro|vivo|situ|silico|utero|absentia|extremis)|ex (?:vivo|ante|post)|de (?:facto|jure|novo)|per (?:se|capita|os|diem)"
    r"|ad (?:hoc|hominem|infinitum)|a (?:priori|posteriori)|et al|pro (?:rata|bono|forma)|post (?:mortem|factum)|status quo|vice versa"
    r"|in spe|alma mater|persona non grata|terra incognita)\b"
)
"""Latin that every language takes over, of which English has small words too."""


def without_cited(text: str) -> str:
    """Return a text in which what is cited, and Latin, is hidden, every other character at its place."""
    return _LATIN.sub(lambda match: OBJECT * len(match[0]), _CITED.sub(_hidden, text))


def words_set_off(text: str) -> set[str]:
    """Return the words, in lower case, that the Markdown of a block has in italics, bold or links by themselves."""
    spans = [part for match in _MARKED.findall(text) for part in match if not CYRILLIC.search(part)]
    return {word.lower() for part in spans for word in _ANY.findall(part)}


def is_named(text: str, place: int) -> bool:
    """Tell whether a word at a place is said to be a word."""
    return _NAMED.search(text, 0, place) is not None


def is_governed(before: str) -> bool:
    """Tell whether a text ends with a verb or noun that a word of a trade depends on: «сделать push», «команда push»."""
    return _GOVERNS.search(before) is not None


def _hidden(cited: re.Match[str]) -> str:
    """Hide what is cited; of brackets in which the translation goes on in its own language, what is cited there."""
    words = _ANY.findall(cited[0])
    if cited[0][0] != "(" or 2 * sum(bool(CYRILLIC.match(word)) for word in words) < len(words):
        return OBJECT * len(cited[0])
    return f"({_CITED.sub(_hidden, cited[0][1:-1])})"


def stands_in_a_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether a small word stands between Latin words with capitals: Newport on the Levee, The Power of Nutrition."""
    return bool(
        re.search(r"[A-Z][\w’'.-]*(?: [a-z]{1,4}){0,2} \Z", text[: match.start()])
        and re.match(r"(?: [a-z]{1,4}){0,2} [A-Z0-9]", text[match.end() :])
    )
