"""The blocks of a page in several languages, each beside those of the others that have its id."""

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element


def together(blocks: Mapping[str, Sequence[Element]], first: str) -> Iterator[Element]:
    """Yield each block of the first language with those of the others that have its id."""
    segments = {
        language: _segments(each, f"{language}-" if language != first else "") for language, each in blocks.items()
    }
    known = list(segments[first])
    for language in blocks:
        _attach_strangers(segments[language], known)
    for id in known:
        group = Element("div", {"class": "together"})
        for language, found in segments.items():
            for element in found.get(id, ()):
                group.append(_in_language(element, language, first))
        yield group


def _in_language(element: Element, language: str, first: str) -> Element:
    kind = {} if language == first else {"class": "translation"}
    wrapper = Element("div", {**kind, "lang": language, "xml:lang": language})
    wrapper.append(element)
    return wrapper


def _segments(blocks: Sequence[Element], prefix: str) -> dict[str, list[Element]]:
    """Return the blocks by their id without prefix; what has none goes with the block before it."""
    found: dict[str, list[Element]] = {}
    id = ""
    for block in blocks:
        id = block.get("id", "").removeprefix(prefix) or id
        found.setdefault(id, []).append(block)
    return found


def _attach_strangers(segments: dict[str, list[Element]], known: Sequence[str]) -> None:
    """Put what the first language has not with the block before it."""
    last = known[0] if known else ""
    for id in list(segments):
        if id in known:
            last = id
        else:
            segments.setdefault(last, []).extend(segments.pop(id))
