import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.blocks.running_text import HIDDEN, running_text


def shown(block: str) -> list[str]:
    return [piece.strip() for piece in running_text(block).split(HIDDEN) if piece.strip()]


@pytest.mark.parametrize(
    ("block", "pieces"),
    [
        ("See `CSTO` and ``a ` CSTO`` here", ["See", "and", "here"]),
        ("```\nCSTO\n```", []),
        ("~~~ text\nCSTO\n~~~", []),
        ("    CSTO, indented", []),
        ("A [CSTO summit](../csto.md 'CSTO') opened", ["A", "opened"]),
        ("A [summit [of the] CSTO](csto.md) opened", ["A", "opened"]),
        ("A [CSTO][csto] summit", ["A", "summit"]),
        ("[csto]: ../csto.md 'CSTO'", []),
        ("*[CSTO]: a treaty", []),
        ("An ![CSTO flag](csto.png){ .wide } flies", ["An", "flies"]),
        ("## The CSTO", []),
        ("The CSTO\n========", []),
        ('!!! note "The CSTO"\n\n    The text', ["The text"]),
        ("Word[^csto]. More", ["Word", ". More"]),
        ("[^csto]: The text", ["The text"]),
        ("A line\n{ .csto #csto }", ["A line"]),
        ("One <!-- CSTO --> two", ["One", "two"]),
        ("One <abbr title='CSTO'>CSTO</abbr> two<br>three", ["One", "two", "three"]),
        ("<div markdown>\nCSTO\n</div>", []),
        ("At https://csto.example/csto, say", ["At", "say"]),
        ("At <https://csto.example> say", ["At", "say"]),
        ("To csto@csto.example, say", ["To", ", say"]),
        ("**CSTO** _and_ more", ["**CSTO** _and_ more"]),
        ("> The CSTO\n> met", ["> The CSTO\n> met"]),
        ("- The CSTO\n- met", ["- The CSTO\n- met"]),
        ("| CSTO | NATO |\n| --- | --- |\n| 6 | 30 |", ["| CSTO | NATO |\n| --- | --- |\n| 6 | 30 |"]),
        ("In 2022 {about} 5 < 6 [sic] (CSTO)", ["In 2022 {about} 5 < 6 [sic] (CSTO)"]),
    ],
)
def test_what_is_running_text(block: str, pieces: list[str]) -> None:
    assert shown(block) == pieces


@given(st.text(alphabet="ab `~[]()!<>/#{}.^:\\\n-=", max_size=60))
def test_every_character_stays_at_its_place_or_is_hidden(block: str) -> None:
    running = running_text(block)
    assert len(running) == len(block)
    assert all(new in (old, HIDDEN) for old, new in zip(block, running, strict=True))


@given(st.text(alphabet="ab `~[]()!<>/#{}.^:\\\n-=hw", max_size=60))
def test_an_at_sign_elsewhere_changes_nothing(block: str) -> None:
    assert running_text(f"{block}\n\n@")[: len(block)] == running_text(block)
