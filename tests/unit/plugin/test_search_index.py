from pathlib import Path

from tests.unit.search.small_site import small_site

from tlumach.languages.lemmas import Lemmatizer
from tlumach.plugin.search_index import write_search
from tlumach.search.index.writer import FOLDER, build_index
from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import Share, TaskRunner


def test_the_files_of_the_index_stand_in_their_folder(tmp_path: Path) -> None:
    write_search(small_site(), tmp_path / "site", TaskRunner(Cache(tmp_path / "cache.db", ""), 1))
    folder = tmp_path / "site" / FOLDER
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert files == build_index(small_site(), Lemmatizer())


def test_a_share_of_the_work_writes_no_file(tmp_path: Path) -> None:
    write_search(small_site(), tmp_path / "site", TaskRunner(Cache(tmp_path / "cache.db", ""), 1, Share(1, 2)))
    assert not (tmp_path / "site").exists()
    assert (tmp_path / "cache.db").is_file()
