"""Whether a translation has the links and footnote marks of its source.

Links that changed places: each target is there, under the words of another.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import PurePosixPath
from typing import NamedTuple

from tlumach.blocks import BlockKind
from tlumach.blocks.links import Link, footnote_marks, links, without_code
from tlumach.blocks.plain_text import plain
from tlumach.checks.pairs.content.addresses.counterparts import is_counterpart
from tlumach.checks.pairs.content.addresses.less_often import level_where_there
from tlumach.checks.pairs.content.addresses.references import definitions, references
from tlumach.checks.pairs.content.addresses.replaced import is_same_page_in_full, level_of, stands_for
from tlumach.checks.pairs.content.addresses.within_site import LANGUAGE, with_mark, without_language, without_own_page
from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side
from tlumach.checks.pairs.romanization import folded
from tlumach.problems import Level

_QUERY = re.compile(r"\?[^#]*")
_ADDRESS = re.compile(
    r"(?<![\w.+/:-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<!\]\()(?<!=[\"'])(?<![</]|[^\W_])(?:https?://|www\.)[^\s<>()\[\]«»“”„\"|]*[^\s<>()\[\]«»“”„\"|.,;:!?…'’‘*_`~]"
)
"""An address in running text; the mark that ends a sentence, a quotation or marked words after it is not its own."""

_ANCHOR = re.compile(r"<a\b[^<>]*?\bhref=(?P<mark>[\"'])(?P<target>[^\"'<>]+)(?P=mark)", re.IGNORECASE)
_MAYBE_MORE = re.compile(r"@|://|www\.")
"""What a text must have for an address, which takes long to look for."""


def check_links(pair: AlignedPair) -> Iterator[PairFinding]:
    """A translation has the links of its source: as many, to the same pages, anchors, files and addresses.

    Finds a link or image that was lost, added, or points elsewhere, or two that changed places: `[войск ОДКБ](../glossary/csto.md)`
    beside `[військ ОДКБ](../glossary/nato.md)`. The order does not matter, nor does the folder of the language (`../../ru/about.md` is
    `../../uk/about.md`). The same page in the reader's language is right: an address that differs in the language alone (`/en/` or
    nothing for `/ru/`, `x.md` for `x.ru.md`) or in `.html` at its end, the same path on a host that names the language, any page of that
    language on Wikipedia and the hosts of `localized_hosts` in `mkdocs.yml`, and the anchor that a heading has by its translated words,
    `x.md#part` for `#part` on the page `x.md`, and a link or image by a label of the page's own (`[Название]` for `[name][id]`) whose
    definition leads there. What a playground shows (an anchor of a hundred letters) is not compared.

    It is an error where a link was lost, leads nowhere, to another page of the site, or where another link of the source stands in its
    place, and where an item or a row has lost its own; a warning where a letter or two of an external address differ, a page of the
    site stands in its place, an address is plain text here, or a page is linked without the part of it. Another external address, a
    link that was added or stands here less often, and another anchor on the same page of the site, or a page of the same name (whether
    they are there, `broken-anchor` and `broken-link` tell) are info: translators often do so rightly. Labels of links by reference
    may have other numbers: each link is compared by where it leads.

    To mend it, put the link of the source into the translation. Where another target is right, waive it:
    `waive links: the reason` in the record.
    """
    if pair.target.block.kind is BlockKind.REFERENCE and any(pair.labels):
        yield from _other_definitions(pair)
        return
    originals = _targets(pair.source, pair, pair.labels.source)
    targets = _targets(pair.target, pair, pair.labels.target)
    if originals != targets:
        yield from _different_links(pair, Counter(originals), Counter(targets))
    if sorted(originals) == sorted(targets):
        yield from exchanged(pair.source.links, pair.target.links)


def _other_definitions(pair: AlignedPair) -> Iterator[PairFinding]:
    """Yield the labels that lead elsewhere than on the page of the source; one with another name is compared where it is used."""
    for label, address in definitions(pair.source.text).items():
        if _leads_elsewhere(pair, label):
            found = pair.labels.target[label]
            yield PairFinding(f"the label `[{label}]` leads to `{found}`, that of the source to `{address}`.")


def _leads_elsewhere(pair: AlignedPair, label: str) -> bool:
    """Tell whether a label of both pages leads elsewhere, and no other there where that of the source does, as with other numbers."""
    source, target = pair.labels
    if label not in source or label not in target or source[label] == target[label]:
        return False
    return not any(_leads_there(pair, f"[{label}]", f"[{each}]") for each in (label, *target))


def _different_links(pair: AlignedPair, wanted: Counter[str], found: Counter[str]) -> Iterator[PairFinding]:
    lost, added = _without_counterparts(pair, wanted - found, found - wanted)
    originals = [_address(each, pair, pair.source) for each in lost]
    rest = shown = [_address(each, pair, pair.target) for each in added]
    if not any(LANGUAGE in each for each in originals):
        rest = [without_language(each, pair.target.language) for each in rest]
    rest = [*rest]
    for target, address in zip(lost, originals, strict=True):
        if other := stands_for(address, rest):
            rest.remove(other)
        there = [] if other else [each for each in found if _leads_there(pair, target, each)]
        level = level_where_there(pair, target, there) if there else level_of(address, other, wanted)
        yield PairFinding(f"the link to `{address}` of the source is not here.{_instead(Counter(shown))}", level=level)
    if not lost:
        for target, address in zip(added, shown, strict=True):
            said = f"the link to `{address}` is not in the source."
            yield PairFinding(said, _line(pair.target, target), level=Level.INFO)


def _without_counterparts(pair: AlignedPair, lost: Counter[str], added: Counter[str]) -> tuple[list[str], list[str]]:
    """Return the links that are gone and those that are new, without those that lead to the same page in the reader's language."""
    rest, new = [], [*added.elements()]
    elsewhere = [link.target for link in links(pair.beside)]
    for target in lost.elements():
        same = next((other for other in (*new, *elsewhere) if _leads_there(pair, target, other)), None)
        if same is not None:
            (new if same in new else elsewhere).remove(same)
        elif not _is_set_as_code(pair, target):
            rest.append(target)
    return rest, new


