"""What tests share is made once, whole, also where several processes ask for it at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.shared import made_once


def test_it_is_made_once_whoever_asks(tmp_path_factory: pytest.TempPathFactory) -> None:
    made: list[Path] = []
    tmp_path_factory.getbasetemp()  # made by the first who asks, and not for threads

    def make(folder: Path) -> None:
        folder.mkdir()
        made.append(folder)

    with ThreadPoolExecutor(4) as asking:
        found = [*asking.map(lambda _: made_once(tmp_path_factory, f"test-{id(made)}", make), range(4))]
    assert set(found) == set(made) and len(made) == 1 and found[0].is_dir()


def test_what_could_not_be_made_is_tried_again(tmp_path_factory: pytest.TempPathFactory) -> None:
    tried = []

    def make(folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        tried.append(folder)
        if len(tried) == 1:
            raise OSError("no")

    name = f"test-{id(tried)}"
    with pytest.raises(OSError, match="no"):
        made_once(tmp_path_factory, name, make)
    assert made_once(tmp_path_factory, name, make) == tried[1]
