"""Write RULES.md, the page of the rules: what each finds, with examples and what it says of them, and how it is waived.

    python scripts/rules.py [--measure]

With `--measure` the figures of scripts/accuracy.py are taken anew; else they stay. The texts are the docstrings of the
rules (src/tlumach/checks), the examples those of tests/cases/rules.yml, run through the rules; codes, levels and remedies
those of `tlumach.problems.Code`. A test says when the page is not current.
"""

import inspect
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
from tlumach.languages.invisible import INVISIBLE
from tlumach.library import pages
from tlumach.library.files import read_library
from tlumach.problems import Code, Problem
from tlumach.records import Entry, Record, write_record
from tlumach.records import record as records

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "RULES.md"
EXAMPLES = ROOT / "tests" / "cases" / "rules.yml"
TRANSLATION = "uk"
INTRODUCTION = """\
# The rules of `tlumach check`

Made by `python scripts/rules.py` from the codes (`src/tlumach/problems/codes.py`), the rules' own texts and examples that
they were run on; a test says when it is not current. Each problem begins with file, line and one of the codes below.

`tlumach check` prints each finding as `path:line: level: code message`, the form of compilers, which editors and CI turn
into links; `--format json|github|sarif` prints it for machines; `tlumach check PATH…` prints only what is wrong in some files.

An **error** fails the check and the build, a **warning** does so with `--strict` alone, an **info** never: it is printed with
`--info`. The levels below are those that the rules have of themselves. A project changes them in mkdocs.yml, and check,
build and preview follow:

```yaml
plugins:
  - tlumach:
      checks:              # or one word for all: `checks: warn`
        all: warn          # the highest level that any finding may have: error, warn, info or off
        numbers: error     # the level of one rule
        "blog/**": off     # of files, by patterns as in .gitignore, from the project, from docs/ or from a language
        "docs/uk/**":
          spelling: off
      freshness:           # stale and missing translations
        report: [blog/**]  # only an info here (paths and languages, or `all`)
        warn:              # elsewhere only an info too, until so many days after the source changed; then a warning
          all: 7 days
        fail:              # an error here, so many days after the source changed; until then a warning that says when
          uk: 30 days
          security/**: 0 days
```

Each of the three may also be a list; `after: 14 days` is then the age for all of `fail: [uk, security/**]`. Without `warn`, what is
neither reported nor failing is a warning at once. Of the lines of one of them that fit a finding the last one counts. `tlumach
status --summary` says in one line what is behind, for a pull request; `tlumach check --format github` adds that line and a
table to the summary of a job (`$GITHUB_STEP_SUMMARY`). Build, preview and the notices on pages go by the same states; what
readers are shown of a stale passage is [a setting of its own](docs-dev/stale.md).

What `fail` or `strict_translations` asks for fails whatever `checks` has for `all`, and in pages that MkDocs makes, where
everything is a warning at most without `checks`; a level for its rule or for its file goes before.
Of the lines under `checks` that fit a finding the last one counts. `encoding`, `unreadable`, `settings` and `baseline` are always errors.
The day on which the source changed is that of git; a CI job needs the whole history for it (`fetch-depth: 0`).

**Known findings.** `tlumach baseline` records today's findings in `tlumach-baseline.txt`; from then on only new ones count, also
where lines move. Run it again to drop those that are fixed.

**Said once.** A hyphen for each dash of a page, and what a whole site has otherwise than its source in one way (a link `/ru/x` for
each `/x`, another mark of code, a heading left as it is: in ten places on more than five pages), is one finding with its count
and places; of a site it is a warning, where the project asks for no other level, since somebody may have meant it.

**Waivers.** What a rule on pairs of texts finds (the first part) can be let stand, with a reason: in the record of the
translation, `translations/<language>/<path>.po`, as a line of the translator's comment above the block's entry:

```po
#. confirmed: 2026-11-22
# waive numbers: the source has a slip here, see note 3
#: docs/ru/kazakhstan-arms-export/index.md:98
msgctxt "p-2c3e49"
```

It holds for that rule and that block, in that language; what is found in a source-language page is waived by the record
of any of its translations. `tlumach waive docs/uk/x.md 12 numbers --why 'the source has a slip here'` writes it, by the line that
the finding names; `tlumach check --waived` lists all waivers with their reasons. The other rules are about what
would break or harm the site, or have remedies of their own, and can't be waived.
"""


class Group(NamedTuple):
    """Rules that have one text: its title, what has the text, and the codes."""

    title: str
    text: object
    codes: Sequence[Code]


