"""What is put into a page leaves the rest letter for letter."""

from tlumach.languages.messages import load_messages
from tlumach.plugin.guest.elements import top_level
from tlumach.plugin.guest.marks import BEFORE, ON_TOP, Marks, Other, notice

HTML = '<h2 id="own">A</h2>\n<p class="x">B</p>\n<p>C</p>'
SAY = load_messages("en")


def test_ids_and_links_are_put_where_they_belong() -> None:
    elements, taken = top_level(HTML)
    marks = Marks(HTML)
    others = [Other("uk", "Українська", "../uk/a/", {"p-1"})]
    assert all(marks.identify(element, id, taken) for element, id in zip(elements, ("h", "p-1", "p-2"), strict=True))
    marks.link(elements[1], "p-1", SAY, others)
    assert str(marks) == (
        '<h2 id="own"><a id="h"></a>A</h2>\n'
        '<p id="p-1" class="x">B<span class="tlumach-links" data-search-exclude>'
        '<a class="headerlink" href="#p-1" title="Link to this paragraph">¶</a>'
        '<a class="headerlink" href="../uk/a/#p-1" title="Українська" hreflang="uk" lang="uk">uk</a></span></p>\n'
        '<p id="p-2">C</p>'
    )


def test_an_id_that_the_page_has_is_not_given_again() -> None:
    elements, taken = top_level(HTML)
    marks = Marks(HTML)
    assert marks.identify(elements[0], "own", taken)
    assert not marks.identify(elements[1], "own", taken)
    assert str(marks) == HTML


def test_nothing_put_is_nothing_changed() -> None:
    assert str(Marks(HTML)) == HTML


def test_a_notice_is_a_box_as_themes_dress_it() -> None:
    assert (
        notice("a", "warning")
        == '<div class="admonition warning freshness" role="note" data-search-exclude>\n<p>a</p>\n</div>\n'
    )


def test_what_is_cut_goes_and_what_is_put_in_one_place_stands_by_rank_and_then_in_order() -> None:
    html = "<p>A</p><p>B</p>"
    elements, _ = top_level(html)
    marks = Marks(html)
    marks.put(elements[1].begin, "[before B]", BEFORE)
    marks.cut(elements[0])
    marks.put(elements[0].end, "[after A]")
    marks.put(elements[0].end, "[and]")
    marks.put(elements[0].end, "[top]", ON_TOP)
    assert str(marks) == "[top][after A][and][before B]<p>B</p>"
