"""`tlumach status --json`: the keys that its help lists."""

import json

from tests.conftest import MakeLibrary

from tlumach.commands.status.as_json import json_of
from tlumach.problems import Code, Problem
from tlumach.tracking import Tracker
from tlumach.tracking.status import report


def test_the_keys_for_machines(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "Раз два.", "uk/a.md": "Один два."})
    page = report(Tracker(library), "uk", "a.md")
    states = {"current": 0, "changed": 0, "unconfirmed": 1, "missing": 0, "orphaned": 0, "moved": 0}
    figures = {
        "count": {"blocks": states, "words": {**states, "unconfirmed": 2}},
        "percent": {"blocks": 0, "words": 0},
    }
    assert json.loads(json_of(library, [page], [Problem("a.po", 2, Code.NUMBERS, "message")])) == {
        "version": 1,
        "source_language": "ru",
        "languages": [
            {
                "language": "uk",
                "pages": {"translated": 1, "not-translated": 0, "source-gone": 0, "unreadable": 0},
                **figures,
            }
        ],
        "pages": [
            {
                "language": "uk",
                "path": "a.md",
                "standing": "translated",
                "by_position": True,
                "source_file": "docs/ru/a.md",
                "translation_file": "docs/uk/a.md",
                "record_file": "translations/uk/a.po",
                **figures,
                "blocks": [
                    {
                        "id": page.blocks[0].id,
                        "state": "unconfirmed",
                        "source_line": 1,
                        "translation_line": 1,
                        "confirmed_on": None,
                        "confirmed_by": None,
                        "note": None,
                        "change": [],
                    }
                ],
            }
        ],
        "problems": [{"path": "a.po", "line": 2, "code": "numbers", "level": "error", "message": "message"}],
    }
