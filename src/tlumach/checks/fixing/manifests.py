"""Signed manifests that a pasted text carries in characters that nobody sees (C2PA 2.3, A.7): kept when they are taken out.

They stand beside the given text, which is published nowhere: the manifest itself (`….c2pa`), as other programs read it, and
what it says, as text. That nobody has changed the text since, or who signed, is not verified.
"""

import hashlib
import json
from collections.abc import Iterator

from tlumach.checks.fixing.cbor import CborError, read_cbor
from tlumach.languages.invisible import invisible, manifest
from tlumach.library.pages import Page

_DEPTH = 20
_HEAD = "The C2PA manifest that stood in {file} in characters that nobody sees. Nothing of it was verified.\n\n"


def kept_manifests(page: Page, text: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files, with their names, that keep the manifests of a page which another text of it has no more."""
    left = set(manifests_in(text))
    for found in dict.fromkeys(manifests_in(page.text)):
        if found not in left:
            name = f"{_beside(page)}.{hashlib.sha256(found).hexdigest()[:8]}.c2pa"
            yield name, found
            said = _HEAD.format(file=page.file) + "".join(f"{line}\n" for line in said_by(found))
            yield f"{name}.txt", said.encode()


def manifests_in(text: str) -> Iterator[bytes]:
    """Yield the manifests of a text: each is a run of invisible characters of its own."""
    run, end = "", -1
    for each in invisible(text):
        if each.place != end:
            yield from _manifest(run)
            run = ""
        run, end = run + each.characters, each.place + len(each.characters)
    yield from _manifest(run)


def said_by(content: bytes, depth: int = 0) -> Iterator[str]:
    """Yield what the boxes of a manifest say (JUMBF, ISO 19566-5), a line each, the inner ones set in."""
    label = ""
    for kind, inner in _boxes(content):
        margin = "  " * depth
        if kind == b"jumb" and depth < _DEPTH:
            yield from said_by(inner, depth)
        elif kind == b"jumd":
            label = _label(inner)
            yield f"{margin}{label}"
            depth += 1
        elif kind == b"json":
            yield f"{margin}{inner.decode(errors='replace')}"
        elif kind == b"cbor":
            yield f"{margin}{_from_cbor(inner)}"
        else:
            yield f"{margin}{len(inner)} bytes ({kind.decode('ascii', 'replace').strip()})"


def _manifest(run: str) -> Iterator[bytes]:
    if found := manifest(run):
        yield found


def _beside(page: Page) -> str:
    given = page.meta.get("source_text")
    return (
        given
        if isinstance(given, str) and given.strip()
        else f"sources/{page.path.removesuffix('.md')}.{page.language}"
    )


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(content):
        size, kind, head = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8], 8
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        size = size or len(content) - at  # 0: to the end
        if size < head:
            return
        yield kind, content[at + head : at + size]
        at += size


def _label(description: bytes) -> str:
    """Return the label of a box: it follows 16 bytes of its type and one of toggles, and ends at a zero."""
    has_label = len(description) > 17 and description[16] & 2
    return description[17:].split(b"\0", 1)[0].decode(errors="replace") if has_label else "(no label)"


def _from_cbor(content: bytes) -> str:
    try:
        return json.dumps(read_cbor(content), ensure_ascii=False)
    except (CborError, ValueError, RecursionError) as error:
        return f"{len(content)} bytes that cannot be read ({error})"
