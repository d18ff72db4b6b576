"""The former paths of a page, as its front matter in the source language has them: `redirect_from`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tlumach.front_matter import split_front_matter
from tlumach.library import Library

REDIRECT_FROM = "redirect_from"
"""A list of paths as they were, such as `story/index.md`: what MkDocs and Jekyll sites call their redirects."""
_KEY = re.compile(rf"^{REDIRECT_FROM}[ \t]*:[^\n]*\n(?:[ \t]*-[ \t][^\n]*\n|[ \t]+[^\n]*\n)*", re.MULTILINE)


def former_paths(meta: Mapping[str, Any]) -> list[str]:
    """Return the paths that a front matter says its page once had; what is no text is passed over."""
    value = meta.get(REDIRECT_FROM)
    found: Sequence[Any] = value if isinstance(value, list) else []
    return [path for path in found if isinstance(path, str) and path.endswith(".md")]


def redirects(library: Library) -> Iterator[tuple[str, str]]:
    """Yield each former path with that of the page which is there in its stead; none at which there is a page again."""
    for page in library.origins():
        for path in former_paths(page.meta):
            if path not in library.paths:
                yield path, page.path


def with_former_paths(text: str, paths: Sequence[str]) -> str:
    """Return the text of a page whose front matter says that it once had these paths; without any, it says nothing of it."""
    end = "\r\n" if "\r\n" in text.partition("\n")[0] + "\n" else "\n"
    front, _ = split_front_matter(text, "")
    head, body = front.text, text[front.length :]
    lines = "".join(f"  - {path}{end}" for path in paths)
    said = f"{REDIRECT_FROM}:{end}{lines}" if paths else ""
    if not head:
        return f"---{end}{said}---{end}{body}" if said else text
    if _KEY.search(head):
        return _KEY.sub(lambda _: said, head, count=1) + body
    closing = re.search(r"(?m)^(?:---|\.\.\.)[ \t]*\r?\n?\Z", head)
    at = closing.start() if closing else len(head)
    return head[:at] + said + head[at:] + body