def _is_set_as_code(pair: AlignedPair, target: str) -> bool:
    """Tell whether an address that is no link in the source, an example, stands in code here."""
    return f"`{target}" in pair.target.text and all(link.target != target for link in pair.source.links)


def _leads_there(pair: AlignedPair, original: str, target: str) -> bool:
    """Tell whether a link leads where that of the source does: what stands behind a label counts, whatever the label is."""
    languages = (pair.source.language, pair.target.language)
    one, other = _address(original, pair, pair.source), _address(target, pair, pair.target)
    forms = (other, with_mark(other, {*languages}), without_language(other, languages[1]))
    return any(_is_one_place(pair, one, each) for each in forms)


def _is_one_place(pair: AlignedPair, original: str, target: str) -> bool:
    one, other = (without_own_page(each, pair.path) for each in (original, target))
    if one == other or is_same_page_in_full(one, other):
        return True
    return is_counterpart(one, other, (pair.source.language, pair.target.language), pair.knowledge.hosts)


def _address(target: str, pair: AlignedPair, side: Side) -> str:
    """Return the address behind a label of a side, and any other as it is."""
    labels = pair.labels.source if side is pair.source else pair.labels.target
    address = labels.get(target[1:-1]) if target.startswith("[") else None
    return target if address is None else _target(Link(address, "", 0, 0), _folders(pair, side))


def _folders(pair: AlignedPair, side: Side) -> set[str]:
    """Return the languages whose folders mean nothing in the addresses of a side: the translation is to lead to its own."""
    return {pair.source.language, pair.target.language} if side is pair.source else {pair.target.language}


def check_footnotes(pair: AlignedPair) -> Iterator[PairFinding]:
    """A translation has the footnote marks of its source, and defines the same footnotes.

    Finds `[^report]` that was lost, added or renamed. The order does not matter: sentences turn round.

    To mend it, put the mark where the translation states the same fact. A footnote that a translation needs and the
    source does not is waived: `waive footnotes: the reason` in the record.
    """
    originals, marks = _marks(pair.source), _marks(pair.target)
    if originals != marks:
        yield from _different_marks(pair, Counter(originals), Counter(marks))


def _different_marks(pair: AlignedPair, wanted: Counter[str], found: Counter[str]) -> Iterator[PairFinding]:
    for mark in (wanted - found).elements():
        yield PairFinding(f"`{mark}` of the source is not here.{_instead(found - wanted)}")
    if not wanted - found:
        for mark in (found - wanted).elements():
            yield PairFinding(
                f"`{mark}` is not in the source.", pair.target.text[: pair.target.text.find(mark)].count("\n")
            )


