from pathlib import Path

from tests.unit.search.small_site import small_site

from tlumach.languages.lemmas import Lemmatizer
from tlumach.output.publish import put_in_place
from tlumach.output.staging import unfinished
from tlumach.output.stamps import stamps
from tlumach.plugin.search_index import write_search
from tlumach.search.index.writer import FOLDER, build_index
from tlumach.tasks.cache import Cache
from tlumach.tasks.placed import last_placed
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


def test_what_stands_there_as_it_was_left_is_taken_over_and_what_a_person_changed_is_mended(tmp_path: Path) -> None:
    site, written = tmp_path / "site", list[set[str]]()
    for _ in range(3):
        runner = TaskRunner(Cache(tmp_path / "cache.db", ""), 1, placed=last_placed(tmp_path))
        with unfinished(site) as folder:
            write_search(small_site(), folder, runner)
            written.append({file.name for file in folder.rglob("*.js")})
            with runner.placed.completed(folder):
                put_in_place({site: folder}, runner.placed.is_known)
        runner.placed.keep(tmp_path, stamps(str(tmp_path), ["site"]))
        found = {file.relative_to(site / FOLDER).as_posix(): file.read_bytes() for file in site.rglob("*.js")}
        assert found == build_index(small_site(), Lemmatizer())
        (site / FOLDER / "p0.js").write_text("mine")
    assert len(written[0]) > 3 and written[1:] == [{"p0.js"}] * 2
