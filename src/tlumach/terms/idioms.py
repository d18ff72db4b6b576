"""Phrases in which a word that may be a term is another word: “arms” are limbs there, or a crest."""

from collections.abc import Mapping

_ON_STAGE = ("фильма", "сериала", "спектакля", "пьесы", "оперы", "балета", "мюзикла", "песни", "альбома", "клипа")
_ON_STAGE_UK = ("фільму", "серіалу", "вистави", "п'єси", "опери", "балету", "мюзиклу", "пісні", "альбому", "кліпу")
_POSES = ("in", "into", "from", "folded", "crossed", "raised", "waved", "opened", "spread", "stretched", "outstretched")
IDIOMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "ru": {"премьер": tuple(f"премьера {work}" for work in _ON_STAGE)},
    "uk": {"прем'єр": tuple(f"прем'єра {work}" for work in _ON_STAGE_UK)},
    "en": {
        "arms": (
            "coat of arms", "open arms", "up in arms", "arm in arm", "arms and legs", "arms around",
            "arms round", "arms folded", "arms crossed", "arms outstretched", "arms raised", "arms aloft",
            "arms akimbo", "brothers in arms", "comrades in arms",
            *(f"{pose} {whose} arms" for pose in _POSES for whose in ("his", "her", "their", "my", "your", "our")),
        )
    },
}  # fmt: skip
"""For each language and word: the phrases in which it is no term, in their dictionary form."""
