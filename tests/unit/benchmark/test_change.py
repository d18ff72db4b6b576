import pytest
from benchmark.builders.dialects import for_hugo, for_sphinx
from benchmark.change import changed
from benchmark.content.generate import pages

PAGE = dict(pages(2, 3))["uk/story-0000/index.md"]


@pytest.mark.parametrize("page", [PAGE, for_hugo(PAGE), for_sphinx(PAGE, "x")], ids=["ours", "hugo", "sphinx"])
def test_one_paragraph_is_changed_the_same_one_for_all(page: str) -> None:
    before, after = page.splitlines(), changed(page, 3).splitlines()
    (line,) = [new for old, new in zip(before, after, strict=True) if old != new]
    assert line.endswith(" … … …")
    assert line.removesuffix(" … … …") in PAGE.splitlines()


def test_each_turn_changes_it_anew() -> None:
    once = changed(PAGE, 1)
    assert len({PAGE, once, changed(once, 2)}) == 3


def test_a_page_without_a_paragraph_is_an_error() -> None:
    with pytest.raises(ValueError, match="paragraph"):
        changed("---\nterm: x\n---\n# Title\n\n- item\n", 1)
