"""Whether a word that may be another word too is the term where it stands, as far as its neighbours say."""

from tlumach.terms.agreement import possible
from tlumach.terms.forms import Form, FormWord
from tlumach.terms.surroundings import Surroundings


def is_meant(place: Surroundings, form: Form) -> bool:
    """Tell whether a word that may be another word too is the term here, as far as its neighbours say."""
    if form.is_surname and _is_namesake(place, form.words[0]):
        return False
    return (
        _can_be(place, form.words[0])
        and not _is_part_of_name(place, form)
        and not _is_common_word(place, form.words[0])
    )


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
    return before is None or bool(
        form_word.matching(possible(matching + others, before, place.after(), place.language))
    )


def _is_common_word(place: Surroundings, name: FormWord) -> bool:
    """Tell whether only its capital, which it has from the sentence, makes a word a name: «Маску надели»."""
    if place.words[place.index].text.lower() not in name.endings or not place.begins_sentence(place.index):
        return False
    readings = place.readings(place.index)
    return not name.matching(readings) and any(each.is_known and not each.is_surname for each in readings)


def _is_part_of_name(place: Surroundings, form: Form) -> bool:
    """Tell whether a common noun stands in the middle of a name, as its capital and its neighbour's say: “Small Arms Survey”."""
    if form.is_name or form.is_abbreviation or not _is_title(place.words[place.index].text):
        return False
    if place.begins_sentence(place.index) or not place.is_after_word():
        return False
    if _is_title(place.words[place.index - 1].text) and not place.begins_sentence(place.index - 1):
        return True
    following = place.words[place.index + 1].text if place.after() else ""
    return place.language == "en" and _is_title(following) and following != "No"


def _is_title(word: str) -> bool:
    return word[:1].isupper() and not word[1:].isupper()
