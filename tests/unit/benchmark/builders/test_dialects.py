from benchmark.builders.dialects import for_hugo, for_sphinx

PAGE = """\
---
description: x
---
# Title

!!! question "What?"

    - One[^a].
    - [Two](../story-0001/index.md).

Text.

## Part { #part-7 }

- [слово](../../uk/glossary/term-001.html){ lang=uk hreflang=uk }

Made.
{ #downloads }

!!! term-facts ""

    - Last.

[^a]: Note.
"""


def test_hugo() -> None:
    text = for_hugo(PAGE)
    assert (
        '{{% box "question" "What?" %}}\n\n\n- One[^a].\n- [Two](../story-0001/index.md).\n\n{{% /box %}}\nText.\n'
        in text
    )
    assert '{{% box "term-facts" "" %}}\n\n\n- Last.\n\n{{% /box %}}\n[^a]: Note.\n' in text
    assert "\n## Part {#part-7}\n" in text
    assert "[слово](/uk/glossary/term-001/)\n" in text
    assert "#downloads" not in text


def test_sphinx() -> None:
    text = for_sphinx(PAGE, "about")
    assert (
        ":::{admonition} What?\n:class: question\n\n\n- One[^a].\n- [Two](../story-0001/index.md).\n\n:::\n\nText.\n"
        in text
    )
    assert ":::{container} term-facts\n\n\n- Last.\n\n:::\n\n[^a]: Note.\n" in text
    assert "\n{#about-part-7}\n## Part\n" in text
    assert "[слово](site:../../uk/glossary/term-001.html)\n" in text
    assert "#downloads" not in text


def test_a_box_at_the_end_is_closed() -> None:
    assert for_hugo('!!! note "A"\n\n    B\n').endswith("B\n{{% /box %}}\n")
