"""Notes of a translator, marked as such: readers are told whose they are, and the source cannot have them."""

import re

from tlumach.blocks import Block

_OF = r"(?:(?:прим(?:ечани[ея]|\.|ітк[аи])?|замечани[ея]|заувага|заўвага|ескертпе|від|от)\W{1,4}){0,2}"
_MARKED = re.compile(
    rf"{_OF}(?:перев(?:одчик(?:а|ов)?|\.)|пер\.|переклад(?:ача|ачів|\.)|перакладчыка|аудармашы\w*)(?![^\W_])"
    r"|(?:translator|editor)[’']?s?[’']? notes?|t/?n:|anm(?:erkung|\.) d(?:e[rs]|\.) (?:übers|red)\w*"
    r"|note d[ue] (?:la )?(?:traduct|rédact)\w+|n\.\s?d\.\s?[tr]\b|nota del? (?:la )?traduct\w+|przyp(?:is|\.) (?:tłum|red)\w*"
    r"|çevirmen\w* notu",
    re.IGNORECASE,
)
"""How Russian, Ukrainian, Belarusian, Kazakh, English, German, French, Spanish, Polish and Turkish publishers mark such a note."""
_BEFORE = re.compile(r"[\W_]*(?:(?:note|info|tip|warning|warn|danger|caution|example|quote)\b[\W_]*)?")
"""Marks of quotations, boxes and emphasis, and the kind of a box."""
_AT_THE_END = re.compile(r"[(\[][^()\[\]]{0,40}\Z")


def is_note(block: Block) -> bool:
    """Tell whether a block begins with what marks it as a translator's or an editor's note, or ends with it in brackets."""
    text = block.text.strip()
    start = _BEFORE.match(text)
    end = _AT_THE_END.search(text.rstrip(" *_)].") + ".")
    return bool(_MARKED.match(text, start.end() if start else 0) or (end and _MARKED.search(end[0])))
