"""How a text came about, in IPTC's words for machines (NewsCodes, "Digital Source Type").

schema.org has members of its own that stand for the same: programs that know one list need not know the other.
"""

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"
"""What the identifiers begin with: `http`, as IPTC writes them, though the same address answers by `https`."""
_KINDS = {
    "machine": "trainedAlgorithmicMedia",
    "machine-checked": "trainedAlgorithmicMedia",
    "machine-edited": "compositeWithTrainedAlgorithmicMedia",
}


def digital_source(made: str) -> str:
    """Return IPTC's identifier for a way of translating (one of ``MADE_BY``); empty where it has none, as for people's work."""
    return IPTC + _KINDS[made] if made in _KINDS else ""


def digital_sources(made: str) -> list[str]:
    """Return schema.org's identifier and IPTC's; nothing where there is none."""
    kind = _KINDS.get(made, "")
    return [f"https://schema.org/{kind[:1].upper()}{kind[1:]}DigitalSource", IPTC + kind] if kind else []
