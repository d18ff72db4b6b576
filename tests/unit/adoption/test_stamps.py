from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.adoption.stamps import Stamp, StampKind, stamp_of
from tlumach.library.pages import parse_page
from tlumach.problems import Code

COMMIT, DIGEST = "1ececa0615b64c5dfd93fd6393f3e4052e0cc496", "ab" * 32


def read(front_matter: str) -> tuple[Stamp | None, list[Any]]:
    page, _ = parse_page(f"---\ntitle: А\n{front_matter}\n---\nТекст.\n", "uk", "a.md")
    return stamp_of(page, "en")


@pytest.mark.parametrize(
    ("written", "kind", "key", "value"),
    [
        (f"source_commit: {COMMIT}", StampKind.COMMIT, "source_commit", COMMIT),
        (f"sourceCommit: {COMMIT.upper()}", StampKind.COMMIT, "sourceCommit", COMMIT),
        (f"l10n:\n  sourceCommit: {COMMIT}", StampKind.COMMIT, "l10n.sourceCommit", COMMIT),
        (f"default_lang_commit: {COMMIT} # patched", StampKind.COMMIT, "default_lang_commit", COMMIT),
        ("en_commit: 1ececa0", StampKind.COMMIT, "en_commit", "1ececa0"),
        ("en_commit: 1234567", StampKind.COMMIT, "en_commit", "1234567"),
        ("en_commit: 0012345", StampKind.COMMIT, "en_commit", "0012345"),
        ("translation-source-commit: 12e4567", StampKind.COMMIT, "translation-source-commit", "12e4567"),
        (f"source_sha256: '{DIGEST}'", StampKind.DIGEST, "source_sha256", DIGEST),
        (f"translation_source_sha256: sha256:{DIGEST}", StampKind.DIGEST, "translation_source_sha256", DIGEST),
        ("i18n:\n  source_hash: a1b2c3d4", StampKind.DIGEST, "i18n.source_hash", "a1b2c3d4"),
    ],
)
def test_a_stamp_is_known_by_its_key_however_it_is_written(written: str, kind: StampKind, key: str, value: str) -> None:
    stamp, problems = read(written)
    assert stamp and not problems
    assert (stamp.kind, stamp.key, stamp.value, stamp.file) == (kind, key, value, "docs/uk/a.md")
    assert stamp.line == 2 + written.split("#")[0].count("\n") + 1


def test_digests_by_section() -> None:
    stamp, problems = read("section_hashes:\n  Install: a1b2c3d4\n  Use it: 12345678")
    assert stamp and not problems
    assert stamp.kind is StampKind.SECTIONS and stamp.sections == {"Install": "a1b2c3d4", "Use it": "12345678"}


def test_a_commit_goes_before_a_digest() -> None:
    stamp, _ = read(f"source_sha256: {DIGEST}\nsource_commit: {COMMIT}")
    assert stamp and stamp.kind is StampKind.COMMIT


@pytest.mark.parametrize(
    "written", ["", "uk_commit: 1234567", "commit: 1234567", "source_commit:", "source_commit: ''", "source_commit: ~"]
)
def test_what_is_no_stamp_or_an_empty_one(written: str) -> None:
    assert read(written) == (None, [])


@pytest.mark.parametrize(
    ("written", "line", "said"),
    [
        ("source_commit: main", 3, "`source_commit: main` is not the id of a commit"),
        ("source_commit: <most-recent-commit>", 3, "is not the id of a commit"),
        ("source_commit: 12345", 3, "is not the id of a commit"),
        ("l10n:\n  sourceCommit: [1234567]", 4, "is not the id of a commit"),
        ("source_sha256: abcd", 3, "`source_sha256: abcd` is not a SHA-256"),
        ("section_hashes:\n  Install: no", 3, "`section_hashes.Install: no` is not the SHA-256 of a section"),
    ],
)
def test_what_is_malformed_is_said_with_its_line(written: str, line: int, said: str) -> None:
    stamp, [problem] = read(written)
    assert stamp is None
    assert (problem.path, problem.line, problem.code) == ("docs/uk/a.md", line, Code.STAMP_MALFORMED)
    assert said in problem.message


@given(st.text())
def test_no_front_matter_breaks_it(text: str) -> None:
    read(f"source_commit: {text}")
