from xml.etree import ElementTree

from markdown import Markdown

from tlumach.blocks import split
from tlumach.headings import headings
from tlumach.markup import TlumachExtension
from tlumach.messages import load_messages


def rendered(text: str, language: str | None = "ru") -> ElementTree.Element:
    extension = TlumachExtension()
    extension.headings = headings(split(text)[0])
    extension.say = load_messages(language) if language else None
    md = Markdown(extensions=["attr_list", "footnotes", "admonition", "toc", extension])
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
    assert [child.tag for child in paragraph] == ["span", "em"]


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
