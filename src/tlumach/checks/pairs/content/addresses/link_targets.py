"""Whether a translation has the links of its source."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from tlumach.blocks import BlockKind
from tlumach.blocks.links import Link, links, without_code
from tlumach.checks.pairs.content.addresses.counterparts import is_counterpart
from tlumach.checks.pairs.content.addresses.exchanged import exchanged
from tlumach.checks.pairs.content.addresses.less_often import level_where_there
from tlumach.checks.pairs.content.addresses.references import definitions, references
from tlumach.checks.pairs.content.addresses.replaced import is_same_page_in_full, level_of, stands_for
from tlumach.checks.pairs.content.addresses.within_site import LANGUAGE, with_mark, without_language, without_own_page
from tlumach.checks.pairs.content.outline import items
from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side
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

    It is an error where a link was lost or leads nowhere, where another link of the source stands in its place, and where an item or a
    row has lost its own; a warning where it leads to another page of the site, to another host or out of the site, where a letter or
    two of an external address differ, an address is plain text here, or a page is linked without the part of it. Another address on the
    same host or one of a country or language, a link that was added or stands here less often, and another anchor on the same page of
    the site, or a page of the same name (whether they are there, `broken-anchor` and `broken-link` tell) are info: translators often do
    so rightly. Labels of links by reference may have other numbers: each link is compared by where it leads.

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
            said = f"the label `[{label}]` leads to `{found}`, that of the source to `{address}`."
            yield PairFinding(said, level=level_of(address, found, ()))


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
    rest, has_fewer_items = [*rest], _has_fewer_items(pair)
    for target, address in zip(lost, originals, strict=True):
        if other := stands_for(address, rest):
            rest.remove(other)
        there = [] if other else [each for each in found if _leads_there(pair, target, each)]
        level = level_where_there(pair, target, there) if there else level_of(address, other, wanted)
        level = Level.INFO if has_fewer_items and not other else level
        yield PairFinding(f"the link to `{address}` of the source is not here.{instead(Counter(shown))}", level=level)
    if not lost:
        for target, address in zip(added, shown, strict=True):
            said = f"the link to `{address}` is not in the source."
            yield PairFinding(said, _line(pair.target, target), level=Level.INFO)


def _has_fewer_items(pair: AlignedPair) -> bool:
    """Tell whether a list has lost items, which `structure` says; their links went with them."""
    return pair.source.block.kind is BlockKind.LIST and len(items(pair.target.text)) < len(items(pair.source.text))


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


def _targets(side: Side, pair: AlignedPair, labels: Mapping[str, str]) -> list[str]:
    languages = _folders(pair, side)
    found = [_target(link, languages) for link in side.links]
    if side.is_prose:
        found += _ADDRESS.findall(without_code(side.text).replace("\\_", "_")) if _MAYBE_MORE.search(side.text) else ()
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


def instead(others: Counter[str]) -> str:
    """Return what a message says of what stands in the place of something that is gone; nothing where nothing does."""
    return f" Here stands {', '.join(f'`{other}`' for other in others)}." if others else ""


def _line(side: Side, target: str) -> int:
    return next((link.line - 1 for link in side.links if link.target == target), 0)
