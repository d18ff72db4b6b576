from tlumach.languages.messages import load_messages
from tlumach.plugin.guest.terms import _template
from tlumach.plugin.views import TermCard


def test_what_people_wrote_is_text_and_another_language_is_said() -> None:
    card = TermCard("a", "ru", "<b>&", "", 'x "y" <script>', (("en", "A<", ""), ("fa", "B", "rtl")), "glossary/a.html")
    html = _template(card, 'a.html?"', load_messages("uk"))
    assert '<span lang="fa" dir="rtl">B</span>' in html and '<span lang="en">' in html
    assert 'lang="ru"' in html and "<b>" not in html and "<script>" not in html
    assert "x &#34;y&#34; &lt;script&gt;" in html and 'href="a.html?&#34;"' in html
    assert "data-search-exclude" in html and html.count("<template") == html.count("</template>") == 1


def test_a_definition_in_the_language_of_the_page_says_none() -> None:
    card = TermCard("a", "uk", "А", "Б", "В", (), "glossary/a.html")
    assert _template(card, "a.html", load_messages("uk")).startswith(
        '<template class="tlumach-term" data-search-exclude><p><strong>А</strong> (Б)</p><p>В</p><p><a'
    )
