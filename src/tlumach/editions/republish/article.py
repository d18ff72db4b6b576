"""The text that others publish: one HTML file with all in it, and one of plain text, a paragraph a line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape

from tlumach.editions.republish.clean_html import CleanPage, PictureAt
from tlumach.editions.republish.credit import CreditLine, canonical, credit
from tlumach.editions.shared.book import Book, book_of, notices
from tlumach.editions.shared.page_elements import Fragment, Renderer
from tlumach.editions.shared.pictures import Picture
from tlumach.editions.text.writer import article_lines
from tlumach.languages.messages import Messages

_PAGE = """\
<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>{canonical}
</head>
<body>
<article>
{body}
<footer>
{credit}
</footer>
</article>
</body>
</html>
"""


@dataclass(frozen=True)
class Article:
    """A page of an explainer in one language as others may take it: path, title, HTML, plain text, pictures, the credit under it."""

    path: str
    title: str
    html: str
    text: str
    pictures: tuple[Picture, ...]
    credit: tuple[CreditLine, ...]
    canonical: str


def articles_of(explainer: str, language: str, renderer: Renderer, picture_at: PictureAt) -> Iterator[Article]:
    """Yield the pages of an explainer (the path of its first page) for republishing in a language: the text, then the others.

    A page that is not translated is left out, and so is what has changed: that is of the site.
    """
    book = book_of(explainer, language, renderer.tracker.library)
    for page in book.pages:
        if page is book.first or (page.language == language and not page.is_made):
            yield _article(replace(book, pages=(page,)), renderer, picture_at)


def _article(book: Book, renderer: Renderer, picture_at: PictureAt) -> Article:
    """Return the article of a book's only page."""
    tracker, library = renderer.tracker, renderer.tracker.library
    say = library.settings.say(book.language)
    fragment = renderer.fragment(book.first, say)
    page = CleanPage(fragment, say, library, picture_at)
    told = " ".join(notices(book.first, tracker, say))
    body = _body(page, fragment, told)
    lines = tuple(credit(book, tracker, say, has_pictures=bool(page.pictures)))
    address = canonical(book, tracker)
    return Article(
        path=book.first.path,
        title=book.first.title,
        html=_document(book, say, body, lines, address),
        text=_plain(book, renderer, say, lines),
        pictures=tuple(page.pictures.values()),
        credit=lines,
        canonical=address,
    )


def _body(page: CleanPage, fragment: Fragment, told: str) -> str:
    notice = f"<p><em>{escape(told)}</em></p>" if told else ""
    titles = [block for block in fragment.blocks if block.tag == "h1"][:1]
    others = [block for block in fragment.blocks if block not in titles]
    parts = [page.blocks(titles), notice, page.blocks(others), page.notes()]
    return "\n".join(part for part in parts if part)


def _document(book: Book, say: Messages, body: str, lines: tuple[CreditLine, ...], address: str) -> str:
    return _PAGE.format(
        language=book.language,
        direction=say.direction,
        title=escape(book.first.title),
        canonical=f'\n<link rel="canonical" href="{escape(address)}">' if address else "",
        body=body,
        credit="\n".join(map(credit_html, lines)),
    )


def credit_html(line: CreditLine) -> str:
    """Return a line of the credit as a paragraph."""
    address = escape(line.address)
    link = f' <a href="{address}">{address}</a>' if address else ""
    return f"<p>{escape(line.words)}{link}</p>"


def _plain(book: Book, renderer: Renderer, say: Messages, lines: tuple[CreditLine, ...]) -> str:
    text = article_lines(book, renderer, say, has_address=renderer.tracker.library.settings.has_address)
    return "\n".join([*text, "", *(line.text for line in lines)]) + "\n"
