from pathlib import Path

from tests.project import fresh_runner

from tlumach.editions.summary import LISTED, WEIGHED, sizes, weights

PAGE = "<style>p { color: red }</style><body><p>" + "слово за словом " * 30


def test_each_file_is_listed_with_its_size() -> None:
    assert sizes({"dist/b.txt": 3, "dist/a.html": 1}) == (("dist/a.html", 1), ("dist/b.txt", 3))


def test_many_files_are_summed_up_by_kind() -> None:
    files = {f"dist/{number}.html": 2 for number in range(LISTED)} | {"dist/SHA256SUMS": 1}
    assert sizes(files) == ((f"dist/{LISTED} × *.html", 2 * LISTED), ("dist/SHA256SUMS", 1))


def test_the_largest_readers_are_weighed_against_their_words(tmp_path: Path) -> None:
    for number in range(WEIGHED + 2):
        (tmp_path / f"r{number}.html").write_text(PAGE + "ещё " * number, encoding="utf-8")
    (tmp_path / "book.epub").write_bytes(b"no reader")
    lines = weights(tmp_path, fresh_runner(tmp_path))
    assert [line.split()[0] for line in lines] == ["r4.html", "r3.html", "r2.html"]
    assert all(float(line.split(" times")[0].split()[-1]) > 1 for line in lines)


def test_pictures_are_weighed_apart(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE + f'<img src="data:image/png;base64,{"QUJD" * 1000}">', encoding="utf-8")
    runner = fresh_runner(tmp_path)
    (line,) = weights(tmp_path, runner)
    assert line.endswith("and 3.0 KB of pictures")
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    assert "pictures" not in weights(tmp_path, runner)[0]
