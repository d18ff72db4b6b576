"""Reference links lead where the definitions of their labels say."""

import pytest

from tlumach.blocks import Block, BlockKind
from tlumach.checks.pairs.content.addresses.link_targets import check_links
from tlumach.checks.pairs.content.addresses.references import definitions
from tlumach.checks.pairs.content.structure import check_structure
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, Labels, Side
from tlumach.problems import Level


def pair(
    source: str, target: str, theirs: str = "", ours: str = "", beside: str = "", *, kind: BlockKind
) -> AlignedPair:
    sides = [Side(language, Block(kind, 1, text)) for language, text in (("en", source), ("ru", target))]
    labels = Labels(definitions(theirs), definitions(ours))
    return AlignedPair(*sides, Knowledge(), labels=labels, beside=beside)


def found(source: str, target: str, theirs: str = "", ours: str = "", beside: str = "", *, kind: BlockKind) -> int:
    return len(list(check_links(pair(source, target, theirs, ours, beside, kind=kind))))


THEIRS = "[app-e]: appendix-e.html\n[crates]:\nhttps://example.org/crates\n[tools]: tools.md"
RIGHT = [
    ("See [Appendix E][app-e].", "См. [Приложение E].", "[Приложение E]: appendix-e.html"),
    ("See [the `rand` crate][crates].", "См. [крейт `rand`].", "[крейт `rand`]: https://example.org/crates"),
    ("See [Crates][crates].", "См. [Крейты](https://example.org/crates).", ""),
    ("See [Crates](https://example.org/crates).", "См. [Крейты][к].", "[К]: https://example.org/crates"),
    ("See [Crates](https://example.org/crates).", "См. [К][].", "[к]: <https://example.org/crates>"),
    ("See [the tools][tools].", 'См. <a class="x" href="tools.html">средства</a>.', ""),
    ("See [https://example.org/crates][crates].", "См. [https://example.org/crates].", "[https://example.org/crates]: https://example.org/crates"),
    ("A [TODO] note.", "Заметка [TODO].", ""),
]  # fmt: skip
WRONG = [
    ("See [Appendix E][app-e].", "См. [Приложение E].", "[Приложение E]: appendix-d.html"),
    ("See [Appendix E][app-e].", "См. [Приложение E].", ""),
    ("See [Appendix E][app-e].", "См. Приложение E.", "[app-e]: appendix-e.html"),
    ("See [Crates][crates].", "См. [Крейты]().", ""),
    ("See [Crates][crates].", "См. [Крейты](https://example.org/crate).", ""),
    ("See [the tools][tools].", 'См. <a href="tool.html">средства</a>.', ""),
]


@pytest.mark.parametrize(("source", "target", "ours"), RIGHT)
def test_what_stands_behind_a_label_counts(source: str, target: str, ours: str) -> None:
    assert not found(source, target, THEIRS, ours, kind=BlockKind.PARAGRAPH)


@pytest.mark.parametrize(("source", "target", "ours"), WRONG)
def test_another_address_behind_a_label_is_found(source: str, target: str, ours: str) -> None:
    assert found(source, target, THEIRS, ours, kind=BlockKind.PARAGRAPH)


@pytest.mark.parametrize(("target", "count"), [("[б]: b.md\n[а]: a.md", 0), ("[one]: a.md", 0), ("[one]: c.md", 1)])
def test_a_definition_is_compared_with_that_of_its_label(target: str, count: int) -> None:
    source = "[one]: a.md\n[two]: b.md"
    assert found(source, target, source, target, kind=BlockKind.REFERENCE) == count


def test_a_link_in_the_other_half_of_a_paragraph_is_there() -> None:
    source, half = "Of [the laws](laws.md) more is said elsewhere.", "О [законах](laws.md)"
    assert not found(source, "сказано в другом месте.", beside=half, kind=BlockKind.PARAGRAPH)
    assert found(source, "сказано в другом месте.", beside="О законах", kind=BlockKind.PARAGRAPH)


