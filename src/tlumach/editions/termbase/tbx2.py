"""The term base as TBX-Basic, version 2 (ISO 30042:2008, `martif`): what Weblate, OmegaT and translate-toolkit read."""

from collections.abc import Sequence

from tlumach.editions.termbase.concepts import Concept
from tlumach.editions.termbase.tbx import Vocabulary, to_tbx
from tlumach.settings import Settings

MARTIF = Vocabulary(
    root="martif",
    header="martifHeader",
    concept="termEntry",
    language="langSet",
    designation="tig",
    attributes={"type": "TBX-Basic"},
    constraints="TBXBasicXCSV02.xcs",
)


def to_tbx2(concepts: Sequence[Concept], settings: Settings) -> bytes:
    """Return the concepts (at least one) as a TBX-Basic 2 document, in UTF-8; the same concepts give the same bytes."""
    return to_tbx(concepts, settings, MARTIF)
