"""What still names a page by the path that it had."""

from tlumach.tracking.moving.mentions import Mention, in_page, mentions, names_of

NAMES = names_of("story/index.md")


def test_a_page_has_a_path_and_addresses() -> None:
    assert NAMES == ["story/index.md", "/story/index.html", "/story/"]
    assert names_of("x.md") == ["x.md", "/x.html", "/x/"]
    assert names_of("story/map.png") == ["story/map.png"]


def test_names_are_found_where_they_stand_by_themselves() -> None:
    text = "`story/index.md`\n../story/index.md\n/uk/story/ /story\nmy/story/index.md story/index.mdx\nhttps://a.example/story/\n"
    assert list(mentions(text, NAMES)) == [
        Mention(1, "story/index.md"),
        Mention(2, "../story/index.md"),
        Mention(3, "/uk/story/"),
    ]
    assert list(mentions(text, [])) == []


def test_of_a_page_neither_its_own_former_paths_nor_what_is_there_again() -> None:
    text = "redirect_from:\n  - story/index.md\n---\n`story/index.md`\n"
    assert list(in_page(text, "a.md", NAMES, {"b.md"}.__contains__)) == [Mention(4, "story/index.md")]
    assert list(in_page(text, "a.md", NAMES, {"story/index.md"}.__contains__)) == []
