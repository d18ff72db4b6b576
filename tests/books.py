"""What a book offers to those who want to report a mistake, taken from its bytes."""

import io
import re
from zipfile import ZipFile

from lxml import html  # type: ignore[import-untyped]

from tlumach.editions.reports.labels import Label, label
from tlumach.languages.messages import Messages

_LISTED = re.compile(r"^([0-9a-f]{8}(?:\+[0-9a-f]{8})?): (.*)$", re.MULTILINE)


def offered(book: bytes, say: Messages) -> tuple[str, list[tuple[str, str]]]:
    """Return the lines to fill in, and each paragraph's code with its first words."""
    text = _of_epub(book, say.language) if book.startswith(b"PK") else book.decode()
    last = label(Label.REMARK, say)
    begin = text.index(f"\n{label(Label.PAGE, say)}") + 1
    end = text.index(f"\n{last}\n", begin) + 1 + len(last)
    return text[begin:end], _LISTED.findall(text, end)


def _of_epub(book: bytes, language: str) -> str:
    with ZipFile(io.BytesIO(book)) as files:
        root = html.fromstring(files.read(f"EPUB/{language}-report.xhtml"))
    return "\n" + "".join(root.xpath("string(.//pre)"))
