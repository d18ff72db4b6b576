"""The words of one language, filed: forms with the same keys are a family, which any of its keys leads to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tlumach.languages.endings import fold
from tlumach.search.index.names import Name
from tlumach.search.index.parts import Filed, IndexPart
from tlumach.search.index.runs import merged, written
from tlumach.search.stemming.keys import Keys

Family = tuple[str, ...]


class FiledForm(NamedTuple):
    """A form with its rows as they are written; and the titles among them alone, where there are any.

    ``is_capital``: it is an abbreviation that is always written in capitals.
    """

    text: str
    rows: str
    titles: str
    is_capital: bool = False


@dataclass(frozen=True)
class Filing:
    """What is filed of a language: forms by their keys, the rows of each name by the keys of its words, and the words left out."""

    families: Mapping[Family, list[FiledForm]]
    names: Mapping[tuple[frozenset[str], ...], str]
    silent: list[str]


def file_words(site: IndexPart, language: str, names: tuple[Name, ...], keys: Keys) -> Filing:
    """File all words of a language."""
    filed = site.words[language]
    families: dict[Family, list[FiledForm]] = {}
    silent = []
    for form, words in _words(filed).items():
        if found := _keys_of(form, words, filed, language, keys):
            is_capital = form in filed.capitals and any(keys.is_abbreviation(word, language) for word in words)
            families.setdefault(found, []).append(_form(form, filed, len(site.rows), is_capital))
        else:
            silent.append(form)
    return Filing(families, dict(_names(site, names)), silent)


def words_filed(filed: Filed) -> set[str]:
    """Return the words of a language whose keys are asked for when they are filed."""
    return {word for words in _words(filed).values() for word in words}


def _words(filed: Filed) -> dict[str, list[str]]:
    """Return the words of each form, in the order of the forms: itself, unless folding has changed all that it stands for."""
    odd: dict[str, list[str]] = {}
    for word in sorted(filed.odd):
        odd.setdefault(fold(word), []).append(word)
    return {form: odd.get(form, [form]) for form in sorted({**filed.titles, **filed.rows})}


def _keys_of(form: str, words: list[str], filed: Filed, language: str, keys: Keys) -> Family:
    of = keys.of_any if form in filed.capitals else keys.of
    found = {key for word in words for key in of(word, language)}
    return tuple(sorted(found | {form} if found and form in filed.names else found))


def _form(form: str, filed: Filed, pages: int, is_capital: bool) -> FiledForm:
    titles = (0, filed.titles.get(form))
    return FiledForm(form, written(titles, (pages, filed.rows.get(form))), written(titles), is_capital)


def _names(site: IndexPart, names: tuple[Name, ...]) -> Iterator[tuple[tuple[frozenset[str], ...], str]]:
    """Yield each name with the rows that speak of what it names; one name of several terms leads to the rows of all."""
    paths: dict[tuple[frozenset[str], ...], list[str]] = {}
    for name in names:
        paths.setdefault(name.asked, []).append(name.path)
    for words, some in paths.items():
        yield words, _rows_about(site, dict.fromkeys(some))


def _rows_about(site: IndexPart, paths: Iterable[str]) -> str:
    some = [path for path in paths if path in site.about_titles]
    titles, rows = (merged(of[path] for path in some if path in of) for of in (site.about_titles, site.about_rows))
    return written((0, titles), (len(site.rows), rows))
