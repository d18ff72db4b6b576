"""Whether what was confirmed bears a checksum."""

from collections.abc import Iterator

from tlumach.library import Library, record_file
from tlumach.problems import Code, Problem
from tlumach.tracking.sealing import unsealed


def check_checksums(library: Library) -> Iterator[Problem]:
    """Each confirmed entry of a record bears a checksum, so that an edit of it by hand is found. Records that were written
    before there were any have none: this is said once for all of them.
    """
    found = list(unsealed(library))
    if found:
        count, (first, _) = sum(count for _, count in found), found[0]
        records = f"this record and {len(found) - 1} more" if len(found) > 1 else "this record"
        message = (
            f"{count} confirmed texts of {records} are from before there were checksums: an edit of them by hand is not found."
            " See that they are right (`git log` of translations/), then write the checksums: `tlumach seal`."
        )
        yield Problem(record_file(*first), 1, Code.UNSEALED_RECORDS, message)
