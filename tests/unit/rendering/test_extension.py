from xml.etree import ElementTree

from markdown import Markdown

from tlumach.alignment.block_ids import block_ids
from tlumach.blocks import rendered as blocks_rendered
from tlumach.blocks import split
from tlumach.blocks.headings import headings
from tlumach.languages.messages import load_messages
from tlumach.rendering.extension import Counterpart, Rendering, TlumachExtension, _head_notes

EXTENSIONS = ["attr_list", "footnotes", "admonition", "tables", "toc", "pymdownx.details", "pymdownx.superfences"]


def rendered(
    text: str, language: str | None = "ru", ids: list[str] | None = None, counterparts: tuple[Counterpart, ...] = ()
) -> ElementTree.Element:
    extension = TlumachExtension()
    blocks = split(text)[0]
    if language:
        known = block_ids(blocks, [])
        shown = [id for block, id in zip(blocks, known, strict=True) if block in blocks_rendered(blocks)]
        extension.rendering = Rendering(shown if ids is None else ids, load_messages(language), "ru", counterparts)
    md = Markdown(extensions=[*EXTENSIONS, extension])
    return ElementTree.fromstring(f"<body>{md.convert(text)}</body>".replace("&nbsp;", " ").replace("&#160;", " "))


def text_of(element: ElementTree.Element) -> str:
    return "".join(element.itertext())


def test_headings_get_the_ids_that_the_checks_know() -> None:
    text = "# Кто такой Токаев?\n\n## Что дальше { #next }\n\n## Что дальше\n\n## Что дальше\n"
    body = rendered(text)
    assert [heading.get("id") for heading in body] == ["кто-такой-токаев", "next", "что-дальше", "что-дальше-2"]
    assert [heading.get("id") for heading in body] == [heading.id for heading in headings(split(text)[0])]


def test_a_heading_within_a_box_takes_no_id_from_the_page() -> None:
    body = rendered("# А\n\n!!! note\n\n    ## В рамке\n\n## Б\n")
    assert [heading.get("id") for heading in body if heading.tag in ("h1", "h2")] == ["а", "б"]


def test_a_headline_of_another_story_is_labelled_and_its_words_stay() -> None:
    (paragraph,) = rendered("Две *другие* новости\n{ .headline }\n")
    label = paragraph[0]
    assert label.tag == "span" and text_of(label) == "Заголовок другой новости"
    assert text_of(paragraph).removeprefix(text_of(label)) == "Две другие новости"
    assert [child.tag for child in paragraph] == ["span", "em", "span"]


def test_the_label_is_in_the_language_of_the_page() -> None:
    (paragraph,) = rendered("x\n{ .headline .y }\n", "en")
    assert text_of(paragraph) == "Headline of another storyx"


def test_other_paragraphs_are_not_labelled() -> None:
    assert text_of(rendered("x\n{ .headlines }\n\ny\n")) == "x\ny"


def test_notes_stand_under_a_heading() -> None:
    body = rendered("# А\n\nРаз[^1].\n\n[^1]: Два.\n")
    heading, notes = list(body)[-2:]
    assert (heading.tag, text_of(heading)) == ("h2", "Примечания и источники")
    assert heading.get("id")
    assert notes.get("class") == "footnote" and "Два." in text_of(notes)


def test_a_page_without_notes_has_no_heading_for_them() -> None:
    assert [element.tag for element in rendered("# А\n\nРаз.\n")] == ["h1", "p"]


def test_nothing_is_labelled_before_a_page_is_set() -> None:
    assert text_of(rendered("x\n{ .headline }\n", None)) == "x"


ENGLISH = Counterpart("en", "English", "../en/a.html", {"one": None, "two": None})


def links_of(element: ElementTree.Element) -> list[tuple[str | None, str | None]]:
    return [(link.get("href"), link.get("aria-label")) for link in element.iter("a")]


def test_a_paragraph_links_to_itself_and_to_the_same_place_in_other_languages() -> None:
    _, first, second = rendered("# А\n\nРаз.\n\nДва.\n", ids=["a", "one", "three"], counterparts=(ENGLISH,))
    assert links_of(first) == [("#one", "Ссылка на этот абзац"), ("../en/a.html#one", "English")]
    assert links_of(second) == [("#three", "Ссылка на этот абзац")]


def test_the_links_add_no_word_to_the_text() -> None:
    (paragraph,) = rendered("Раз *два*.\n", ids=["one"], counterparts=(ENGLISH,))
    assert text_of(paragraph) == "Раз два."


def test_where_splitter_and_renderer_disagree_no_block_gets_an_id() -> None:
    body = rendered("Раз.\n\nДва.\n", ids=["one"])
    assert [element.get("id") for element in body] == [None, None]


def test_made_elements_keep_their_own_ids_and_get_no_links() -> None:
    heading, paragraph = rendered("## Люди { #person }\n\nРаз.\n", ids=["", "one"])
    assert heading.get("id") == "person" and not links_of(heading)
    assert paragraph.get("id") == "one"


def test_a_table_scrolls_by_itself_and_keeps_its_id() -> None:
    (region,) = rendered("| a | b |\n|---|---|\n| 1 | 2 |\n", ids=["one"])
    assert (region.tag, region.get("id"), region.get("tabindex")) == ("div", "one", "0")
    assert region[0].tag == "table" and region[0].get("id") is None


def test_an_original_says_its_language() -> None:
    (details,) = rendered('??? original "Сейчас"\n\n    Раз.\n\n    - два\n', "uk", ids=[""])
    assert [(element.tag, element.get("lang")) for element in details] == [("summary", None), ("p", "ru"), ("ul", "ru")]


def test_what_a_snippet_puts_in_is_no_block_of_the_page() -> None:
    text = "# А\n\n\x04\n\nвложено\n\n- ещё\n\n\x04\n\n- Два.\n"
    body = rendered(text, ids=["a", "\x04", "\x04", "two"])
    assert [(element.tag, element.get("id")) for element in body] == [
        ("h1", "a"),
        ("p", None),
        ("ul", None),
        ("ul", "two"),
    ]


def test_several_ways_back_from_a_note_are_told_apart() -> None:
    root = ElementTree.fromstring(
        '<div><div class="footnote"><ol><li><a class="footnote-backref" title="К 1">x</a></li><li>'
        '<a class="footnote-backref" title="К 2">x</a><a class="footnote-backref" title="К 2">x</a></li></ol></div></div>'
    )
    _head_notes(root, load_messages("ru"))
    assert [(link.text, link.get("title")) for link in root.iter("a")] == [
        ("x", "К 1"),
        ("xa", "К 2 (a)"),
        ("xb", "К 2 (b)"),
    ]


def test_marks_of_notes_have_short_ids_and_the_ways_back_lead_to_them() -> None:
    body = rendered("А[^long-name]. Б[^other]. В[^long-name].\n\n[^long-name]: Один\n[^other]: Два\n")
    assert [mark.get("id") for mark in body.iter("sup")] == ["fnref1", "fnref2", "fnref3"]
    notes = {str(note.get("id")): note for note in body.iter("li")}
    back = {id: [link.get("href") for link in note.iter("a")] for id, note in notes.items()}
    assert back == {"fn:long-name": ["#fnref1", "#fnref3"], "fn:other": ["#fnref2"]}
