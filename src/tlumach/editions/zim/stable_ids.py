"""The same bytes for the same ZIM: libzim and Xapian give each file ids made by chance, and let nobody choose them.

The places of the ids are those of the ZIM format (https://wiki.openzim.org/wiki/ZIM_file_format: the id in the header,
the MD5 sum at the end) and of Xapian's glass databases (the id in their version block), of which a ZIM holds one for
titles and one for the full text.
"""

import hashlib
import struct

_ID = 16
_ZIM_MAGIC = 0x044D495A
_ID_IN_HEADER = 8
_SUM_POSITION_IN_HEADER = 72
_GLASS = b"\x0f\x0dXapian Glass"
_ID_IN_GLASS = len(_GLASS) + 2  # the magic, then the version in two bytes


def with_fixed_ids(content: bytes, seed: bytes) -> bytes:
    """Return a ZIM file with ids made from ``seed``, and its sum set right. Raises ValueError where it is no such file."""
    end = _sum_position(content)
    made = bytearray(content)
    made[_ID_IN_HEADER : _ID_IN_HEADER + _ID] = _id(seed, 0)
    at = made.find(_GLASS)
    number = 0
    while at >= 0:
        number += 1
        made[at + _ID_IN_GLASS : at + _ID_IN_GLASS + _ID] = _id(seed, number)
        at = made.find(_GLASS, at + 1)
    made[end:] = hashlib.md5(made[:end], usedforsecurity=False).digest()
    return bytes(made)


def _sum_position(content: bytes) -> int:
    if len(content) < _SUM_POSITION_IN_HEADER + 8 or struct.unpack_from("<I", content)[0] != _ZIM_MAGIC:
        raise ValueError("not a ZIM file")
    end = int(struct.unpack_from("<Q", content, _SUM_POSITION_IN_HEADER)[0])
    if len(content) != end + _ID:
        raise ValueError("a ZIM file ends with its sum")
    return end


def _id(seed: bytes, number: int) -> bytes:
    """Return an id (UUID version 8, RFC 9562: made in our own way)."""
    made = bytearray(hashlib.sha256(seed + bytes([number])).digest()[:_ID])
    made[6] = made[6] & 0x0F | 0x80
    made[8] = made[8] & 0x3F | 0x80
    return bytes(made)
