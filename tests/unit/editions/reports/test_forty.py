"""Forty reports on a real page against ten later versions of it, in which paragraphs moved, were edited, split, merged or removed.

They are made of what the site, the EPUB and the text have ready, and come through a messenger. What became of each paragraph is
known, since the edits are made here: the right place must be found for 39 of the 40 in each version, and that one was changed
must never be said where it was not.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.books import offered
from tests.messengers import sent
from tests.project import ROOT
from tests.repository import Repository

from tlumach.blocks import BlockKind
from tlumach.editions.books import BookMaker
from tlumach.editions.reports.labels import Label, label
from tlumach.editions.reports.likeness import likeness
from tlumach.editions.reports.prepared import prepared_of
from tlumach.editions.reports.reading import Report, read_reports
from tlumach.editions.reports.verdict import Outcome, Reports, Verdict
from tlumach.editions.reports.wording import HASH_DIGITS, short_hash
from tlumach.editions.shared.book import file_name
from tlumach.library.files import read_library
from tlumach.library.pages import Page
from tlumach.tracking import Tracker

pytestmark = pytest.mark.slow
PATH = "kazakhstan-arms-export/index.md"
LANGUAGES = ("ru", "uk", "en")
VERSIONS, WANTED, LEAST = 10, 40, 39
LITTLE = 0.2
"""Of a paragraph's words: less is left where the most of it was taken out."""
WORD = re.compile(r"(?<![\w^\[(/#{.-])[^\W\d_]{5,}(?![\w\])/}-])")
MARKUP = re.compile(r"\]\([^)]*\)|\[\^[^\]]*\]|\{[^}]*\}")
FRESH = {"ru": "вчера объявленный", "uk": "учора оголошений", "en": "lately announced"}
ADDED = {
    "ru": "Позже об этом рассказали ещё двое очевидцев.",
    "uk": "Згодом про це розповіли ще двоє очевидців.",
    "en": "Two more witnesses spoke of it later.",
}


@dataclass
class Piece:
    """A paragraph in each language: which of the first page's paragraphs it holds (by index), and which of these were reworded."""

    texts: dict[str, str]
    holds: frozenset[int]
    reworded: set[tuple[int, str]] = field(default_factory=set)
    is_paragraph: bool = True


class Editor:
    """Edits a page in all languages at once, and remembers what became of each paragraph; ``shortened``: a part of it was removed."""

    def __init__(self, seed: int, fronts: dict[str, str], pieces: list[Piece]) -> None:
        self.chance, self.fronts, self.pieces = random.Random(seed), fronts, pieces
        self.first = [dict(piece.texts) for piece in pieces]
        self.shortened: set[int] = set()

    def text(self, language: str) -> str:
        return self.fronts[language] + "\n\n".join(piece.texts[language] for piece in self.pieces) + "\n"

    def edit(self) -> None:
        for kind in self.chance.choices(
            (self.move, self.reword, self.mend, self.add, self.split, self.merge, self.remove),
            (2, 3, 3, 1, 1, 1, 0.5),
            k=4,
        ):
            kind()

    def some(self) -> int:
        return self.chance.choice([at for at, piece in enumerate(self.pieces) if piece.is_paragraph])

    def move(self) -> None:
        piece = self.pieces.pop(self.some())
        self.pieces.insert(self.some(), piece)

    def reword(self) -> None:
        piece = self.pieces[self.some()]
        for language in LANGUAGES:
            self._replace(piece, language, lambda word, of=language: FRESH[of])  # type: ignore[misc]

    def mend(self) -> None:
        """Change one letter in one language."""
        piece, language = self.pieces[self.some()], self.chance.choice(LANGUAGES)
        self._replace(piece, language, lambda word: word[:2] + self.chance.choice("оеа") + word[3:])

    def add(self) -> None:
        piece = self.pieces[self.some()]
        for language in LANGUAGES:
            piece.texts[language] += f" {ADDED[language]}"

    def split(self) -> None:
        at = self.some()
        piece = self.pieces[at]
        cuts = {language: self._cut(text) for language, text in piece.texts.items()}
        if all(cuts.values()):
            halves = [{of: part[side] for of, part in cuts.items() if part} for side in (0, 1)]
            self.pieces[at : at + 1] = [Piece(half, self._held(half, piece), set(piece.reworded)) for half in halves]

    def _held(self, half: dict[str, str], piece: Piece) -> frozenset[int]:
        """Return which of the first page's paragraphs a part still holds: those of which it has some of the words."""
        of = {at: likeness(self.first[at]["ru"], half["ru"]) for at in piece.holds}
        return frozenset(at for at, share in of.items() if share >= LITTLE or len(of) == 1)

    def merge(self) -> None:
        at = self.some()
        if at + 1 < len(self.pieces) and self.pieces[at + 1].is_paragraph:
            one, other = self.pieces[at], self.pieces.pop(at + 1)
            texts = {language: f"{one.texts[language]} {other.texts[language]}" for language in LANGUAGES}
            self.pieces[at] = Piece(texts, one.holds | other.holds, one.reworded | other.reworded)

    def remove(self) -> None:
        if sum(piece.is_paragraph for piece in self.pieces) > 8:
            gone = self.pieces.pop(self.some())
            self.shortened |= gone.holds

    def _replace(self, piece: Piece, language: str, with_: object) -> None:
        text = piece.texts[language]
        marked = {at for match in MARKUP.finditer(text) for at in range(*match.span())}
        words = [match for match in WORD.finditer(text) if match.start() not in marked]
        if words:
            match = self.chance.choice(words)
            new = with_(match[0])  # type: ignore[operator]
            piece.texts[language] = text[: match.start()] + new + text[match.end() :]
            piece.reworded |= {(held, language) for held in piece.holds if new != match[0]}

    @staticmethod
    def _cut(text: str) -> tuple[str, str] | None:
        cut = next(
            (match.end() for match in re.finditer(r"[.,:] (?=\w)", text) if not _within_markup(text, match.end())), 0
        )
        return (text[:cut].rstrip(), text[cut:]) if cut else None


