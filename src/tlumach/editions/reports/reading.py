"""Reading a report that came back through mail or a messenger: folded, quoted, with other signs than it was sent with, or cut.

Its parts are found by their labels alone, in whatever language and however they are folded; spaces mean nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tlumach.editions.reports.dense import Dense, Found, labels_of, parts
from tlumach.editions.reports.labels import Label, labels_in
from tlumach.editions.reports.wording import HASH_DIGITS, letters
from tlumach.languages.messages import Messages
from tlumach.problems import Code, Problem

_DAY = re.compile(r"\d{4}\D\d\d\D\d\d")
_HASH = rf"[0-9a-fA-F]{{{HASH_DIGITS}}}"
_PLACE = re.compile(rf"(.*?)(?:/({_HASH}))?(?:/({_HASH}))?")
_CODE = re.compile(rf"({_HASH})(?:\+({_HASH}))?")
"""What stands in the list of a book; the words beside it may come with it."""
_TYPED = str.maketrans("\u0430\u0441\u0435\u043eol\u0410\u0421\u0415\u0412\u041eO", "ace001ACEB00")
"""What a reader may type in the place of a code's letters and digits: Cyrillic ones that look the same, o for 0, l for 1."""
_ADDRESS = re.compile(r"[^<>()\s]+")


@dataclass(frozen=True)
class Said:
    """A wording as it came back; it is the same where its letters are."""

    text: str = field(compare=False)
    letters: str

    @classmethod
    def of(cls, text: str) -> "Said":
        """Take a text as it came."""
        return cls(" ".join(text.split()), letters(text))


@dataclass(frozen=True)
class Report:
    """What a report says. ``own`` and ``original`` are the short hashes of the wordings (empty: it has none).

    ``words`` is the language of its labels, which the reader reads, ``language`` that of the paragraph; ``line`` where it begins.
    """

    line: int = field(compare=False)
    words: str
    page: str
    block: str
    own: str
    original: str
    day: str
    language: str
    text: Said
    source: Said
    remark: Said


def read_reports(text: str, file: str, words: Iterable[Messages]) -> tuple[list[Report], list[Problem]]:
    """Read the reports in a text, in whichever of these languages' words; one that is not whole, or none at all, is a problem."""
    dense = Dense(text)
    found = list(parts(list(labels_of(dense.text, labels_in(words)))))
    if not found:
        return [], [Problem(file, 1, Code.REPORT, _NONE)]
    reports, problems = list[Report](), list[Problem]()
    for labels, end in found:
        report = _report(dense, labels, end)
        if isinstance(report, Report):
            reports.append(report)
        else:
            problems.append(Problem(file, dense.line(labels[0].start), Code.REPORT, report))
    return list(dict.fromkeys(reports)), problems


_NONE = "there is no report in it: no line that begins with [Page] in any language. Ask the reader to copy it whole."
_CUT = "the report was cut on its way: it has no [{label}]. Ask the reader to send it again, whole."


def _report(text: Dense, labels: Sequence[Found], end: int | None) -> Report | str:
    """Return a report, or what it lacks as a sentence."""
    ends = [*(each.start for each in labels[1:]), len(text.text) if end is None else end]
    values = {each.label: text.between(each.end, stop) for each, stop in zip(labels, ends, strict=True)}
    dense = {each.label: text.text[each.end : stop] for each, stop in zip(labels, ends, strict=True)}
    block, own, original = _place(dense.get(Label.PARAGRAPH, ""), bool(dense.get(Label.TEXT)))
    if lacking := _lacking(dense, own):
        return _CUT.format(label=lacking.capitalize())
    day, address = _DAY.search(dense.get(Label.VERSION, "")), _ADDRESS.search(dense[Label.PAGE])
    text_, source, remark = (Said.of(values.get(each, "")) for each in (Label.TEXT, Label.ORIGINAL, Label.REMARK))
    language = re.sub(r"[^A-Za-z0-9-]", "-", dense[Label.LANGUAGE])
    return Report(
        text.line(labels[0].start),
        _spoken(labels, language),
        address[0] if address else "",
        block,
        own,
        original,
        re.sub(r"\D", "-", day[0]) if day else "",
        language,
        text_,
        source,
        remark,
    )


def code_of(hashes: Sequence[str]) -> str:
    """Return the code of a paragraph in the list of a book: its short hash and, after a plus, that of its original."""
    return "+".join(hashes)


def _place(said: str, has_text: bool) -> tuple[str, str, str]:
    """Return a block's id and the two short hashes, of which either may be lacking.

    With its text a paragraph needs no code: then what looks like one is an id.
    """
    match = _PLACE.fullmatch(said.removeprefix("#"))
    if match and match[2]:
        return match[1], match[2].lower(), (match[3] or "").lower()
    code = None if has_text else _CODE.match(said.translate(_TYPED))
    return ("", code[1].lower(), (code[2] or "").lower()) if code else (said.removeprefix("#"), "", "")


def _lacking(dense: Mapping[Label, str], own: str) -> Label | None:
    """Return the first part that a report lacks; what a paragraph says may be left to its hash, and its id to what it says."""
    if not own and not dense.get(Label.TEXT):
        return Label.TEXT if dense.get(Label.PARAGRAPH) else Label.PARAGRAPH
    if needed := next((each for each in (Label.PAGE, Label.LANGUAGE) if not dense.get(each)), None):
        return needed
    return None if Label.REMARK in dense else Label.REMARK


def _spoken(labels: Sequence[Found], language: str) -> str:
    """Return the language of the labels: that of most of them and, where several have as many, that of the paragraph."""
    counts: dict[str, int] = {}
    for each in labels:
        for code in each.languages:
            counts[code] = counts.get(code, 0) + 1
    return max(sorted(counts), key=lambda code: (counts[code], code == language))
