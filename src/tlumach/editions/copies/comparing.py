"""Two copies side by side: which paragraphs differ, language by language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tlumach.alignment.sequences import gaps, longest_chain, same
from tlumach.editions.copies.reading import Copy

UNLIKE = 0.2
"""Where less than this share of the paragraphs is the same, two copies are hardly of one text."""


@dataclass(frozen=True)
class Difference:
    """A paragraph that is not the same in both; empty where one of them lacks it."""

    language: str
    then: str
    now: str


def differences(old: Copy, new: Copy) -> list[Difference]:
    """Return the paragraphs that differ, by language, in the order of the new copy; what has only moved is no difference."""
    languages = dict.fromkeys(each.language for copy in (new, old) for each in copy.paragraphs)
    return [found for language in languages for found in _of(language, _texts(old, language), _texts(new, language))]


def are_unlike(old: Copy, new: Copy) -> bool:
    """Tell whether two copies have too little in common to be versions of one text."""
    then, now = ({each.text for each in copy.paragraphs} for copy in (old, new))
    return len(then & now) < UNLIKE * min(len(then), len(now))


def _texts(copy: Copy, language: str) -> list[str]:
    return [each.text for each in copy.paragraphs if each.language == language]


def _of(language: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    found = same(old, new)
    in_order = longest_chain((then, now) for now, then in found.items())
    left = (
        (at for at in range(len(old)) if at not in set(found.values())),
        (at for at in range(len(new)) if at not in found),
    )
    for gone, come in gaps(in_order, *left):
        for at in range(max(len(gone), len(come))):
            then = old[gone[at]] if at < len(gone) else ""
            yield Difference(language, then, new[come[at]] if at < len(come) else "")
