import io
import zipfile
from datetime import date

import pytest

from tlumach.editions.epub.packing import zipped


@pytest.mark.parametrize(
    ("day", "year"), [(date(1, 1, 1), 1980), (date(2024, 2, 29), 2024), (date(9999, 12, 31), 2107)]
)
def test_a_day_that_no_zip_knows_is_the_nearest_that_it_knows(day: date, year: int) -> None:
    packed = zipfile.ZipFile(io.BytesIO(zipped([("a.txt", b"a")], day)))
    assert [entry.date_time[0] for entry in packed.infolist()] == [year, year]
