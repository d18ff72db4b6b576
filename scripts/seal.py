"""Write a checksum into each confirmed entry of the records that has none, so that an edit of it by hand is found.

    python scripts/seal.py [FOLDER]

Records that `tlumach confirm` wrote before there were checksums have none; what they say is taken as it stands.
"""

import sys
from dataclasses import replace
from pathlib import Path

from tlumach.library import record_file
from tlumach.library.files import read_library
from tlumach.output.together import write_together
from tlumach.records import Entry, Record, write_record


def sealed(entry: Entry) -> Entry:
    """Return an entry with a checksum, where a person confirmed it and nobody has changed it since."""
    return replace(entry, is_sealed=True) if entry.confirmed and entry.since and not entry.edited else entry


def main() -> None:
    """Seal the records of a project, all or none."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    library, problems = read_library(root)
    if library is None or any(problem.path.endswith(".po") for problem in problems):
        sys.exit("\n".join(map(str, problems)))
    contents: dict[Path, bytes | None] = {}
    for (language, path), record in library.records.items():
        fresh = Record(tuple(map(sealed, record.entries)), tuple(map(sealed, record.fields)))
        if fresh != record:
            source = library.file_of(library.settings.source, path)
            text = write_record(fresh, source, library.file_of(language, path), language)
            contents[root / record_file(language, path)] = text.encode()
    write_together(root, contents)
    print(f"{len(contents)} records sealed.")


if __name__ == "__main__":
    main()
