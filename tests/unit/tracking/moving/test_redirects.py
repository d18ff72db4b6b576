"""Former paths in the front matter of a page."""

import pytest

from tlumach.front_matter import split_front_matter
from tlumach.library import Library
from tlumach.library.pages import parse_page
from tlumach.settings import Settings
from tlumach.tracking.moving.redirects import former_paths, redirects, with_former_paths


@pytest.mark.parametrize(
    "text",
    ["# А\n", "---\ntitle: А\n---\n# А\n", "---\ntitle: А\nredirect_from: [z.md]\ndate: '2022'\n---\n# А\n",
     "---\r\ntitle: А\r\n---\r\n# А\r\n",
     "---\nredirect_from:\n  - y.md\n  - z.md\ntitle: А\n---\n", "---\nredirect_from:\n- y.md\n---\nА\n",
     "---\ntitle: А\n..."],
)  # fmt: skip
def test_former_paths_are_written_and_read_and_nothing_else_changes(text: str) -> None:
    before, _ = split_front_matter(text, "")
    fresh = with_former_paths(text, ["a.md", "б/в.md"])
    after, problems = split_front_matter(fresh, "")
    assert not problems and former_paths(after.values) == ["a.md", "б/в.md"]
    assert {**after.values, "redirect_from": 0} == {**before.values, "redirect_from": 0}
    assert fresh[after.length :] == text[before.length :]
    without, _ = split_front_matter(with_former_paths(fresh, []), "")
    assert "redirect_from" not in without.values


def test_where_there_is_a_page_again_nothing_leads_away() -> None:
    texts = {"a.md": "---\nredirect_from: [b.md, c.md, 1]\n---\n# А\n", "b.md": "# Б\n"}
    pages = {("ru", path): parse_page(text, "ru", path)[0] for path, text in texts.items()}
    library = Library(Settings(("ru", "uk"), "https://tlumach.example/", {}, {}), pages)
    assert list(redirects(library)) == [("c.md", "a.md")]