PICTURES = "[2]: images/x.png\n[Рисунок]: images/x.png\n[3]: images/y.png\n[8]: https://example.org/c"
SAME = [
    ("![Figure](images/x.png)", "![Рисунок][2]", ""),
    ("![Figure](images/x.png)", "![Рисунок][]", ""),
    ("![Figure](images/x.png)", "![Рисунок]", ""),
    ("![](images/x.png)", "![][2]", ""),
    ("![][f]", "![](images/x.png)", "[f]: images/x.png"),
    ("![Figure][f]", "![Рисунок](images/x.png)", "[f]: images/x.png"),
    ("![Figure][f]", "![Рисунок][2]", "[f]: <images/x.png>"),
    ("![Figure]", "![Рисунок][2]", "[figure]: images/x.png"),
    ("Look: ![One](images/x.png)![Two](images/y.png)", "См. ![Раз][2]![Два][3]", ""),
    ("[![Figure](images/x.png)](https://example.org/c)", "[![Рисунок][2]][8]", ""),
    ("[![Figure][f]](https://example.org/c)", "[![Рисунок](images/x.png)][8]", "[f]: images/x.png"),
    ("- ![Figure](images/x.png)\n- Text", "- ![Рисунок][2]\n- Текст", ""),
    ("In the [console](https://example.org/c):", "В [консоли][8]:", ""),
    ("In the [8]: there", "В [8]: там", "[8]: https://example.org/c"),
    ("A sign![^1] Of it", "Знак![^1] О нём", ""),
    ("An escaped \\![Figure](images/x.png)", "Знак \\![Рисунок][2]", ""),
    ("In code `![x][2]` here", "В коде `![x][2]` тут", ""),
]
OTHER = [
    ("![](images/x.png)", "![][3]", ""),
    ("![](images/x.png)", "![]", ""),
    ("![Figure](images/x.png)", "![Рисунок][3]", ""),
    ("![Figure](images/x.png)", "![Рисунок][4]", ""),
    ("![Figure](images/x.png)", "![Картинка]", ""),
    ("![Figure](images/x.png) Text", "Рисунок Текст", ""),
    ("![Figure][f] Text", "Рисунок Текст", "[f]: images/x.png"),
    ("![Figure](images/x.png)", "[Рисунок][2]", ""),
    ("[Figure](images/x.png)", "![Рисунок][2]", ""),
    ("![One](images/x.png) ![Two](images/y.png)", "![Раз][2] ![Два][2]", ""),
    ("[![Figure](images/x.png)](https://example.org/c)", "[![Рисунок][2]][3]", ""),
    ("In the [console](https://example.org/c):", "В [консоли][3]:", ""),
]


def both_rules(source: str, target: str, theirs: str) -> list[str]:
    both = pair(source, target, theirs, PICTURES, kind=BlockKind.PARAGRAPH)
    return [each.message for rule in (check_links, check_structure) for each in rule(both)]


@pytest.mark.parametrize(("source", "target", "theirs"), SAME)
def test_an_image_by_reference_is_followed_as_a_link_is(source: str, target: str, theirs: str) -> None:
    assert both_rules(source, target, theirs) == []


@pytest.mark.parametrize(("source", "target", "theirs"), OTHER)
def test_another_or_a_lost_image_behind_a_label_is_found(source: str, target: str, theirs: str) -> None:
    assert both_rules(source, target, theirs)


def test_a_label_is_named_by_where_it_leads() -> None:
    (found,) = both_rules("See ![One](images/x.png).", "См. ![Раз][3].", "")
    assert found == "the link to `images/x.png` of the source is not here. Here stands `images/y.png`."


RENUMBERED = "[2]: https://example.org/patch\n[3]: https://example.org/lib\n[4]: https://example.org/each"
NUMBERED = "[2]: https://example.org/lib\n[3]: https://example.org/each"


def test_labels_with_other_numbers_are_no_other_links() -> None:
    assert not found(
        "Of [Lib][2] and [each][3].", "Про [Lib][3] і [each][4].", NUMBERED, RENUMBERED, kind=BlockKind.PARAGRAPH
    )
    assert not found(NUMBERED, RENUMBERED, NUMBERED, RENUMBERED, kind=BlockKind.REFERENCE)


def test_a_label_that_has_another_number_now_leads_elsewhere_under_the_old_one() -> None:
    assert found("Of [Lib][2].", "Про [Lib][2].", NUMBERED, RENUMBERED, kind=BlockKind.PARAGRAPH)


def test_a_link_by_a_label_that_nothing_defines_any_more_is_an_error() -> None:
    both = pair("Of [Lib][2].", "Про [Lib][2].", NUMBERED, "[3]: https://example.org/each", kind=BlockKind.PARAGRAPH)
    (lost,) = check_links(both)
    assert (
        lost.level is None and "`https://example.org/lib` of the source is not here. Here stands `[2]`" in lost.message
    )


def test_words_in_brackets_that_no_page_defines_may_be_no_link() -> None:
    both = pair("[verb][object clause]", r"\[дієслово\]\[підрядне\]", "", "", kind=BlockKind.PARAGRAPH)
    assert [each.level for each in check_links(both)] == [Level.INFO]
