"""Write RULES.md, the page of the rules: what each finds, with examples and what it says of them, and how it is waived.

    python scripts/rules.py

The texts are the docstrings of the rules (src/tlumach/checks), the examples those of tests/cases/rules.yml, run through the
rules; the figures are those of scripts/accuracy.py. A test says when the page is not current.
"""

import inspect
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import accuracy
import yaml

from tlumach import settings
from tlumach.blocks import split
from tlumach.checks import (
    check_library,
    citations,
    file_names,
    front_matter,
    given_text,
    link_targets,
    navigation,
    safety,
    shape,
    term_renderings,
    terms,
    translations,
)
from tlumach.checks import svg as drawings
from tlumach.checks.pairs import PAGE_RULES, PAIR_RULES, SPELLING, waivers
from tlumach.library import pages
from tlumach.library.files import read_library
from tlumach.problems import Level, Problem
from tlumach.records import Entry, Record, write_record
from tlumach.records import record as records

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "RULES.md"
EXAMPLES = ROOT / "tests" / "cases" / "rules.yml"
TRANSLATION = "uk"
INTRODUCTION = """\
# The rules of `tlumach check`

Made by `python scripts/rules.py` from the rules' own texts and from examples that they were run on; a test says when it is
not current. Each problem begins with file, line and one of the codes below.

An **error** fails the build, a **warning** does so with `--strict` alone. `tlumach check` says what each pair of lines is;
`--format json|github|sarif` says it to machines; `tlumach check PATH…` says only what is wrong in some files.

**Waivers.** What a rule on pairs of texts finds (the first part) can be let stand, with a reason: in the record of the
translation, `translations/<language>/<path>.po`, as a line of the translator's comment above the block's entry:

```po
#. confirmed: 2026-11-22
# waive numbers: the source has a slip here, see note 3
#: docs/ru/kazakhstan-arms-export/index.md:98
msgctxt "p-2c3e49"
```

It holds for that rule and that block, in that language; what is found in a source-language page is waived by the record
of any of its translations. `tlumach check --waived` lists all waivers with their reasons. The other rules are about what
would break or harm the site, or have remedies of their own, and can't be waived.
"""
OTHERS: Mapping[str, str] = {
    "blocks-disagree": "the build: a page whose blocks the renderer sees otherwise; it gets no permalinks (warning)",
    "changed-meanwhile": "`terms --fix`: the file was changed while it was being read",
    "edition-missing": "`editions`: what the edition needs is not installed",
    "edition-unknown": "`editions --only`: there is no such edition",
    "ended": "`build`: a process that did a part of the work was ended from outside",
    "exchange-character": "`exchange export`: a character that XML cannot have",
    "exchange-file": "`exchange import`: the file cannot be read, or is of no known kind",
    "mkdocs": "the build: what MkDocs itself warns of",
    "no-site": "`editions`: there is no site to make them from",
    "no-terms": "`terms export`: there are no terms",
    "not-translated": "`confirm`: the block has no translation",
    "source-not-changed": "`confirm --trivial`: the source has not changed",
    "sums-malformed": "`verify`: the list of checksums is damaged",
    "unknown-block": "`confirm`, `diff`: there is no such block",
    "unknown-language": "there is no such language",
    "unknown-page": "there is no such page",
    "unreadable": "any command: the system lets the file not be read",
    "unwritable": "any command: the system lets the file not be written",
}
"""What other commands say, and what no example can show."""


class Group(NamedTuple):
    """Rules that have one text: its title, what has the text, and the codes."""

    title: str
    text: object
    codes: Sequence[str]


PAIRS = [Group(f"`{rule.code}`", rule.check, [rule.code]) for rule in (*PAIR_RULES, SPELLING, *PAGE_RULES)]
LIBRARY = [
    Group("Waivers", waivers, ["waiver", "unused-waiver"]),
    Group("Every page in every language", translations.check_translations, ["missing-translation", "missing-source"]),
    Group("Translations of the source as it stands", translations.check_freshness,
          ["stale-block", "missing-block", "orphaned-block", "unconfirmed-blocks"]),
    Group("The given text", given_text.check_given_text, ["source-text"]),
    Group("The shape of a page", shape.check_shape, ["empty-page", "no-title", "two-titles", "two-ids"]),
    Group("Blocks", split, ["blocks-share-line", "fence-not-closed", "html-not-closed"]),
    Group("Front matter", front_matter.check_front_matter, ["front-matter"]),
    Group("Footnotes and sources", citations.check_citations,
          ["unknown-footnote", "two-footnotes", "unused-footnote", "unused-source"]),
    Group("Links", link_targets.check_links, ["broken-link", "broken-anchor", "unknown-term"]),
    Group("Terms in the same blocks", terms.check_term_links, ["term-link"]),
    Group("Forms of terms", terms.check_same_forms, ["same-form"]),
    Group("Terms in use", terms.check_unused_terms, ["unused-term"]),
    Group("Definitions", terms.check_definitions, ["long-definition"]),
    Group("Renderings of terms", term_renderings.check_term_renderings, ["term-rendering"]),
    Group("Renderings to avoid", term_renderings.check_avoided_forms, ["avoided-form"]),
    Group("Safety", safety.check_safety,
          ["unsafe-html", "unsafe-attribute", "unsafe-address", "foreign-picture", "unknown-mark"]),
    Group("Drawings", drawings.check_drawings, ["unsafe-drawing"]),
    Group("Names and kinds of files", file_names.check_file_names, ["unsafe-name", "unsafe-file"]),
    Group("The navigation", navigation.check_navigation, ["navigation"]),
    Group("Records", records.read_record,
          ["record-syntax", "record-header", "record-context", "record-duplicate", "record-date"]),
    Group("Settings", settings.read_settings, ["settings"]),
    Group("Encoding", pages.decode, ["encoding"]),
]  # fmt: skip


