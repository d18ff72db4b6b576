import hashlib
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.output.checksums import CopyFinding, Verdict, compare, read_sums

A, B, C = ("a" * 64, "b" * 64, "c" * 64)


@pytest.mark.parametrize(
    "text",
    [
        f"{A}  x.html\n",
        f"{A} *x.html",
        f"\ufeff{A.upper()}  x.html\r\n\r\n",
        f"{A}  ./x.html\n",
        f"# made on a Monday\n{A}  x.html\n# the end\n",
        f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n{A}  x.html\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAdFiEE\n=abcd\n-----END PGP SIGNATURE-----\n",
        f"SHA256 (x.html) = {A}\n",
        f"{A}  x.html\n{A}  x.html\n",
    ],
)
def test_the_forms_of_a_list(text: str) -> None:
    assert read_sums(text, "S") == ({"x.html": A}, [])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("\n\n", 1),
        ("<!doctype html>\n", 1),
        (f"{A}  x\n{A[:-1]}  y\n", 2),
        (f"{A}  x\n{B}  x\n", 2),
        (f"{A}  folder/x\n{B}  x\n{B}  folder/x\n", 3),
        (f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n{A}  x\n{A}\n", 5),
        (f"-----BEGIN PGP SIGNATURE-----\n{A}  x\n", 1),
        ("# nothing\n", 1),
        (f"{A}\n", 1),
        (f"{A}x\n", 1),
    ],
)
def test_a_malformed_list_names_the_line(text: str, line: int) -> None:
    problems = read_sums(text, "S")[1]
    assert [(found.path, found.line, found.code) for found in problems] == [("S", line, "sums-malformed")]


@pytest.mark.parametrize(
    ("name", "found", "expected"),
    [
        ("x", A, CopyFinding(Verdict.WHOLE, "x", A)),
        ("x", C, CopyFinding(Verdict.CHANGED, "x", A)),
        ("x", B, CopyFinding(Verdict.SWAPPED, "y", A)),
        ("x (1)", A, CopyFinding(Verdict.RENAMED, "x", A)),
        ("z", C, CopyFinding(Verdict.UNLISTED)),
    ],
)
def test_what_a_list_says_of_a_copy(name: str, found: str, expected: CopyFinding) -> None:
    assert compare(name, found, {"x": A, "y": B}) == expected
    assert expected.is_whole is (expected.verdict in (Verdict.WHOLE, Verdict.RENAMED))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (A, CopyFinding(Verdict.WHOLE, "site/index.html", A)),
        (B, CopyFinding(Verdict.WHOLE, "site/uk/index.html", B)),
        (C, CopyFinding(Verdict.CHANGED, "site/index.html", A)),
    ],
)
def test_one_name_in_two_folders_is_two_files(found: str, expected: CopyFinding) -> None:
    sums, problems = read_sums(f"{A}  site/index.html\n{B}  site/uk/index.html\n", "S")
    assert problems == []
    assert compare("index.html", found, sums) == expected


def test_the_list_of_sha256sum_is_read(tmp_path: Path) -> None:
    names = ["a.html", "б в.zip", "back\\slash", "new\nline"]
    for name in names:
        (tmp_path / name).write_bytes(name.encode())
    for more in ((), ("--tag",)):
        command = ["sha256sum", *more, *(names if not more else names[:2])]
        printed = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
        sums, problems = read_sums(printed, "S")
        assert problems == []
        assert sums == {name: hashlib.sha256(name.encode()).hexdigest() for name in command[1 + len(more) :]}


@given(st.text(max_size=200))
def test_any_text_is_a_list_or_a_problem(text: str) -> None:
    sums, problems = read_sums(text, "S")
    assert sums or problems
    assert all(re.fullmatch("[0-9a-f]{64}", found) for found in sums.values())


def test_of_a_file_that_is_no_list_twenty_lines_are_told() -> None:
    _, problems = read_sums("no list\n" * 1000, "SHA256SUMS")
    assert [problem.line for problem in problems] == list(range(1, 21))
