from tlumach.blocks.syntax import NEEDED, read_markdown_settings
from tlumach.editions.shared.html_tree import parse
from tlumach.editions.text.lines import Writer
from tlumach.rendering.extension import page_renderer
from tlumach.rendering.extensions import extensions_of, with_needed
from tlumach.rendering.fragments import BlockRenderer
from tlumach.rendering.sanitizer.sanitizer import Sanitizer

WRITTEN = [
    {"pymdownx.superfences": {"custom_fences": [{"name": "x", "class": "x", "format": "name:pymdownx.superfences.fence_code_format"}]}},
    {"pymdownx.emoji": {"emoji_index": "name:material.extensions.emoji.twemoji",
                         "emoji_generator": "name:material.extensions.emoji.to_svg"}},
    {"toc": {"permalink": True, "slugify": "object/apply:pymdownx.slugs.slugify"}},
    "def_list", "pymdownx.mark", "pymdownx.caret", "pymdownx.tilde", "pymdownx.keys", "no.such.extension", {"pymdownx.tasklist": None},
]  # fmt: skip
SETTINGS = read_markdown_settings(WRITTEN)
TEXT = "==a== ++ctrl+x++ H~2~O x^2^ :smile: :material-check:\n\nterm\n: means\n\n- [x] done\n\n```x\ncode\n```\n"


def rendered() -> str:
    names, configs = extensions_of(SETTINGS, without=("toc",))
    return page_renderer([*names, Sanitizer()], configs).convert(TEXT)


def test_a_project_has_its_own_extensions_and_those_that_our_markdown_needs() -> None:
    assert set(NEEDED) < set(SETTINGS.extensions)
    names, configs = extensions_of(SETTINGS)
    assert "no.such.extension" not in names and "def_list" in names
    assert callable(configs["pymdownx.superfences"]["custom_fences"][0]["format"])
    assert configs["toc"]["permalink"] is False
    assert with_needed(["extra", "admonition"]) == ["extra", "admonition", "pymdownx.details"]
    assert "footnotes" not in extensions_of(read_markdown_settings(["extra"]), without=("footnotes",))[0]


def test_the_pages_of_editions_are_in_the_projects_own_markdown() -> None:
    html = rendered()
    for part in ("<mark>a</mark>", "<kbd", "H<sub>2</sub>O", "x<sup>2</sup>", "😄", "<dl>", "☑", "<code>code"):
        assert part in html, part
    assert "==" not in html and "++" not in html and "<svg" not in html


def test_so_are_the_blocks_of_the_reader() -> None:
    nodes = BlockRenderer(SETTINGS).render([TEXT], [4], lambda key: None, lambda element: [element])[0]
    assert [node.tag for node in nodes] == ["p", "dl", "ul", "pre"] or len(nodes) == 4
    assert "<mark>a</mark>" in nodes[0].html and "☑" in nodes[2].children[0].html


def test_so_is_the_plain_text() -> None:
    writer = Writer(lambda element: "".join(element.itertext()))
    lines = writer.blocks(list(parse(rendered())))
    assert lines[0].startswith("a Ctrl+X H2O x^2 😄")
    assert lines[2:5] == ["term", "    means", ""]
    assert "* ☑ done" in lines
