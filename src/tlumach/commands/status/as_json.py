"""`tlumach status --json`: its keys are those that its help lists."""

import json
from collections.abc import Sequence
from typing import Any

from tlumach.alignment.freshness import Summary
from tlumach.library import Library, record_file
from tlumach.problems import Problem
from tlumach.tracking.status import BlockReport, PageReport, PageStatus, by_language, percent, total


def json_of(library: Library, reports: Sequence[PageReport], problems: Sequence[Problem]) -> str:
    """Return what is known of these pages, and what could not be read, for a machine."""
    groups = list(by_language(library, reports))
    said = {
        "version": 1,
        "source_language": library.settings.source,
        "languages": [_language(language, pages) for language, pages in groups],
        "pages": [_page(page, library.settings.source) for _, pages in groups for page in pages],
        "problems": [_problem(each) for each in problems],
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _page(page: PageReport, source_language: str) -> dict[str, Any]:
    return {
        "language": page.language,
        "path": page.path,
        "standing": page.standing,
        "by_position": page.by_position,
        "source_file": page.source_file,
        "translation_file": page.file,
        "record_file": record_file(page.language, page.path),
        **_figures(page.counts),
        "blocks": [_block(block) for block in page.blocks],
    }


def _language(language: str, pages: Sequence[PageReport]) -> dict[str, Any]:
    standings = {standing: sum(page.standing is standing for page in pages) for standing in PageStatus}
    return {"language": language, "pages": standings, **_figures(total(pages))}


def _figures(counts: Summary) -> dict[str, Any]:
    return {
        "count": {"blocks": dict(counts.blocks), "words": dict(counts.words)},
        "percent": {"blocks": percent(counts.blocks), "words": percent(counts.words)},
    }


def _block(block: BlockReport) -> dict[str, Any]:
    return {
        "id": block.id,
        "state": block.state,
        "source_line": block.source_line,
        "translation_line": block.translation_line,
        "confirmed_on": block.confirmed_on or None,
        "confirmed_by": block.confirmed_by or None,
        "note": block.note or None,
        "change": list(block.change),
    }


def _problem(found: Problem) -> dict[str, Any]:
    return {
        "path": found.path,
        "line": found.line,
        "code": found.code,
        "level": found.level,
        "message": found.message,
    }
