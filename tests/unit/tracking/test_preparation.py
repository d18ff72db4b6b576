"""Which languages are in preparation: those of which less is current than is asked for."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.project import fresh_runner

from tlumach.library import Library
from tlumach.records import Entry, Record
from tlumach.tracking.preparation import in_preparation

MakeLibrary = Callable[..., Library]


def half_current(make_library: MakeLibrary, share: int) -> Library:
    """A site of ten words, of which Ukrainian has confirmed five, and English none."""
    library = make_library(
        {
            "ru/a.md": "Раз два три.\n\nЧетыре пять.\n",
            "uk/a.md": "Раз два три.\n\nЧотири п'ять.\n",
            "ru/b.md": "Раз два три четыре пять.\n",
            "uk/gone.md": "Зайве зайве зайве зайве.\n",
        }
    )
    record = Record((Entry("p-1", "Раз два три.", "Раз два три."), Entry("p-2", "Четыре пять.", "Чотири п'ять.")))
    settings = replace(library.settings, in_preparation=share)
    return replace(library, settings=settings, records={("uk", "a.md"): record})


def test_a_language_with_less_than_the_share_is_in_preparation(make_library: MakeLibrary, tmp_path: Path) -> None:
    runner = fresh_runner(tmp_path)
    assert in_preparation(half_current(make_library, 51), runner) == {"uk": 50, "en": 0}
    assert in_preparation(half_current(make_library, 50), runner) == {"en": 0}


def test_where_no_share_is_set_nothing_is_looked_at(make_library: MakeLibrary, tmp_path: Path) -> None:
    assert in_preparation(half_current(make_library, 0), fresh_runner(tmp_path)) == {}
