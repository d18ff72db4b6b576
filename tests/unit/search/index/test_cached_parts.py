import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from tests.project import ROOT

from tlumach.languages.lemmas import Lemmatizer
from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.search.index.cached_parts import from_bytes, to_bytes, told
from tlumach.search.index.page_rows import part_of
from tlumach.search.index.shared import Shared, read_shared
from tlumach.search.index.writer import in_order
from tlumach.search.stemming.keys import Keys
from tlumach.tracking import Tracker

MakeLibrary = Callable[..., Library]
SAY_TOLD = """
from pathlib import Path
from tests.unit.search.index.test_cached_parts import shared_of_the_site
from tlumach.search.index.cached_parts import told
import hashlib
print(hashlib.sha256(repr(told(shared_of_the_site())).encode()).hexdigest())
"""


def shared_of_the_site() -> Shared:
    library, _ = read_library(ROOT)
    assert library is not None
    return read_shared(Tracker(library), Keys(Lemmatizer()))


def test_a_part_that_was_written_is_read_as_it_was() -> None:
    library, _ = read_library(ROOT)
    assert library is not None
    tracker = Tracker(library)
    shared = read_shared(tracker, Keys(Lemmatizer()))
    paths = in_order(library)
    for first in range(0, len(paths), 5):
        part = part_of(paths[first : first + 2], tracker, shared)
        assert from_bytes(to_bytes(part)) == part


@pytest.mark.slow
def test_what_is_shared_is_told_alike_in_every_process() -> None:
    says = [
        subprocess.run(
            [sys.executable, "-c", SAY_TOLD],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert says[0] == says[1] and says[0]
    assert told(shared_of_the_site())
