"""Confirmations on days to come: somebody changed the record by hand, or a clock was wrong."""

from collections.abc import Iterator

from tlumach.library import Library, record_file
from tlumach.problems import Code, Problem
from tlumach.tasks.timestamps import latest_day


def check_days_of_confirmations(library: Library) -> Iterator[Problem]:
    """What a record says was confirmed was confirmed before today, or today; what it says to readers would else be untrue."""
    latest = latest_day()
    for language, path in library.records:
        if library.facts_of_record((language, path)).latest > latest:
            record = library.records[language, path]
            ahead = [entry for entry in (*record.fields, *record.entries) if entry.since > latest]
            ids = ", ".join(entry.id for entry in ahead[:3]) + (", …" if len(ahead) > 3 else "")
            message = (
                f"it says of {ids} that it was confirmed on {ahead[0].since}, a day to come. Restore the record; or read both"
                f" texts, take the line “confirmed:” out, and `tlumach confirm {library.file_of(language, path)} BLOCK`."
            )
            yield Problem(record_file(language, path), 1, Code.FUTURE_CONFIRMATION, message)
