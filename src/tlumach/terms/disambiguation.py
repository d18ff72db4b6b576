"""Whether a word that may be another word too is the term where it stands, as far as its neighbours say.

With it stand the phrases in which a word that may be a term is another word: “arms” are limbs there, or a crest.
"""

from collections.abc import Mapping

from tlumach.terms.agreement import possible
from tlumach.terms.forms import Form, FormWord
from tlumach.terms.openings import opening
from tlumach.terms.surroundings import Surroundings

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


def is_meant(place: Surroundings, form: Form) -> bool:
    """Tell whether a word that may be another word too is the term here, as far as its neighbours say."""
    if form.is_surname and _is_namesake(place, form.words[0]):
        return False
    return _can_be(place, form.words[0]) and not _is_common_word(place, form.words[0])


def _is_namesake(place: Surroundings, surname: FormWord) -> bool:
    """Tell whether another first name stands before a surname: were it the right one, the full name would be found."""
    if not place.is_after_word():
        return False
    first_names = place.readings(place.index - 1)
    if not place.words[place.index - 1].text[0].isupper() or not all(each.is_first_name for each in first_names):
        return False
    cases = {each.case for each in surname.matching(place.readings(place.index))}
    return not cases or any(each.case in cases for each in first_names)


def _can_be(place: Surroundings, form_word: FormWord) -> bool:
    """Tell whether the neighbours leave any reading that makes the word a form of the term's."""
    readings = place.readings(place.index)
    matching = form_word.matching(readings)
    others = tuple(each for each in readings if (each.lemma, each.kind) not in form_word.keys)
    if not matching or not others or not any(each.is_known for each in readings):
        return True  # all that is known of a word that no dictionary has is a guess
    before = place.before()
    if before is None:
        return True
    if not before and (kept := opening(matching + others, place.clause_after())):
        return bool(form_word.matching(kept))
    return bool(form_word.matching(possible(matching + others, before, place.after(), place.language)))


def _is_common_word(place: Surroundings, name: FormWord) -> bool:
    """Tell whether only its capital, which it has from the sentence, makes a word a name: «Маску надели»."""
    if place.words[place.index].text.lower() not in name.endings or not place.begins_sentence(place.index):
        return False
    readings = place.readings(place.index)
    return not name.matching(readings) and any(each.is_known and not each.is_surname for each in readings)