def _within_markup(text: str, at: int) -> bool:
    return text.count("[", 0, at) != text.count("]", 0, at)


def editor(seed: int) -> Editor:
    """Take the real page: paragraphs that stand in all languages may be edited, all else stays where it is."""
    library, _ = read_library(ROOT)
    assert library is not None
    pages = {language: library.page(language, PATH) for language in LANGUAGES}
    blocks = {language: page.blocks for language, page in pages.items() if page}
    assert len({len(of) for of in blocks.values()}) == 1
    fronts = {language: page.text[: page.front_matter.length] for language, page in pages.items() if page}
    pieces = [
        Piece(
            {language: of[at].text for language, of in blocks.items()},
            frozenset({at}),
            is_paragraph=all(of[at].kind is BlockKind.PARAGRAPH for of in blocks.values()),
        )
        for at in range(len(blocks["ru"]))
    ]
    return Editor(seed, fronts, pieces)


def written(desk: Repository, page: Editor, day: str) -> None:
    for language in LANGUAGES:
        desk.write(f"docs/{language}/{PATH}", page.text(language))
    desk.commit(day)


def reports(desk: Repository, chance: random.Random, edition: str) -> list[tuple[int, str, Report]]:
    """Return forty reports on paragraphs of the page as it is, as they come back: the paragraph's index, its language, the report."""
    library, _ = read_library(desk.root)
    assert library is not None
    tracker, found = Tracker(library), []
    for language in LANGUAGES:
        page = library.pages[language, PATH]
        of = on_the_site(page, tracker) if edition == "site" else in_a_book(page, tracker, edition)
        blocks = page.blocks
        found += [(at, language, sent(f"{text}!", chance)) for at, text in of if blocks[at].kind is BlockKind.PARAGRAPH]
    words = [library.settings.say(language) for language in LANGUAGES]
    wanted = chance.sample(found, WANTED)
    return [(at, language, read_reports(came, "x", words)[0][0]) for at, language, came in wanted]


def on_the_site(page: Page, tracker: Tracker) -> Iterator[tuple[int, str]]:
    at_of = {id: at for at, id in enumerate(tracker.ids(page))}
    for each in prepared_of(page, tracker, tracker.library.settings.say(page.language), ""):
        yield at_of[each.id], each.text


def in_a_book(page: Page, tracker: Tracker, edition: str) -> Iterator[tuple[int, str]]:
    """Fill in the lines that an edition has, as a reader does: with the code of a paragraph from its list, here and there its words too."""
    say = tracker.library.settings.say(page.language)
    name = file_name(PATH, page.language, edition)
    lines, listed = offered(BookMaker(tracker).books(PATH, [edition])[name], say)
    at_of = {short_hash(text): at for at, text in enumerate(page.shown) if text}
    for number, (code, beginning) in enumerate(listed):
        if code[:HASH_DIGITS] in at_of:
            typed = (code, code.upper(), f"{code}: {beginning}", code.replace("+", " + "))[number % 4]
            place = label(Label.PARAGRAPH, say)
            yield at_of[code[:HASH_DIGITS]], lines.replace(place, f"{place} {typed}")


def is_right(outcome: Outcome, page: Editor, at: int, language: str) -> bool:
    """Whether an outcome names a paragraph that holds the one that was reported or, where next to nothing is left of it, none."""
    holding = {piece.texts[language] for piece in page.pieces if at in piece.holds}
    if outcome.place is None:
        return all(likeness(page.first[at][language], text) < LITTLE for text in holding)
    return outcome.place.page.blocks[outcome.place.at].text in holding


def is_changed(page: Editor, at: int, language: str) -> bool:
    return at in page.shortened or any((at, language) in piece.reworded for piece in page.pieces if at in piece.holds)


@pytest.mark.parametrize(("edition", "seed"), [("site", 5), ("epub", 2), ("txt", 17)])
def test_forty_reports_against_ten_later_versions(tmp_path: Path, edition: str, seed: int) -> None:
    desk = Repository(tmp_path / "site")
    desk.write("mkdocs.yml", (ROOT / "mkdocs.yml").read_bytes())
    for language in LANGUAGES[1:]:
        name = f"translations/{language}/{PATH.removesuffix('.md')}.po"
        desk.write(name, (ROOT / name).read_bytes())
    page = editor(seed)
    written(desk, page, "2026-11-01")
    wanted = reports(desk, random.Random(seed), edition)
    said = set()
    for version in range(1, VERSIONS + 1):
        page.edit()
        written(desk, page, f"2026-11-{version + 1:02}")
        if version % 3 == 0:
            for language in LANGUAGES[1:]:
                desk.run("confirm", "--all", "--language", language)
            desk.commit(f"2026-11-{version + 1:02}")
        library, _ = read_library(desk.root)
        assert library is not None
        judge, right = Reports(Tracker(library), desk.root), 0
        for at, language, report in wanted:
            outcome = judge.outcome(report)
            said.add(outcome.verdict)
            right += is_right(outcome, page, at, language)
            if outcome.verdict is Verdict.CHANGED:
                assert is_right(outcome, page, at, language), (version, at, language, outcome)
                assert is_changed(page, at, language), (version, at, language, outcome)
        assert right >= LEAST, (version, right)
    assert said >= {Verdict.STANDS, Verdict.CHANGED}
