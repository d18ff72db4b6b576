"""`tlumach languages`."""

from pathlib import Path

from tests.translator import Desk


def test_each_language_has_its_lines(tmp_path: Path) -> None:
    result = Desk(tmp_path).run("languages")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert [line for line in lines if not line.startswith(" ")] == ["ru", "uk", "en"]
    assert "  + numbers in words: words, scales, months, units" in lines and len(lines) == 48
