"""Problems as text for people, and as JSON, GitHub's annotations and SARIF for machines."""

import inspect
import json
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from itertools import groupby
from typing import Any

from tlumach.checks.pairs import PAGE_RULES, PAIR_RULES, SPELLING, Compared, Rule, RuleOnPage
from tlumach.checks.pairs.waivers import Waived
from tlumach.commands.console import line_of
from tlumach.problems import Code, Level, Problem

LONGEST = 110
_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_SARIF_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"

Lines = Mapping[Problem, Compared]


def as_text(problems: Sequence[Problem], compared: Lines) -> str:
    """Return the problems grouped by file, each on a line of its own and the lines that it compares below it."""
    groups = groupby(problems, key=lambda problem: problem.path)
    return "\n".join("".join(_said(problem, compared.get(problem)) for problem in group) for _, group in groups)


def as_waived(found: Sequence[Waived]) -> str:
    """Return what is waived, each finding with its reason below it."""
    return "".join(f"{line_of(each.problem)}\n    waived: {each.waiver.reason}\n" for each in found)


def as_json(problems: Sequence[Problem], compared: Lines) -> str:
    """Return a list with `path`, `line`, `code`, `level`, `message`, and, for a pair, `source` (path, line, text) and `text`."""
    return json.dumps([_json(problem, compared.get(problem)) for problem in problems], ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem], compared: Lines) -> str:
    """Return the workflow commands that GitHub shows as annotations beside the lines."""
    return "\n".join(
        f"::{_GITHUB[problem.level]} file={_escaped(problem.path, ':,')},line={max(problem.line, 1)},title={problem.code}"
        f"::{_escaped(problem.message)}"
        for problem in problems
    )


def as_sarif(problems: Sequence[Problem], compared: Lines) -> str:
    """Return a SARIF 2.1.0 log with one run; the texts of a rule are those of its code and of its function."""
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "tlumach", "version": version("tlumach"), "rules": [_rule(code) for code in codes]}
    results = [_result(problem, codes, compared.get(problem)) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Sequence[Problem], Lines], str]] = {
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}


def _said(problem: Problem, compared: Compared | None) -> str:
    said = f"{line_of(problem)}\n"
    if compared:
        said += f"    {compared.source_path}:{compared.source_line}: {_cut(compared.source)}\n"
        said += (
            f"    {problem.path}:{problem.line}: {_cut(compared.target)}\n"
            if compared.source_path != problem.path
            else ""
        )
    return said


def _cut(text: str) -> str:
    text = text.strip()
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _json(problem: Problem, compared: Compared | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "path": problem.path,
        "line": max(problem.line, 1),
        "code": problem.code,
        "level": str(problem.level),
        "message": problem.message,
    }
    if compared:
        told["text"] = compared.target
        told["source"] = {"path": compared.source_path, "line": compared.source_line, "text": compared.source}
    return told


def _escaped(text: str, also: str = "") -> str:
    """Return a text as a workflow command has it (GitHub: "Workflow commands", `toCommandValue` of its toolkit)."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for mark in also:
        text = text.replace(mark, f"%{ord(mark):02X}")
    return text


def _rule(code: Code) -> dict[str, Any]:
    rules: list[Rule | RuleOnPage] = [*PAIR_RULES, SPELLING, *PAGE_RULES]
    doc = next((inspect.getdoc(rule.check) for rule in rules if rule.code == code), None)
    return {
        "id": code,
        "shortDescription": {"text": code.says},
        "fullDescription": {"text": doc or code.says},
        "help": {"text": code.remedy},
        "defaultConfiguration": {"level": _SARIF_LEVELS[code.level]},
    }


def _result(problem: Problem, codes: Sequence[str], compared: Compared | None) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": _SARIF_LEVELS[problem.level],
        "message": {"text": problem.message},
        "locations": [_location(problem.path, problem.line)],
    }
    if compared:
        related = {
            "id": 1,
            "message": {"text": compared.source},
            **_location(compared.source_path, compared.source_line),
        }
        result["relatedLocations"] = [related]
    return result


def _location(path: str, line: int) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": path}, "region": {"startLine": max(line, 1)}}}
