from hypothesis import given
from hypothesis import strategies as st

from tlumach.blocks import BlockKind
from tlumach.checks.pairs.opaque import OBJECT, without_opaque


def test_what_no_rule_reads_is_hidden_in_its_place() -> None:
    text = "Раз {{ version }} и <kbd>Ctrl</kbd>\n{% include 'a' %}\nдва `{{ x }}`"
    found = without_opaque(text, BlockKind.PARAGRAPH)
    assert found == f"Раз {OBJECT * 13} и {OBJECT * 15}\n{' ' * 17}\nдва `{{{{ x }}}}`"


@given(st.text(alphabet='аx {}%*!`\n[]/="<>:+-kbd1', max_size=80), st.sampled_from(list(BlockKind)))
def test_every_place_and_line_stays(text: str, kind: BlockKind) -> None:
    found = without_opaque(text, kind)
    assert len(found) == len(text)
    assert [at for at, letter in enumerate(found) if letter == "\n"] == [
        at for at, letter in enumerate(text) if letter == "\n"
    ]
