import io
import zipfile
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tlumach.editions.epub.packing import zipped


@pytest.mark.parametrize(
    ("day", "year"), [(date(1, 1, 1), 1980), (date(2024, 2, 29), 2024), (date(9999, 12, 31), 2107)]
)
def test_a_day_that_no_zip_knows_is_the_nearest_that_it_knows(day: date, year: int) -> None:
    packed = zipfile.ZipFile(io.BytesIO(zipped([("a.txt", b"a")], day)))
    assert [entry.date_time[0] for entry in packed.infolist()] == [year, year]


LONG = " ".join(f"<p>{number * number} {'слово' * (number % 7)}</p>" for number in range(5000)).encode()
"""So long that how well it was compressed is seen in the bytes."""


@example([("a.xhtml", LONG), ("b/c.svg", LONG[::2]), ("ґ.css", LONG)])
@given(
    st.lists(
        st.tuples(st.sampled_from(["a.xhtml", "ґ.css", "b/c.svg"]), st.binary(max_size=99)),
        unique_by=lambda file: file[0],
    )
)
def test_the_bytes_are_those_that_zipfile_writes(files: list[tuple[str, bytes]]) -> None:
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [("mimetype", b"application/epub+zip"), *files]:
            entry = zipfile.ZipInfo(name, (2026, 12, 3, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.external_attr, entry.create_system = 0o644 << 16, 3
            archive.writestr(entry, content)
    assert zipped(files, date(2026, 12, 3)) == plain.getvalue()
