"""What is the same in the former folder is taken over; whatever happens to the new one, the former stays as it is."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.output.hard_links import put, put_copy, take_out, take_over_the_same, write_anew
from tlumach.output.staging import unfinished


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site/uk").mkdir(parents=True)
    (tmp_path / "site/uk/a.html").write_bytes("Ґанок".encode())
    return tmp_path / "site"


def is_the_same_file(one: Path, other: Path) -> bool:
    return one.stat().st_ino == other.stat().st_ino


def test_the_same_file_is_taken_over_and_another_is_written(site: Path) -> None:
    with unfinished(site) as new:
        put(new, "uk/a.html", "Ґанок".encode())
        put(new, "uk/b.html", b"b")
        assert is_the_same_file(new / "uk/a.html", site / "uk/a.html")
        assert (new / "uk/b.html").read_bytes() == b"b"
    assert (site / "uk/a.html").read_bytes() == "Ґанок".encode()


def test_a_file_that_a_person_has_changed_is_not_taken_over(site: Path) -> None:
    (site / "uk/a.html").write_bytes("Танок".encode())
    with unfinished(site) as new:
        put(new, "uk/a.html", "Ґанок".encode())
        assert (new / "uk/a.html").read_bytes() == "Ґанок".encode()
    assert (site / "uk/a.html").read_bytes() == "Танок".encode()


def test_what_is_put_or_written_a_second_time_leaves_the_former_alone(site: Path) -> None:
    with unfinished(site) as new:
        put(new, "uk/a.html", "Ґанок".encode())
        put(new, "uk/a.html", b"other")
        assert (new / "uk/a.html").read_bytes() == b"other"
        (new / "uk/a.html").unlink()
        put(new, "uk/a.html", "Ґанок".encode())
        write_anew(new / "uk/a.html", "нове")
        assert (new / "uk/a.html").read_text(encoding="utf-8") == "нове"
    assert (site / "uk/a.html").read_bytes() == "Ґанок".encode()


def test_a_copy_is_taken_over_too(site: Path, tmp_path: Path) -> None:
    (tmp_path / "same").write_bytes("Ґанок".encode())
    (tmp_path / "other").write_bytes("Танок".encode())
    with unfinished(site) as new:
        put_copy(new, "uk/a.html", tmp_path / "same")
        assert is_the_same_file(new / "uk/a.html", site / "uk/a.html")
        put_copy(new, "uk/a.html", tmp_path / "other")
        assert (new / "uk/a.html").read_bytes() == "Танок".encode()
        put_copy(new, "uk/new.html", tmp_path / "other")
        assert not is_the_same_file(new / "uk/new.html", tmp_path / "other")
    assert (site / "uk/a.html").read_bytes() == "Ґанок".encode()


def test_a_link_or_a_folder_of_that_name_is_no_file_to_take_over(site: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"c")
    (site / "c.html").symlink_to(tmp_path / "elsewhere")
    (site / "d").mkdir()
    with unfinished(site) as new:
        for name, content in (("c.html", b"c"), ("d", b"d" * (site / "d").stat().st_size)):
            put(new, name, content)
            assert (new / name).read_bytes() == content and not (new / name).is_symlink()


@pytest.mark.parametrize("folder", ["site", ".site-unfinished-abcdefgh"])
def test_where_nothing_is_replaced_all_is_written(tmp_path: Path, folder: str) -> None:
    put(tmp_path / folder, "x/a.html", b"a")
    assert (tmp_path / folder / "x/a.html").read_bytes() == b"a"


def test_where_files_have_one_name_only_they_are_written(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(former: Path, file: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    with unfinished(site) as new:
        put(new, "uk/a.html", "Ґанок".encode())
        assert not is_the_same_file(new / "uk/a.html", site / "uk/a.html")
        assert (new / "uk/a.html").read_bytes() == "Ґанок".encode()


@given(former=st.binary(max_size=3), contents=st.lists(st.binary(max_size=3), min_size=1, max_size=4))
def test_whatever_is_put_is_there_and_the_former_is_what_it_was(
    tmp_path_factory: pytest.TempPathFactory, former: bytes, contents: list[bytes]
) -> None:
    site = tmp_path_factory.mktemp("x") / "site"
    site.mkdir()
    (site / "a").write_bytes(former)
    with unfinished(site) as new:
        for content in contents:
            put(new, "a", content)
            assert ((new / "a").read_bytes(), (site / "a").read_bytes()) == (content, former)


def test_what_others_wrote_into_the_new_folder_is_taken_over_where_it_is_the_same(site: Path) -> None:
    (site / "404.html").write_bytes(b"gone")
    with unfinished(site) as new:
        (new / "uk").mkdir()
        (new / "uk/a.html").write_bytes("Ґанок".encode())
        (new / "404.html").write_bytes(b"lost")  # as large, and not the same
        (new / "new.html").write_bytes(b"n")
        take_over_the_same(new, ["uk/a.html", "404.html", "new.html"])
        assert is_the_same_file(new / "uk/a.html", site / "uk/a.html")
        assert sorted(file.name for file in new.rglob("*") if file.is_file()) == ["404.html", "a.html", "new.html"]
        assert (new / "404.html").read_bytes() == b"lost"
    assert (site / "404.html").read_bytes() == b"gone"


def test_what_is_taken_out_is_gone_or_the_build_hears_of_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take_out(site, "uk/none")
    take_out(site, "en")

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "unlink", refused)
        with pytest.raises(OSError, match="No space"):
            take_out(site, "uk")
    assert (site / "uk/a.html").is_file()
    take_out(site, "uk")
    assert list(site.iterdir()) == []
