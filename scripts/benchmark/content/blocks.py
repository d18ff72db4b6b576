"""Blocks of Markdown for a generated page: paragraphs, lists, boxes, tables, with uses of terms and with footnotes."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmark.content.words import Phrases, Words, capitalised

INDENT = " " * 4
WEAKNESSES = ("repost", "secondary", "opinion")


@dataclass(frozen=True)
class Source:
    """A source that a page cites: its key, who published it (in each language), where and when."""

    key: str
    title: Mapping[str, str]
    url: str
    day: datetime.date
    weak: str


@dataclass
class Blocks:
    """Writes the blocks of one page in one language, and remembers what they cite.

    ``terms`` are the addresses and names that may be used. The choices depend on ``seed`` alone, not on the language.
    ``vocabulary``: so many made-up words are used too.
    """

    language: str
    seed: str
    words: Mapping[str, Words]
    terms: Sequence[tuple[str, str]] = ()
    vocabulary: int = 0
    sources: dict[str, Source] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with the seed's first choice."""
        self.phrases = Phrases(self.words[self.language], self.seed, self.vocabulary)
        self.choose = self.phrases.choose

    def label(self, name: str) -> str:
        """Return a label in the page's language."""
        return self.words[self.language].labels[name]

    def title(self) -> str:
        """Return the page's first heading, without its mark."""
        return self.phrases.sentence()

    def heading(self) -> str:
        """Return a heading within the page; some have an id written by hand."""
        text = f"{capitalised(self.phrases.object())}: {self.phrases.subject()}"
        own = f" {{ #part-{self.choose.randrange(1_000_000)} }}"
        return f"{self.choose.choice(('##', '##', '###'))} {text}{self.choose.choice((own, ''))}"

    def paragraph(self) -> str:
        """Return a paragraph of one to five sentences."""
        return " ".join(self.marked() for _ in range(self.choose.randint(1, 5)))

    def quotation(self) -> str:
        """Return a quotation."""
        return f"> {self.paragraph()}"

    def items(self) -> str:
        """Return a list of two to six items."""
        return "\n".join(f"- {self.marked()}" for _ in range(self.choose.randint(2, 6)))

    def box(self, kind: str, label: str) -> str:
        """Return a box with a list in it; the editors name a source for each fact."""
        lines = "\n".join(f"{INDENT}- {self.sourced()}" for _ in range(self.choose.randint(2, 6)))
        return f'!!! {kind} "{self.label(label)}"\n\n{lines}'

    def table(self) -> str:
        """Return a table of three to six rows."""
        head = f"| {self.label('who')} | {self.label('sum')} | {self.label('when')} |\n|---|---|---|\n"
        return head + "\n".join(self._row() for _ in range(self.choose.randint(3, 6)))

    def marked(self) -> str:
        """Return a sentence with its full stop; some use a term, some cite a source, a few have a translators' note."""
        text = self.phrases.sentence(self._use() if self.terms and self.choose.random() < 0.35 else "")
        chance = self.choose.random()
        mark = self.cite() if chance < 0.25 else self._note() if chance < 0.28 else ""
        return self._ended(text, mark)

    def sourced(self) -> str:
        """Return a sentence with its full stop that cites a source."""
        return self._ended(self.phrases.sentence(), self.cite())

    def cite(self) -> str:
        """Return the mark of a source: one cited before, or a new one."""
        if self.sources and self.choose.random() < 0.3:
            return f"[^{self.choose.choice(list(self.sources))}]"
        source = self._source()
        self.sources[source.key] = source
        return f"[^{source.key}]"

    def _ended(self, text: str, mark: str) -> str:
        return (
            f"{text}.{mark}" if self.language == "en" else f"{text}{mark}."
        )  # where each language's custom has the mark

    def _row(self) -> str:
        return f"| {capitalised(self.phrases.subject())} | {self.phrases.money()} | {self.phrases.date()} |"

    def _use(self) -> str:
        address, name = self.choose.choice(self.terms)
        return f"[{name}]({address})"

    def _note(self) -> str:
        key = f"t-{len(self.notes) + 1}"
        word = capitalised(self.phrases.subject())  # no fact, which would want a source
        self.notes.append(f"[^{key}]: {word}.")
        return f"[^{key}]"

    def _source(self) -> Source:
        seed = str(self.choose.random())
        title = {language: capitalised(Phrases(words, seed).subject()) for language, words in self.words.items()}
        day, number = self.phrases.day(), self.choose.randrange(1_000_000)
        weak = self.choose.choice(("", "", "", *WEAKNESSES))
        key = f"press-{day.isoformat()}-{number}"
        return Source(key, title, f"https://press-{number % 97}.example/{day:%Y/%m/%d}/{number}", day, weak)
