"""Whether a capital letter makes a word a name, or comes from the place where the word stands: «в Орле», “exports to Turkey”.

A common noun has a capital at the beginning of a sentence, of a line, of a quoted sentence, and before a number
(“Decree No. 280”). Anywhere else a capital says that another thing bears that name.
"""

import re

from tlumach.languages.proper_names import is_proper_name
from tlumach.terms.forms import CLOSING_QUOTES, OPENING_QUOTES, Form, gap_key
from tlumach.terms.surroundings import Surroundings

_FEWEST_IN_SENTENCE = 4
"""Words that a quotation has at least where it is no title: «Известия», «Новая Вера»."""
_SENTENCE_ENDS = re.compile(r"[.!?…][^\w\s]*\s|\n[ \t>]*(?:[-*+|]|\d+[.)])[ \t]|\n[ \t]*\n|\|[ \t]*$")
_SHORT = frozenset({"гор", "обл", "ул", "пос", "вул", "ім", "им", "mrs", "prof", "gen", "col", "capt", "gov", "sen"})
_LONGEST_SHORT = 2
"""Letters of a word with a full stop that is rather short for another one: «в г. Орле», “J. Bush”."""
_COLON = re.compile(r":[*_\0]*\s")
_GOES_ON = re.compile(r"[*_]*[ \u00a0]\w")
_OPENED = re.compile(rf"[{OPENING_QUOTES}][*_]*$")
_BEFORE_SPEECH = re.compile(r"(?:^|[:,.!?…—–-][»”“\"’]?)[\s\0>*_]*$")
_AFTER_SPEECH = re.compile(r"\s*,|\s+[—–-]\s")
_NUMBER = re.compile(r"[ \u00a0\u202f](?:No\b|№|\d)")


def is_named_otherwise(place: Surroundings, form: Form) -> bool:
    """Tell whether the capital of a common noun says that it is no common noun here."""
    word = place.words[place.index]
    if form.is_name or form.is_abbreviation or not word.text[0].isupper():
        return False
    if len(form.words) > 1:
        return not form.is_quoted and _is_in_title(place, form)
    if word.text.isupper() and len(word.text) > 1:
        return not _is_among_capitals(place)
    if _NUMBER.match(place.text, word.end):
        return False
    if not _begins(place):
        return True
    return is_proper_name(word.text, place.language) or _is_person(place)


def _is_in_title(place: Surroundings, form: Form) -> bool:
    """Tell whether a phrase with a capital is a title or a part of one: «Красная линия», “International Law Commission”."""
    if _begins(place):
        return False
    last = place.index + len(form.words)
    is_longer = place.language == "en" and (
        (_is_joined_title(place, place.index, place.index - 1) and not place.begins_sentence(place.index - 1))
        or (last < len(place.words) and _is_joined_title(place, last, last))
    )
    return is_longer or bool(_OPENED.search(place.between(place.index)))


def _is_joined_title(place: Surroundings, gap: int, index: int) -> bool:
    word = place.words[index].text
    return gap_key(place.between(gap)) == " " and word[:1].isupper() and not word[1:].isupper()


def _begins(place: Surroundings) -> bool:
    """Tell whether the word is the first of a sentence, a line or a quoted sentence."""
    between = place.between(place.index)
    if opened := _OPENED.search(between):
        before = place.text[: place.words[place.index].start - len(opened[0])]
        return bool(_BEFORE_SPEECH.search(before)) and _is_sentence(place)
    if place.index == 0 or (_COLON.fullmatch(between) and _GOES_ON.match(place.text, place.words[place.index].end)):
        return True
    before = place.words[place.index - 1].text.lower()
    is_short = between[:1] == "." and ((before.isalpha() and len(before) <= _LONGEST_SHORT) or before in _SHORT)
    return not is_short and bool(_SENTENCE_ENDS.search(between.replace("\0", "")))


def _is_sentence(place: Surroundings) -> bool:
    """Tell whether what is quoted from this word on is a sentence, or as long as one."""
    start = place.words[place.index].start
    end = next((at for at in range(start, len(place.text)) if place.text[at] in CLOSING_QUOTES[:3]), len(place.text))
    quoted = place.text[start:end]
    count = len(quoted.split())
    is_spoken = count > 1 and _AFTER_SPEECH.match(place.text, end + 1)
    return count >= _FEWEST_IN_SENTENCE or bool(is_spoken) or quoted.rstrip()[-1:] in tuple(".!?…,")


def _is_person(place: Surroundings) -> bool:
    """Tell whether a first word is somebody's first name, as a verb or a second name after it says: «Вера пришла»."""
    if not any(each.is_first_name and each.is_known for each in place.readings(place.index)):
        return False
    following = place.words[place.index + 1].text if place.after() else ""
    return following[:1].isupper() or any(each.kind == "verb" for each in place.after())


def _is_among_capitals(place: Surroundings) -> bool:
    """Tell whether a word in capitals stands among others, so that they say nothing of it."""
    near = [each.text for each in place.words[max(0, place.index - 1) : place.index + 2]]
    others = [each for each in near if any(letter.isalpha() for letter in each) and len(each) > 1]
    return len(near) == 1 or (len(others) > 1 and all(each.isupper() for each in others))