def page(figures: str) -> str:
    """Return the page, with the figures put in; raises AssertionError where a rule does not find its example."""
    examples = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
    parts = [INTRODUCTION, "## How quiet, how sharp\n", figures]
    for title, groups, of in (
        ("A translation beside its source", PAIRS, _pair),
        ("Pages, terms, links, safety", LIBRARY, _files),
    ):
        parts.append(f"## {title}\n")
        for group in groups:
            parts += _group(group, examples, of)
    parts.append("## What other commands say\n\n| code | from |\n|---|---|")
    parts[-1] += "".join(f"\n| `{code}` | {text} |" for code, text in sorted(OTHERS.items())) + "\n"
    return "\n".join(parts)


def figures_of(parts: Sequence[str]) -> str:
    """Return the figures of the rules beside pofilter's, as a part of the page."""
    said = [
        "Measured on correct pairs and on pairs with one fault each. The part “own” is what the rules were made with; the"
        " other three were written by people who had seen neither rules nor data, and tell by their first look alone: since then"
        " the rules have been mended with them. Beside them: the Translate Toolkit's pofilter on the same pairs.\n"
    ]
    for part in parts:
        said.append(f"### Data: {part}\n")
        if part in accuracy.FIRST_LOOK:
            said.append(
                f"First look, before any rule was mended for these data: {accuracy.FIRST_LOOK[part]}. Since then:\n"
            )
        chosen = accuracy.cases(part)
        ours = accuracy.figures(chosen, accuracy.findings(chosen))
        said.append(accuracy.table(ours, accuracy.figures(chosen, accuracy.pofilters(chosen), accuracy.MEANT)) + "\n")
    return "\n".join(said)


def _group(group: Group, examples: Mapping[str, Any], of: Callable[[str, Mapping[str, Any]], str]) -> Iterator[str]:
    shown = [of(code, example) for code in group.codes for example in examples[code]]
    codes = (
        ""
        if len(group.codes) == 1 and f"`{group.codes[0]}`" in group.title
        else ", ".join(f"`{c}`" for c in group.codes) + "\n"
    )
    yield f"### {group.title}\n"
    yield from filter(None, [codes])
    yield (inspect.getdoc(group.text) or "") + "\n"
    yield "\n".join(shown)


def _pair(code: str, example: Mapping[str, Any]) -> str:
    language = example.get("language", TRANSLATION)
    files = {"docs/ru/a.md": example["source"] + "\n", f"docs/{language}/a.md": example["target"] + "\n"}
    return _said(code, example["what"], {"ru": example["source"], language: example["target"]}, _found(code, files, []))


def _files(code: str, example: Mapping[str, Any]) -> str:
    files, entries = example["files"], example.get("record", [])
    shown = {name: text if isinstance(text, str) else repr(text)[2:-1] for name, text in files.items()}
    if entries:
        shown[f"translations/{TRANSLATION}/a.po"] = _record(entries)
    return _said(code, example["what"], shown, _found(code, files, entries))


def _said(code: str, what: str, texts: Mapping[str, str], problem: Problem) -> str:
    shown = "\n".join(
        f"{name}:" + (f" {text}" if "\n" not in text.strip() else "\n" + _indented(text))
        for name, text in texts.items()
    )
    shown = shown.replace("\u00a0", "␣")
    level = "error" if problem.level is Level.ERROR else "warning"
    return f"- {what} ({level})\n\n{_indented(_fenced(shown))}\n\n    `{problem.line}: {code}` {problem.message}\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").split("\n"))


def _fenced(text: str) -> str:
    return f"````text\n{text.rstrip()}\n````"


def _found(code: str, files: Mapping[str, str | bytes], entries: Sequence[Sequence[str]]) -> Problem:
    """Return what a rule finds in files that lie in a project like this one."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copy(ROOT / "mkdocs.yml", root)
        for name, content in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content.encode() if isinstance(content, str) else content)
        if entries:
            (root / f"translations/{TRANSLATION}").mkdir(parents=True)
            (root / f"translations/{TRANSLATION}/a.po").write_text(_record(entries), encoding="utf-8")
        library, problems = read_library(root)
        found = [*problems, *(check_library(library, words=True) if library else [])]
    mine = [problem for problem in found if problem.code == code]
    assert mine, f"the rule `{code}` does not find its example {files}; found: {found}"
    return mine[0]


def _record(entries: Sequence[Sequence[str]]) -> str:
    record = Record(
        tuple(Entry(id, source, target, note=note, since="2026-11-22") for id, source, target, note in entries)
    )
    return write_record(record, "docs/ru/a.md", f"docs/{TRANSLATION}/a.md", TRANSLATION)


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(figures_of([*accuracy.PARTS])), encoding="utf-8")
    print(f"{PAGE.name} is written.")


if __name__ == "__main__":
    main()
