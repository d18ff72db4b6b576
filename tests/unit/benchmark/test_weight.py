from pathlib import Path

import pytest
from benchmark.builders.contender import Contender
from benchmark.weight import transferred, weight

pytestmark = pytest.mark.slow

PAGE = """<!doctype html><meta charset=utf-8><link rel=stylesheet href=/shared.css><title>x</title>
<script>fetch('{asked}')</script><img src=/gone.png>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two pages, a style that both load, and for each a file that its script alone asks for."""
    for number in range(2):
        page = tmp_path / f"site/uk/story-000{number}/index.html"
        page.parent.mkdir(parents=True)
        page.write_text(PAGE.format(asked=f"/asked-{number}.json"), encoding="utf-8")
        (tmp_path / f"site/asked-{number}.json").write_bytes(bytes(range(256)) * (number + 1))
    (tmp_path / "site/shared.css").write_text("p { color: red }" * 100)
    (tmp_path / "site/never.css").write_text("p { color: red }" * 100)
    return tmp_path


def test_a_second_page_costs_only_what_the_first_did_not(site: Path) -> None:
    contender = Contender("x", lambda *_: None, (), ("site",))
    first, without_index, second = weight(contender, site, 2)
    files = ["uk/story-0000/index.html", "shared.css", "asked-0.json"]
    assert first.value == sum(transferred(site / "site" / file) for file in files)
    assert without_index.value == sum(transferred(site / "site" / file) for file in files[:2])
    files = ["uk/story-0001/index.html", "asked-1.json"]
    assert second.value == sum(transferred(site / "site" / file) for file in files)


def test_what_is_compressed_already_is_not_compressed_again(tmp_path: Path) -> None:
    for name in ("a.css", "a.woff2"):
        (tmp_path / name).write_text("aaaa" * 1000)
    assert transferred(tmp_path / "a.css") < 100
    assert transferred(tmp_path / "a.woff2") == 4000
