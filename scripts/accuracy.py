"""How quiet and how sharp the rules on pairs are: their figures on the test data, beside pofilter's on the same.

    python scripts/accuracy.py

prints a Markdown table: of each rule, how many of the faults seeded for it it found, and how often it spoke on correct
pairs. `tests/cases/pairs` has the data: correct pairs, and the same with one fault each.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tlumach.checks.pairs import check_pairs
from tlumach.checks.translations import check_freshness
from tlumach.languages.spelling import speller
from tlumach.library import Library
from tlumach.library.pages import parse_page
from tlumach.problems import Code, Level
from tlumach.settings import Settings
from tlumach.tracking import Tracker

DATA = Path(__file__).resolve().parent.parent / "tests" / "cases" / "pairs"
SOURCE, TARGETS = "ru", ("uk", "en")
PARTS = {"own": "", "held out": "-held-out", "fresh": "-fresh", "second": "-second"}
"""The parts of the data: what the rules were made with, what they were then tried on, and what was written by somebody
who had seen neither rules nor data, and correct pairs alone by another; each was used to mend the rules after its first look."""
FIRST_LOOK = {
    "fresh": "56 of the 190 correct pairs flagged, 24 of them as errors; 174 of the 180 faults found by the rules meant",
    "second": "29 of the 285 correct pairs flagged, 7 of them as errors; there are no faulty ones",
}
"""What came of data before any rule was mended for it."""
FAMILIES: Mapping[str, frozenset[str]] = {
    "structure": frozenset({"structure", "footnotes", "links"}),
    "link": frozenset({"links", "footnotes"}),
    "number": frozenset({"numbers"}),
    "marks": frozenset({"quotation-marks", "brackets", "apostrophe", "dashes"}),
    "spacing": frozenset({"doubled", "space-before-punctuation", "no-break-space"}),
}
"""The rules of each family of faults, where data name a family and not a rule (a footnote mark lost is one of structure)."""
OF_TERMS = "names"
"""The faults that the rules on terms find, with the glossary; they have data of their own."""
LACKING = ["structure", "untranslated"]
"""The rules that data name where a block has no translation, of which `missing-block` tells."""
MEANT: Mapping[str, frozenset[str]] = {
    "structure": frozenset({"newlines", "startpunc", "xmltags", "pythonbraceformat"}),
    "links": frozenset({"urls", "filepaths"}),
    "footnotes": frozenset({"variables", "brackets"}),
    "letters": frozenset({"validchars"}),
    "untranslated": frozenset({"untranslated", "unchanged", "blank"}),
    "numbers": frozenset({"numbers"}),
    "quotation-marks": frozenset({"doublequoting", "singlequoting"}),
    "brackets": frozenset({"brackets"}),
    "apostrophe": frozenset({"singlequoting"}),
    "doubled": frozenset({"doublewords", "doublespacing"}),
    "space-before-punctuation": frozenset({"puncspacing", "endpunc"}),
    "no-break-space": frozenset({"puncspacing"}),
    "length": frozenset({"long", "short", "sentencecount"}),
    "spelling": frozenset({"spellcheck"}),
}
"""The filters of pofilter that are nearest to each of our rules."""


class Case(NamedTuple):
    """A pair of texts: correct (no rule), or with a fault that a rule is meant to find."""

    id: str
    language: str
    source: str
    target: str
    rule: str


class Found(NamedTuple):
    """What was found in a case: the codes of all findings, and of those that are errors."""

    codes: frozenset[str]
    errors: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Figures:
    """What came of the cases: faults and those found by the rule meant (by rule), correct pairs flagged, by rule and in all."""

    faults: Counter[str]
    found: Counter[str]
    by_any: int
    alarms: Counter[str]
    correct: int
    flagged: int
    errors: int

    @property
    def recall(self) -> float:
        """The share of the faults that the rule meant for them found; all of none."""
        faults = sum(self.faults.values())
        return sum(self.found.values()) / faults if faults else 1.0


def cases(part: str) -> list[Case]:
    """Return the cases of a part of the data, correct ones first, without the faults that other rules are meant for."""
    found = []
    for kind in ("correct", "faulty"):
        for language in TARGETS:
            entries = yaml.safe_load(
                (DATA / f"{SOURCE}-{language}-{kind}{PARTS[part]}.yml").read_text(encoding="utf-8")
            )
            found += [_case(entry, language) for entry in entries if entry.get("rule") != OF_TERMS]
    return found


def findings(chosen: Sequence[Case]) -> list[Found]:
    """Return what our rules find in each case; each is a page of its own, run as `tlumach check` runs it."""
    names = [f"p{at:05}.md" for at in range(len(chosen))]
    pages = {}
    for name, case in zip(names, chosen, strict=True):
        pages[SOURCE, name] = parse_page(case.source, SOURCE, name)[0]
        pages[case.language, name] = parse_page(case.target, case.language, name)[0]
    languages = (SOURCE, *TARGETS)
    settings = Settings(
        languages, "https://tlumach.example/", dict.fromkeys(languages, ""), dict.fromkeys(languages, "")
    )
    problems: dict[str, list[tuple[str, Level]]] = {name: [] for name in [*names, "mkdocs.yml"]}
    tracker = Tracker(Library(settings, pages))
    for problem in [*check_pairs(tracker, words=True), *check_freshness(tracker)]:
        codes = {Code.MISSING_BLOCK: LACKING}.get(problem.code, [problem.code])
        if problem.code is not Code.UNCONFIRMED_BLOCKS:  # no pair of the data has a record
            problems[problem.path.rpartition("/")[2]] += [(code, problem.level) for code in codes]
    return [_found(problems[name]) for name in names]


def pofilters(chosen: Sequence[Case]) -> list[Found]:
    """Return what pofilter's standard checker finds in each case."""
    from translate.filters.checks import CheckerConfig, StandardChecker
    from translate.storage.po import pounit

    checkers = {language: StandardChecker(CheckerConfig(targetlanguage=language)) for language in TARGETS}
    found = []
    for case in chosen:
        unit: Any = pounit(case.source)
        unit.target = case.target
        found.append(Found(frozenset(checkers[case.language].run_filters(unit))))
    return found