def _targets(side: Side, pair: AlignedPair, labels: Mapping[str, str]) -> list[str]:
    languages = _folders(pair, side)
    found = [_target(link, languages) for link in side.links]
    if side.is_prose:
        found += _ADDRESS.findall(without_code(side.text)) if _MAYBE_MORE.search(side.text) else ()
        found += [_behind(each.label, pair, side) for each in references(side.text, labels)]
        found += [_target(Link(each["target"], "", 0, 0), languages) for each in _anchors(side.text)]
    return found


def _behind(label: str, pair: AlignedPair, side: Side) -> str:
    """Return where a label leads; the label itself where that is not said, or is another place, which its definition is told of."""
    return f"[{label}]" if _leads_elsewhere(pair, label) else _address(f"[{label}]", pair, side)


def _anchors(text: str) -> Iterator[re.Match[str]]:
    return _ANCHOR.finditer(without_code(text)) if "<a " in text else iter(())


def _target(link: Link, languages: set[str]) -> str:
    """Return where a link leads, the folder of a language aside."""
    if link.is_external:
        return link.target
    path = posixpath.normpath(link.path) if link.path else ""
    query = _QUERY.search(link.target)
    return with_mark(path, languages) + (query[0] if query else "") + (f"#{link.anchor}" if link.anchor else "")


def _marks(side: Side) -> list[str]:
    return [f"[^{mark.key}]" + ":" * mark.is_definition for mark in footnote_marks(side.text)]


def _instead(others: Counter[str]) -> str:
    return f" Here stands {', '.join(f'`{other}`' for other in others)}." if others else ""


def _line(side: Side, target: str) -> int:
    return next((link.line - 1 for link in side.links if link.target == target), 0)


MARGIN = 0.3
"""By so much two links must be more like each other's targets than like their own; the likeness of two texts is 0 to 1.

Of the 650 pairs of links that stand in one block on the first site none comes nearer to it than 0.13; of the same pairs with
their targets exchanged, 69 in 100 are found with it and the two bounds below.
"""
LEAST, SURE = 0.45, 0.6
"""So much either must be like the other's target, and the more alike of them: chance makes short texts somewhat alike."""


def exchanged(source: Sequence[Link], target: Sequence[Link]) -> Iterator[PairFinding]:
    """Yield the links of a translation whose words say the other's target, by the words of the source and the names of files.

    «[Китай](turkey.md) и [Турция](china.md)» is found; where words are like neither, nothing is said.
    """
    ours = [link for link in target if not link.image]
    if len({link.target for link in ours}) < 2:
        return
    originals = {link.target: folded(plain(link.text)) for link in source if not link.image}
    ours = [link for link in ours if link.target in originals]
    sides = [_Side(folded(plain(link.text)), _exchanged_target(link, originals[link.target])) for link in ours]
    for (one, this), (other, that) in combinations(zip(ours, sides, strict=True), 2):
        if one.target != other.target and _is_swap(this, that):
            message = f"“{plain(one.text)}” leads to `{one.target}` and “{plain(other.text)}” to `{other.target}`: they changed places."
            yield PairFinding(message, one.line - 1)


class _Side(NamedTuple):
    """The words of a link, and those that say where it leads."""

    words: str
    target: tuple[str, str]


def _is_swap(one: _Side, other: _Side) -> bool:
    """Tell whether either link's words are like the other's target; what can't be is seen before all is compared."""
    for likeness in (_most, _ratio):
        first, second = _likeness(one.words, other.target, likeness), _likeness(other.words, one.target, likeness)
        if min(first, second) < LEAST or max(first, second) < SURE:
            return False
    return (
        first + second
        > _likeness(one.words, one.target, _ratio) + _likeness(other.words, other.target, _ratio) + MARGIN
    )


def _exchanged_target(link: Link, original: str) -> tuple[str, str]:
    """Return the words that say where a link leads: those of the source's link to it, and its anchor's or its file's name."""
    path, _, anchor = link.target.partition("#")
    return original, folded((anchor or PurePosixPath(path).stem).replace("-", " "))


def _likeness(words: str, target: tuple[str, str], likeness: Callable[[str, str], float]) -> float:
    """Return how much words are like those of a target."""
    return max(likeness(words, each) for each in target)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _most(one: str, other: str) -> float:
    """Return how much two texts can be alike at most, by the letters that both have."""
    both = sum(min(one.count(letter), other.count(letter)) for letter in set(one))
    return 2 * both / (len(one) + len(other)) if both else 0
