"""The term base as TBX-Basic, version 3 (ISO 30042:2019).

In the style "data category as attribute" (DCA), not "as tag" (DCT): it has one namespace and one grammar, is what
version 2 had, so that a reader of that needs new names only, and is the style in which other programs write.
"""

from collections.abc import Sequence

from tlumach.editions.termbase.concepts import Concept
from tlumach.editions.termbase.tbx import Vocabulary, to_tbx
from tlumach.settings import Settings

TBX = Vocabulary(
    root="tbx",
    header="tbxHeader",
    concept="conceptEntry",
    language="langSec",
    designation="termSec",
    attributes={"xmlns": "urn:iso:std:iso:30042:ed-2", "type": "TBX-Basic", "style": "dca"},
)


def to_tbx3(concepts: Sequence[Concept], settings: Settings) -> bytes:
    """Return the concepts (at least one) as a TBX-Basic 3 document, in UTF-8; the same concepts give the same bytes."""
    return to_tbx(concepts, settings, TBX)
