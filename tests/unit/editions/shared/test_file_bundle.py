from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tlumach.editions.shared.file_bundle import packed, put_unpacked


@given(st.lists(st.binary(max_size=40), max_size=5))
def test_files_come_out_as_they_went_in(tmp_path_factory, contents: list[bytes]) -> None:  # type: ignore[no-untyped-def]
    folder: Path = tmp_path_factory.mktemp("files")
    files = {f"a/{number}.txt": content for number, content in enumerate(contents)}
    assert list(put_unpacked(packed(files), folder)) == list(files)
    assert {name: (folder / name).read_bytes() for name in files} == files
