"""The chapter of an EPUB from which a reader reports a mistake: lines to fill in, and the code of each paragraph, which leads to it."""

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from tlumach.editions.epub.drafts import chapter_root
from tlumach.editions.reports.in_books import coded, form, how
from tlumach.editions.shared.book import Book, Destination
from tlumach.editions.shared.page_elements import Renderer
from tlumach.languages.messages import Messages


def report_chapter(book: Book, renderer: Renderer, say: Messages, address: Callable[[Destination], str]) -> Element:
    """Return the chapter; ``address`` says where in the book a paragraph stands.

    Lines and codes are one element, which has the version: whoever compares two copies leaves it out.
    """
    root = chapter_root()
    SubElement(root, "h1").text = say("report.title")
    SubElement(root, "p").text = how(say)
    lines = SubElement(root, "pre", {"class": "report"})
    lines.text = "\n".join([*form(book, renderer.tracker, say), "", ""])
    for each in coded(book, renderer):
        link = SubElement(lines, "a", {"href": address(Destination(book.language, each.page.path, each.id))})
        link.text, link.tail = each.code, f": {each.beginning}\n"
    return root
