"""How right the rules on pairs are on text that nobody here wrote: what they find, and a sample of it to be read.

    python scripts/precision.py FOLDER... [--half report] [--sample FILE --each 20 --seed 15] [--rule numbers]

Each folder holds a site with translations (`mkdocs.yml`, `docs/<language>/`). Pages fall into two halves by the digest of their
path, the same page of all languages into one: rules are mended on the half `tune`, figures are those of the half `report`.
The sample is written as YAML, each finding with its blocks and a key to give a verdict under (`scripts/verdicts.yml`).
"""

import argparse
import hashlib
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tlumach.checks.habits import habits_once
from tlumach.checks.pairs.findings import PairFindings, of_translation
from tlumach.checks.pairs.knowledge import knowledge_of
from tlumach.checks.pairs.pair import Knowledge
from tlumach.checks.pairs.pairing import Sides, aligned_pairs
from tlumach.checks.pairs.spelling.once import each_once
from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.problems import Code, Level, Problem
from tlumach.tracking import Tracked, Tracker

HALVES = ("tune", "report")


class RealFinding(NamedTuple):
    """A finding of a rule on a real page: in which site and language, the blocks that it is about, and how bad it is."""

    site: str
    language: str
    path: str
    line: int
    block: str
    rule: str
    level: Level
    message: str
    source: str
    target: str

    @property
    def key(self) -> str:
        """What a verdict is kept under: a digest of the rule, what it says, and both texts."""
        return digest(self.rule, self.message, self.source, self.target)[:12]

    @property
    def place(self) -> tuple[str, str, str, str]:
        """The block that is flagged."""
        return self.site, self.language, self.path, self.block


class Measured(NamedTuple):
    """What was found in how many block pairs."""

    pairs: int
    findings: list[RealFinding]

    def flagged(self, *levels: Level) -> int:
        """Count the block pairs with a finding of these levels."""
        return len({each.place for each in self.findings if each.level in levels})


def digest(*texts: str) -> str:
    """Return a digest of texts as hexadecimal digits."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def half_of(site: str, path: str) -> str:
    """Return the half that a page falls into."""
    return HALVES[int(digest(site, path)[:8], 16) % 2]


def measure(roots: Iterable[Path], halves: Sequence[str] = HALVES) -> Measured:
    """Run the rules on the pages of sites that are in one of these halves; pairs without a translation are no pairs."""
    pairs, findings = 0, list[RealFinding]()
    for root in roots:
        library, problems = read_library(root)
        if library is None:
            raise SystemExit("\n".join(map(str, problems)))
        found: dict[Problem, RealFinding] = {}
        for tracked, knowledge in pages_of(library, root.name, halves):
            pairs += sum(1 for _ in aligned_pairs(tracked, knowledge, {}))
            found |= found_in(root.name, tracked, knowledge)
        findings += _said(found, library)
    return Measured(pairs, findings)


def _said(found: Mapping[Problem, RealFinding], library: Library) -> Iterator[RealFinding]:
    """Yield what `tlumach check` says of what was found: a word that is used again and again once, a habit once."""
    languages = {page.file: page.language for page in library.pages.values()}
    places: dict[tuple[str, int, Code], list[tuple[str, RealFinding]]] = {}
    for problem, finding in found.items():
        places.setdefault((problem.path, problem.line, problem.code), []).append((problem.message, finding))
    for said in habits_once(each_once([*found], languages), library):
        for message, finding in places[said.path, said.line, said.code]:
            if said.message.startswith(message):
                yield finding._replace(level=said.level)
                break


def pages_of(library: Library, site: str, halves: Sequence[str]) -> Iterator[tuple[Tracked, Knowledge]]:
    """Yield the translated pages of a site in these halves, with what the rules know of their language."""
    tracker, known = Tracker(library), knowledge_of(library, words=True)
    for path in library.paths:
        for language in library.settings.translations:
            tracked = tracker.track(language, path) if half_of(site, path) in halves else None
            if tracked:
                yield tracked, known[language]


def found_in(site: str, tracked: Tracked, knowledge: Knowledge) -> Mapping[Problem, RealFinding]:
    """Return what the rules find on a page. A block without a partner is named by its line, and is a block of its own."""
    sides: Sides = {}
    texts = {
        tracked.ids[pair.translation]: (both.source.block.text, both.target.block.text)
        for pair, both in aligned_pairs(tracked, knowledge, sides)
        if pair.translation is not None
    }
    return {
        found.problem: _real(site, tracked, found, *texts.get(found.id, ("", "")))
        for found in of_translation(tracked, knowledge, sides)
    }


def _real(site: str, tracked: Tracked, found: PairFindings, source: str, target: str) -> RealFinding:
    page, problem = tracked.page, found.problem
    block = found.id or f"line {problem.line}"
    place = (site, page.language, page.path, problem.line, block)
    return RealFinding(*place, problem.code, problem.level, problem.message, source, target)


def table(measured: Measured) -> str:
    """Return the figures by rule, and the share of block pairs that are flagged, as Markdown."""
    rows = ["| rule | level | findings | block pairs |", "| --- | --- | ---: | ---: |"]
    counts = Counter((each.rule, each.level) for each in measured.findings)
    for (rule, level), count in counts.most_common():
        some = {each.place for each in measured.findings if (each.rule, each.level) == (rule, level)}
        rows.append(f"| {rule} | {level.value} | {count} | {len(some)} |")
    pairs, errors, loud = (
        measured.pairs or 1,
        measured.flagged(Level.ERROR),
        measured.flagged(Level.ERROR, Level.WARNING),
    )
    shares = f"flagged as errors {errors} ({errors / pairs:.1%}), as errors or warnings {loud} ({loud / pairs:.1%})"
    rows += ["", f"{measured.pairs} block pairs; {shares}."]
    return "\n".join(rows)


def sample(findings: Sequence[RealFinding], each: int, seed: int) -> list[RealFinding]:
    """Return up to so many findings of each rule, the same ones for the same findings and seed."""
    rules: dict[str, list[RealFinding]] = {}
    for finding in sorted(findings, key=lambda one: one.key):
        rules.setdefault(finding.rule, []).append(finding)
    chance = random.Random(seed)
    return [one for _, some in sorted(rules.items()) for one in chance.sample(some, min(each, len(some)))]


def as_yaml(findings: Sequence[RealFinding]) -> str:
    """Return findings to be read."""
    rows: list[dict[str, Any]] = [
        {"key": one.key, "rule": str(one.rule), "level": one.level.value,
         "where": f"{one.site}/{one.language}/{one.path}:{one.line}", "says": one.message,
         "source": one.source, "target": one.target}
        for one in findings
    ]  # fmt: skip
    return yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=140)


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--half", action="append", choices=HALVES)
    parser.add_argument("--rule", action="append")
    parser.add_argument("--sample", type=Path)
    parser.add_argument("--each", type=int, default=20)
    parser.add_argument("--seed", type=int, default=15)
    given = parser.parse_args()
    measured = measure(given.folders, given.half or HALVES)
    print(table(measured))
    if given.sample:
        chosen = [each for each in measured.findings if not given.rule or each.rule in given.rule]
        given.sample.write_text(as_yaml(sample(chosen, given.each, given.seed)), encoding="utf-8")


if __name__ == "__main__":
    main()
