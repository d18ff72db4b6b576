"""Write docs-dev/accuracy.md: how right the rules on pairs are, on real pages, on planted faults and on the project's own pairs.

    python scripts/accuracy_page.py FOLDER...

Each folder holds a site with translations; findings on it that a person has read are counted in scripts/verdicts.yml.
"""

import datetime
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import accuracy
import precision
import seeded
import yaml
from translate.filters.checks import CheckerConfig, StandardChecker
from translate.storage.po import pounit

from tlumach.checks.pairs.pairing import aligned_pairs
from tlumach.library.files import read_library
from tlumach.problems import Level

ROOT = Path(__file__).resolve().parent.parent
PAGE, VERDICTS = ROOT / "docs-dev" / "accuracy.md", ROOT / "scripts" / "verdicts.yml"
FIRST_LOOKS, CAUSES = ROOT / "scripts" / "first_looks.yml", ROOT / "scripts" / "causes.yml"
EACH, SEED = 20, 15


def by_rule(measured: precision.Measured, verdicts: dict[str, Any]) -> str:
    """Return the findings by rule, and what was said of those that were read, as Markdown."""
    rows = [
        "| rule | level | findings | block pairs | read | right | what was wrong |",
        "|---|---|---:|---:|---:|---:|---|",
    ]
    counts = Counter(each.rule for each in measured.findings)
    for rule, count in counts.most_common():
        some = [each for each in measured.findings if each.rule == rule]
        said = verdicts.get(str(rule), {"read": 0, "right": 0, "why": ""})
        places = len({each.place for each in some})
        rows.append(
            f"| {rule} | {some[0].level.value} | {count} | {places} | {said['read']} | {said['right']} | {said['why']} |"
        )
    return "\n".join(rows)


def shares(measured: precision.Measured) -> str:
    """Return which share of the block pairs is flagged."""
    errors, loud = measured.flagged(Level.ERROR), measured.flagged(Level.ERROR, Level.WARNING)
    pairs = measured.pairs or 1
    at_all = f"{loud} ({loud / pairs:.1%}) as errors or warnings."
    return f"{measured.pairs} block pairs: {errors} ({errors / pairs:.1%}) flagged as errors, {at_all}"


def first_looks(looks: Sequence[dict[str, Any]]) -> str:
    """Return what was found at first sight on sets that no rule was written for, as Markdown."""
    rows = [
        "| set | block pairs | flagged as errors | read | right | what was wrong, and what came of it |",
        "|---|---:|---:|---|---|---|",
    ]
    for look in looks:
        read, right = (
            ", ".join(f"{rule} {each[name]}" for rule, each in look["rules"].items()) for name in ("read", "right")
        )
        share = f"{look['errors']} ({look['errors'] / look['pairs']:.1%})"
        rows.append(f"| {look['set']} | {look['pairs']} | {share} | {read} | {right} | {look['why']} |")
    return "\n".join(rows)


def causes(rows: Sequence[dict[str, Any]]) -> str:
    """Return, of each cause, how many new pairs were judged rightly at first look, as Markdown; now all are, or a test fails."""
    lines = [
        "| cause | right pairs | let be at first | wrong pairs | found at first | what was mended |",
        "|---|---:|---:|---:|---:|---|",
    ]
    names = ("cause", "right", "quiet", "wrong", "found", "what")
    lines += [f"| {' | '.join(str(row[name]) for name in names)} |" for row in rows]
    return "\n".join(lines)


def pofilter(roots: Sequence[Path]) -> str:
    """Return how many of the same block pairs pofilter flags."""
    pairs, flagged, filters = 0, 0, Counter[str]()
    for root in roots:
        library, _ = read_library(root)
        assert library is not None
        for tracked, knowledge in precision.pages_of(library, root.name, ["report"]):
            checker = StandardChecker(CheckerConfig(targetlanguage=tracked.page.language))
            for _, both in aligned_pairs(tracked, knowledge, {}):
                unit: Any = pounit(both.source.text)
                unit.target = both.target.text
                found = set(checker.run_filters(unit))
                pairs, flagged = pairs + 1, flagged + bool(found)
                filters.update(found)
    most = ", ".join(f"{name} {count}" for name, count in filters.most_common(6))
    share = f"{flagged} ({flagged / max(pairs, 1):.0%}) flagged; most often {most}."
    return f"pofilter of translate-toolkit, all filters, on the same {pairs} block pairs: {share}"


def own() -> str:
    """Return the figures on the project's own pairs: correct ones flagged, faults found."""
    rows = ["| pairs | correct | flagged | as errors | faults | found |", "|---|---:|---:|---:|---:|---:|"]
    for part in accuracy.PARTS:
        chosen = accuracy.cases(part)
        ours = accuracy.figures(chosen, accuracy.findings(chosen))
        rows.append(
            f"| {part} | {ours.correct} | {ours.flagged} | {ours.errors} | {sum(ours.faults.values())} | {sum(ours.found.values())} |"
        )
    return "\n".join(rows)


def page(roots: Sequence[Path]) -> str:
    """Return the page."""
    version = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()
    verdicts = yaml.safe_load(VERDICTS.read_text(encoding="utf-8"))
    measured = precision.measure(roots, ["report"])
    read, right = (sum(each[name] for each in verdicts.values()) for name in ("read", "right"))
    names = ", ".join(root.name for root in roots)
    return f"""# How right the rules on pairs are

Made by `python scripts/accuracy_page.py` on {datetime.date.today().isoformat()} at {version}. Real pages: {names}; the half
of them that no rule was mended for, but where a row says so (pages fall into halves by the digest of their path).

## On real pages

{shares(measured)} {read} findings were read, {right} of them right (`scripts/verdicts.yml`).
Counted as `tlumach check` says it: a habit (dashes, apostrophes, quotation marks, what a site has otherwise throughout) once,
a word once.
Each place by itself, 29 November: 326 block pairs (4.8%) as errors or warnings, 177 of them dashes, 118 apostrophes.

{by_rule(measured, verdicts)}

{pofilter(roots)}

## Sets that no rule was written for, at first sight

What the rules of that day said before anything was mended for the set (`scripts/first_looks.yml`).

{first_looks(yaml.safe_load(FIRST_LOOKS.read_text(encoding="utf-8")))}

## The twelve causes, in new words

Pairs of each cause that no rule was written with (`scripts/causes.yml`); now all are judged rightly (`tests/cases/causes`). Of terms
62 new sentences and of sorting 12 new lists (`tests/cases/terms/further.yml`, `tests/unit/languages/test_collation.py`): all were
right at first look.

{causes(yaml.safe_load(CAUSES.read_text(encoding="utf-8")))}

## Faults planted in real pages

One fault in a page at a time, up to {EACH} of each kind, seed {SEED} (`scripts/seeded.py`).

{seeded.table(seeded.recall(roots, ["report"], EACH, SEED))}

## The project's own pairs

{own()}
"""


if __name__ == "__main__":
    PAGE.write_text(page([Path(name) for name in sys.argv[1:]]), encoding="utf-8")
    print(f"{PAGE.name} is written.")