def figures(
    chosen: Sequence[Case], found: Sequence[Found], meant: Mapping[str, frozenset[str]] | None = None
) -> Figures:
    """Return the figures of what was found; ``meant`` has, by our rule, the codes that count for it (the rule's own by default)."""
    pairs = list(zip(chosen, found, strict=True))
    counting = {case.rule: _counting(case.rule, meant) for case in chosen}
    faulty = [(case, each) for case, each in pairs if case.rule]
    correct = [each for case, each in pairs if not case.rule]
    hits = [case.rule for case, each in faulty if each.codes & counting[case.rule]]
    return Figures(
        faults=Counter(case.rule for case, _ in faulty),
        found=Counter(hits),
        by_any=sum(bool(each.codes) for _, each in faulty),
        alarms=Counter(code for each in correct for code in each.codes),
        correct=len(correct),
        flagged=sum(bool(each.codes) for each in correct),
        errors=sum(bool(each.errors) for each in correct),
    )


def _counting(rule: str, meant: Mapping[str, frozenset[str]] | None) -> frozenset[str]:
    """Return the codes that count for a rule or a family."""
    own = FAMILIES.get(rule, frozenset({rule}))
    return own if meant is None else frozenset().union(*(meant.get(code, frozenset()) for code in own))


def rows(ours: Figures) -> list[str]:
    """Return what is shown of each rule, and of all, as the beginnings of the rows of a table."""
    shown = []
    for rule in sorted(ours.faults):
        alarms = f"{sum(ours.alarms[code] for code in _counting(rule, None))} of {ours.correct}"
        shown.append(f"| {rule} | {ours.faults[rule]} | {ours.found[rule]} | {alarms} |")
    total, found = sum(ours.faults.values()), sum(ours.found.values())
    flagged = f"{ours.flagged} of {ours.correct} ({ours.errors} as errors)"
    return [*shown, f"| **all** | {total} | {found} ({ours.recall:.1%}) | {flagged} |"]


def table(ours: Figures, theirs: Figures) -> str:
    """Return the figures of both as a Markdown table."""
    nearest = [str(theirs.found[rule]) for rule in sorted(ours.faults)]
    nearest.append(f"{sum(theirs.found.values())} ({theirs.recall:.1%})")
    lines = [
        "| rule | faults | found | false alarms | found by the filter of pofilter that is nearest |",
        "| --- | ---: | ---: | ---: | ---: |",
        *(f"{row} {other} |" for row, other in zip(rows(ours), nearest, strict=True)),
        "",
        f"pofilter flags {theirs.flagged} of the {theirs.correct} correct pairs ({theirs.flagged / max(theirs.correct, 1):.0%}), "
        f"and {theirs.by_any} of the {sum(ours.faults.values())} faulty ones with any of its filters; "
        f"Tlumach {ours.flagged} and {ours.by_any}.",
    ]
    return "\n".join(lines)


def main(parts: Iterable[str] = PARTS) -> None:
    """Print the tables of the parts of the data."""
    for language in (SOURCE, *TARGETS):
        if speller(language) is None:
            print(f"There is no dictionary of {language} here: spelling is not counted right.\n")
    for part in parts:
        chosen = cases(part)
        print(f"## Data: {part}\n")
        if part in FIRST_LOOK:
            print(f"First look: {FIRST_LOOK[part]}.\n")
        print(table(figures(chosen, findings(chosen)), figures(chosen, pofilters(chosen), MEANT)), end="\n\n")


def _case(entry: Mapping[str, str], language: str) -> Case:
    return Case(
        entry["id"], language, entry["source"], entry["target"], entry.get("rule") or entry.get("rule_family", "")
    )


def _found(problems: Sequence[tuple[str, Level]]) -> Found:
    errors = frozenset(code for code, level in problems if level is Level.ERROR)
    return Found(frozenset(code for code, _ in problems), errors)


if __name__ == "__main__":
    main()
