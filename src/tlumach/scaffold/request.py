"""What a person asks of `tlumach new`, and what is wrong with it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tlumach.languages.language_codes import refusal_of_code, untaken

URL = "https://example.org/"
_URL = re.compile(r"https?://[^\s/?#@:]+(?::\d+)?(?:/[^\s?#]*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Request:
    """A project to be written: its source language and the languages of the translations (BCP 47), its name and address."""

    source: str
    translations: tuple[str, ...]
    name: str
    url: str = URL

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages, the source language first."""
        return self.source, *self.translations

    def refusals(self) -> Iterator[str]:
        """Yield what is wrong with it, a line for each."""
        for code in self.languages:
            if why := refusal_of_code(code) or untaken(code):
                yield why
        if self.source in self.translations:
            yield f"--languages has the source language `{self.source}`: name only those that it is translated into."
        for code in _repeated(self.translations):
            yield f"--languages has `{code}` more than once."
        if not self.translations:
            yield "--languages names no language: name those that the texts are translated into, such as `de,uk`."
        if not self.name.strip() or not self.name.isprintable():
            yield "--name must be a text of one line, such as `--name 'Our news'`."
        if not _URL.fullmatch(self.url):
            yield f"--url `{self.url}` is no address of a site: it is written `https://example.org/` or `https://example.org/news/`."


def parsed(codes: str) -> tuple[str, ...]:
    """Return the codes of a list with commas or spaces."""
    return tuple(code for code in re.split(r"[,;\s]+", codes) if code)


def _repeated(codes: Sequence[str]) -> list[str]:
    return [code for code in dict.fromkeys(codes) if codes.count(code) > 1]
