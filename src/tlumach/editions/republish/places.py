"""Where in the site lies what a text is republished from."""

from tlumach.editions.shared.book import file_name

FOLDER = "reuse"
"""The folder of the site. What lies there says what other pages say: no search finds it."""


def folder_of(explainer: str) -> str:
    """Return the folder of an explainer (the path of its first page), with a slash."""
    return f"{FOLDER}/{file_name(explainer, '', '').removesuffix('.')}/"


def offer_place(explainer: str, language: str) -> str:
    """Return the page that offers the text to those who want to publish it."""
    return f"{folder_of(explainer)}{language}.html"


def article_file(explainer: str, path: str, language: str, extension: str) -> str:
    """Return the name of a page's file: that of the explainer for its text, and the page's own after it for another page."""
    as_index = path if path == explainer else f"{path.removesuffix('.md')}/index.md"
    return file_name(as_index, language, extension)


def is_offered(path: str) -> bool:
    """Tell whether a file of the site is one of these."""
    return path.startswith(f"{FOLDER}/")
