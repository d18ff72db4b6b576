from typing import Any

import pytest

from tlumach.checks.pairs.content.addresses.link_targets import check_links
from tlumach.checks.pairs.content.addresses.references import definitions
from tlumach.problems import Level


def test_another_target_is_named_with_the_one_that_is_meant(findings: Any) -> None:
    (found,) = findings(check_links, "[а](../glossary/csto.md)", "[а](../glossary/nato.md)")
    assert "`../glossary/csto.md` of the source is not here. Here stands `../glossary/nato.md`" in found.message


def test_an_added_link_has_its_line(findings: Any) -> None:
    (found,) = findings(check_links, "- а\n- б", "- а\n- [б](x.md)")
    assert "is not in the source" in found.message and found.line == 1


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("[а](x.md#a)", "[а](x.md#b)"),
        ("[а](x.md?a=1)", "[а](x.md?a=2)"),
        ("![а](x.png)", "![а](y.png)"),
        ("<https://a.example>", "<https://b.example>"),
        ("https://a.example/1", "https://a.example/2"),
        ("a@x.example", "b@x.example"),
        ("[а][one]", "[а][two]"),
        ("[а](x.md) [а](x.md)", "[а](x.md) а"),
    ],
)
def test_anchors_images_and_addresses_count_and_so_does_how_often(findings: Any, source: str, target: str) -> None:
    assert findings(check_links, source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("[а](a.md) и [б](b.md)", "[щось](b.md) та [інше](a.md)"),
        ("[а](../../ru/about.md)", "[а](../../uk/about.md)"),
        ("[а](./x.md)", "[а](x.md)"),
        ("Див. https://a.example/x.sh тут", "На https://a.example/x.sh. А"),
        ("На https://a.example/v5, и", "На https://a.example/v5 та"),
        ("На https://a.example/?", "На https://a.example/…"),
        ("`[а](x.md)`", "б"),
    ],
)
def test_order_language_folder_and_code_do_not_count(findings: Any, source: str, target: str) -> None:
    assert findings(check_links, source, target) == []


def test_an_example_of_an_address_may_be_set_as_code(findings: Any) -> None:
    example = "https://your-name.example/project"
    assert not findings(check_links, f"Он стоит на {example}, см.", f"Він стоїть на `{example}`, див.")
    assert findings(check_links, f"Он стоит на [своем месте]({example}).", f"Він стоїть на `{example}`.")


def test_a_link_that_went_with_its_item_is_info(findings: Any) -> None:
    source = "- [а](a.md)\n- [б](b.md)\n- в"
    assert [each.level for each in findings(check_links, source, "- [а](a.md)\n- в")] == [Level.INFO]
    assert [each.level for each in findings(check_links, source, "- [а](a.md)\n- б\n- в")] == [None]
    assert [each.level for each in findings(check_links, source, "- [а](c.md)\n- в")] == [Level.WARNING, Level.INFO]


def test_an_escaped_sign_of_an_address_in_text_is_that_sign(findings: Any) -> None:
    assert not findings(
        check_links, "See https://a.example/a\\_b.", "Див. https://a.example/a_b.", source_language="en"
    )


def test_words_after_a_label_are_no_address() -> None:
    assert not definitions("[1]: Actually there is one.\n")
    assert definitions('[1]: one.md "Actually there is one."\n') == {"1": "one.md"}
