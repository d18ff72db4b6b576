"""What is new since a copy: a small page to read, which holds what makes the new one-file reader of the old one, to the byte."""

import base64
import hashlib
import re

from tlumach.editions.copies.comparing import are_unlike
from tlumach.editions.copies.delta import DeltaError, applied, packed_delta
from tlumach.editions.copies.reading import copy_of
from tlumach.editions.copies.update_page import update_page

_KIND = "tlumach-update 1"
_HELD = re.compile(rf"<!-- {_KIND} ([0-9a-f]{{64}}) ([0-9a-f]{{64}}) ([A-Za-z0-9+/=]+) -->")


class UpdateError(ValueError):
    """Two files of which no update can be made, or an update that cannot be applied; the words say why, for a person."""


def update_of(old: bytes, new: bytes) -> bytes:
    """Return the page that leads from one one-file reader to a newer one. Raises UpdateError where they are no two of one text."""
    then, now = copy_of(old), copy_of(new)
    if then.version is None or now.version is None:
        raise UpdateError("one of them carries no version")
    if are_unlike(then, now):
        raise UpdateError("they have little in common: they are readers of two texts")
    if old == new:
        raise UpdateError("they are the same to the byte")
    delta = base64.b64encode(packed_delta(old, new)).decode()
    held = f"<!-- {_KIND} {_sum(old)} {_sum(new)} {delta} -->"
    return update_page(then, now, held).encode()


def updated(old: bytes, update: bytes) -> bytes:
    """Return the new reader that an update makes of an old one, to the byte. Raises UpdateError; nothing else is ever made."""
    match = _HELD.search(update.decode("utf-8", "replace"))
    if not match:
        raise UpdateError("the second file is no update, or a part of it is missing")
    if _sum(old) != match[1]:
        raise UpdateError("the update belongs to another version of the file than this, or to another file")
    try:
        made = applied(old, base64.b64decode(match[3]))
    except (DeltaError, ValueError) as error:
        raise UpdateError("the update is damaged: get it again") from error
    if _sum(made) != match[2]:
        raise UpdateError("the update is damaged: get it again")
    return made


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
