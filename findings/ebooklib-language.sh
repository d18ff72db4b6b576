#!/usr/bin/env bash
# EbookLib: a Ukrainian book that is read and written again says `lang="en"` on every page, while its metadata goes
# on saying `uk`.
#
# Needs: python3 (3.11 or newer) and pip. Package: EbookLib 0.20.
#
# What happens: the language of a chapter's file is not read. When a chapter is written, the root element is made
# anew, with the chapter's `lang` if a program has set one, else with `book.language`; and that attribute is not set
# by reading either: it has the value of a new book, "en". The `dc:language` of the package is kept as it was, so
# that a program that looks there sees nothing. In a book in three languages all three chapters become English.
# `lang` on elements within the body stays.
#
# Where it comes from: ebooklib/epub.py (EpubBook.reset: `language = "en"`; EpubReader; EpubHtml.get_content). That
# links to style sheets and titles in the head are lost in the same step is known.
#
# Why it matters here: EbookLib is what Python programs change an EPUB with, a cover or a field of the metadata.
# Afterwards a voice reads Ukrainian by English rules, words are hyphenated as English or not at all, and
# dictionaries look up the wrong language. After reading set `book.language` and each chapter's `lang`, or change
# the file without the library.
set -eu
command -v python3 >/dev/null || { echo "python3 is needed"; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check EbookLib==0.20

cat > run.py <<'P'
import re
import sys
import warnings
import zipfile
from importlib.metadata import version

from ebooklib import epub

warnings.simplefilter("ignore")
print("EbookLib", version("EbookLib"))
book = epub.EpubBook()
book.set_identifier("urn:book")
book.set_title("Зброя")
book.set_language("uk")
for language in ("uk", "ru"):
    chapter = epub.EpubHtml(title=language, file_name=f"{language}.xhtml", lang=language)
    chapter.content = f'<h1>{language}</h1><p lang="kk">қару</p>'
    book.add_item(chapter)
    book.toc.append(chapter)
book.spine = ["nav", *book.toc]
book.add_item(epub.EpubNcx())
book.add_item(epub.EpubNav())
epub.write_epub("first.epub", book)

again = epub.read_epub("first.epub")
for number, entry in enumerate(again.toc):
    entry.uid = f"entry-{number}"  # entries that were read have no id, which writing asks for
epub.write_epub("second.epub", again)


def languages(name):
    with zipfile.ZipFile(name) as file:
        package = file.read("EPUB/content.opf").decode()
        pages = {page: re.search(r'<html[^>]* lang="(\w+)"', file.read(f"EPUB/{page}").decode())[1] for page in ("uk.xhtml", "ru.xhtml", "nav.xhtml")}
        within = 'lang="kk"' in file.read("EPUB/uk.xhtml").decode()
    return {"dc:language": re.findall("<dc:language[^>]*>(\\w+)", package), **pages, "kk within": within}


first, second = languages("first.epub"), languages("second.epub")
print("written: ", first)
print("read and written again:", second)
wanted = {"dc:language": ["uk"], "uk.xhtml": "en", "ru.xhtml": "en", "nav.xhtml": "en", "kk within": True}
if second != wanted or first["uk.xhtml"] != "uk" or first["ru.xhtml"] != "ru":
    sys.exit(f"CHANGED: expected {wanted} after reading and writing, got {second}")
print("HOLDS: every page of the book is English after it was read and written")
P
venv/bin/python run.py
