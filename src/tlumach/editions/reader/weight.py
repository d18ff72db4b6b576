"""What a file weighs: as it is, compressed, and beside the least that its words could weigh."""

import html
import re
from dataclasses import dataclass

import brotli  # type: ignore[import-untyped]  # ships no types

BEST = 11
QUICK = 9
"""The quality at which brotli takes a thirtieth of the time; a twentieth to an eighth more bytes are left, of page and words alike."""
_BODY = re.compile(r"(?s)<body[^>]*>(.*)")
_FOREIGN = re.compile(r'href="?(https?:[^\s">]+)')
_TWICE = re.compile(
    r'(?s)<nav>.*?</nav>|<span class=l>.*?</span>|<a class="?z.*?</a>|(?<=</label>)<a.*?</a>|(?<=</button>)<a.*?</a>'
)
_TAGS = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class ReaderWeight:
    """Bytes of a file: plain, compressed with brotli, and its limit, the bare words and addresses compressed the same way."""

    plain: int
    compressed: int
    limit: int

    @property
    def overhead(self) -> float:
        """How much of the compressed file is not words, as a part of the limit."""
        return self.compressed / self.limit - 1


def weigh(page: str, quality: int = BEST) -> ReaderWeight:
    """Return what a reader file weighs, compressed with that quality (0 to 11)."""
    return ReaderWeight(len(page.encode()), compressed(page, quality), compressed(bare(page), quality))


def bare(page: str) -> str:
    """Return the words of a page, all languages, and the addresses of its links to elsewhere, each once; no markup, no style.

    Nor what stands there only for finding one's way: the contents, links to paragraphs, links that are there a second time.
    """
    found = _BODY.search(page)
    body = found[1] if found else page
    addresses = dict.fromkeys(_FOREIGN.findall(body))
    return html.unescape(_TAGS.sub("", _TWICE.sub("", body)) + "\n".join(addresses))


def compressed(text: str, quality: int = BEST) -> int:
    """Return the bytes of a text after brotli; at its best, as a web server would keep it."""
    return len(brotli.compress(text.encode(), quality=quality))