PAIRS = [Group(f"`{rule.code}`", rule.check, [rule.code]) for rule in (*PAIR_RULES, SPELLING, *PAGE_RULES)]
LIBRARY = [
    Group("Waivers", waivers, [Code.WAIVER, Code.UNUSED_WAIVER]),
    Group("Every page in every language", translations.check_translations, [Code.MISSING_TRANSLATION, Code.MISSING_SOURCE]),
    Group("Translations of the source as it stands", translations.check_freshness,
          [Code.STALE_BLOCK, Code.MISSING_BLOCK, Code.ORPHANED_BLOCK, Code.UNCONFIRMED_BLOCKS]),
    Group("The given text", given_text.check_given_text, [Code.SOURCE_TEXT]),
    Group("The shape of a page", shape.check_shape, [Code.EMPTY_PAGE, Code.NO_TITLE, Code.TWO_TITLES, Code.TWO_IDS]),
    Group("Pictures", shape.check_pictures, [Code.PICTURE_WITHOUT_DESCRIPTION]),
    Group("Blocks", split, [Code.BLOCKS_SHARE_LINE, Code.FENCE_NOT_CLOSED, Code.HTML_NOT_CLOSED]),
    Group("Front matter", front_matter.check_front_matter, [Code.FRONT_MATTER]),
    Group("Footnotes and sources", citations.check_citations,
          [Code.UNKNOWN_FOOTNOTE, Code.TWO_FOOTNOTES, Code.UNUSED_FOOTNOTE, Code.UNUSED_SOURCE]),
    Group("Links", link_targets.check_links, [Code.BROKEN_LINK, Code.BROKEN_ANCHOR, Code.UNKNOWN_TERM]),
    Group("Terms in the same blocks", terms.check_term_links, [Code.TERM_LINK]),
    Group("Forms of terms", terms.check_same_forms, [Code.SAME_FORM]),
    Group("Terms in use", terms.check_unused_terms, [Code.UNUSED_TERM]),
    Group("Definitions", terms.check_definitions, [Code.LONG_DEFINITION]),
    Group("Renderings of terms", term_renderings.check_term_renderings, [Code.TERM_RENDERING]),
    Group("Renderings to avoid", term_renderings.check_avoided_forms, [Code.AVOIDED_FORM]),
    Group("Safety", safety.check_safety,
          [Code.UNSAFE_HTML, Code.UNSAFE_ATTRIBUTE, Code.UNSAFE_ADDRESS, Code.FOREIGN_PICTURE, Code.UNKNOWN_MARK]),
    Group("Drawings", drawings.check_drawings, [Code.UNSAFE_DRAWING]),
    Group("Names and kinds of files", file_names.check_file_names, [Code.UNSAFE_NAME, Code.UNSAFE_FILE]),
    Group("The navigation", navigation.check_navigation, [Code.NAVIGATION]),
    Group("Records", records.read_record,
          [Code.RECORD_SYNTAX, Code.RECORD_HEADER, Code.RECORD_CONTEXT, Code.RECORD_DUPLICATE, Code.RECORD_DATE]),
    Group("Settings", settings.read_settings, [Code.SETTINGS]),
    Group("Encoding", pages.decode, [Code.ENCODING]),
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
    shown = {code for group in (*PAIRS, *LIBRARY) for code in group.codes}
    parts += ["## What other commands say, and what no example can show\n", _table(set(Code) - shown)]
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


def figures_on(shown: str) -> str:
    """Return the part of the page that has the figures."""
    return shown.split("## How quiet, how sharp\n\n", 1)[1].split("\n## A translation beside its source\n", 1)[0]


def _group(group: Group, examples: Mapping[str, Any], of: Callable[[str, Mapping[str, Any]], str]) -> Iterator[str]:
    shown = [of(code, example) for code in group.codes for example in examples[code]]
    yield f"### {group.title}\n"
    yield _table(group.codes)
    yield (inspect.getdoc(group.text) or "") + "\n"
    yield "\n".join(shown)


def _table(codes: Collection[Code]) -> str:
    rows = [
        f"| `{code}` | {code.level} | {code.says} | {code.remedy} | {'yes' if code.can_be_waived else 'no'} |"
        for code in Code  # in the order of the enum
        if code in codes
    ]
    return "\n".join(
        ["| code | level | what it says | how to mend it | can be waived |", "|---|---|---|---|---|", *rows, ""]
    )


def _pair(code: str, example: Mapping[str, Any]) -> str:
    language = example.get("language", TRANSLATION)
    original = example.get("original", "ru")
    files = {f"docs/{original}/a.md": example["source"] + "\n", f"docs/{language}/a.md": example["target"] + "\n"}
    texts = {original: example["source"], language: example["target"]}
    return _said(code, example["what"], texts, _found(code, files, [], original))


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
    shown = INVISIBLE.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", shown.replace("\u00a0", "␣"))
    level = problem.level.value
    return f"- {what} ({level})\n\n{_indented(_fenced(shown))}\n\n    `{problem.line}: {code}` {problem.message}\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").split("\n"))


def _fenced(text: str) -> str:
    return f"````text\n{text.rstrip()}\n````"


def _found(
    code: str, files: Mapping[str, str | bytes], entries: Sequence[Sequence[str]], original: str = "ru"
) -> Problem:
    """Return what a rule finds in files that lie in a project like this one, but for its source language."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("          default: true\n", "")
        locale = f"        - locale: {original}\n"
        (root / "mkdocs.yml").write_text(config.replace(locale, f"{locale}          default: true\n"), encoding="utf-8")
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
    measured = figures_of([*accuracy.PARTS]) if "--measure" in sys.argv[1:] else figures_on(PAGE.read_text("utf-8"))
    PAGE.write_text(page(measured), encoding="utf-8")
    print(f"{PAGE.name} is written.")


if __name__ == "__main__":
    main()
