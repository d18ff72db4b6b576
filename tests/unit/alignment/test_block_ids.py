"""The ids of blocks: kept through edits, moves and neighbours that come and go."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tlumach.alignment.block_ids import block_ids, made_id
from tlumach.blocks import split
from tlumach.records import Entry, Record

PLANT = "Завод в Петропавловске остановили весной из-за нехватки деталей."
PAGE = f"# Итоги войны\n\n{PLANT}\n\nДа.\n\n## Что дальше {{ #next }}\n\nДа.\n\n- раз\n\n[^a b]: Примечание.\n"


def ids(page, *records):
    return block_ids(split(page)[0], records)


def recorded(page, *records):
    blocks = split(page)[0]
    return Record(
        tuple(Entry(id, block.text, "…") for id, block in zip(block_ids(blocks, records), blocks, strict=True))
    )


def test_ids_without_record():
    found = ids(PAGE)
    assert found[0] == "итоги-войны" and found[3] == "next" and found[6] == "fn:a-b"
    assert re.fullmatch(r"p-[0-9a-f]{6}", found[1])
    assert found[4] == found[2] + "-2"


def test_a_record_keeps_ids_through_edits_and_moves():
    before, record = ids(PAGE), recorded(PAGE)
    edited = PAGE.replace("весной", "летом")
    assert ids(edited)[1] != before[1]
    assert ids(edited, record) == before
    moved = PAGE.replace(f"{PLANT}\n\n", "") + f"\n{PLANT}\n"
    assert sorted(ids(moved, record)) == sorted(before)
    assert ids(moved, record)[-1] == before[1]


def test_equal_texts_keep_theirs_when_the_first_goes_or_another_comes():
    before, record = ids(PAGE), recorded(PAGE)
    gone = PAGE.replace("Да.\n\n", "", 1)
    assert ids(gone, record) == before[:2] + before[3:]
    more = PAGE.replace(PLANT, f"Да.\n\n{PLANT}")
    assert set(before) < set(ids(more, record))
    assert [id for at, id in enumerate(ids(more, record)) if at != 1] == before


def test_headings_of_one_text():
    page = "# А\n\n## Источники\n\nРаз.\n\n## Источники\n\nДва.\n"
    record = recorded(page)
    assert ids(page)[1::2] == ["источники", "источники-2"]
    assert ids(page.replace("## Источники\n\nРаз.\n\n", ""), record)[1] == "источники-2"


def test_a_renamed_heading_gets_the_id_of_its_new_name():
    assert ids(PAGE.replace("Итоги войны", "Итоги и выводы войны"), recorded(PAGE))[0] == "итоги-и-выводы-войны"


def test_what_merely_took_the_place_of_another_gets_its_own_id():
    assert ids(PAGE.replace(PLANT, "Совсем другое."), recorded(PAGE))[1] != ids(PAGE)[1]


def test_hand_written_ids_win():
    own = PAGE.replace(PLANT, f"{PLANT}\n{{ #plant }}")
    assert ids(own, recorded(PAGE))[1] == "plant"
    assert ids("# Завод\n\nТекст.\n{ #завод }\n") == ["завод-2", "завод"]
    assert ids("Раз.\n{ #a }\n\nДва.\n{ #a }\n") == ["a", "a-2"]
    assert ids("Итоги { #sum }\n=======\n") == ["sum"]
    assert ids("    код { #id }\n")[0].startswith("p-")


def test_the_first_record_that_knows_the_block_decides():
    first, second = (
        Record((Entry("one", "Да.", "Так."),)),
        Record((Entry("two", "Да.", "Yes."), Entry("three", "Нет.", "No."))),
    )
    assert ids("Да.\n\nНет.\n", first, second) == ["one", "three"]
    assert ids("Да.\n\nНет.\n", second, first) == ["two", "three"]
    same = ids("Да.\n\nНет.\n", Record((Entry("same", "Да.", ""),)), Record((Entry("same", "Нет.", ""),)))
    assert same == ["same", ids("Нет.\n")[0]]


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_do_not_count(line_end):
    page = "Первая\nи вторая.\n\n- раз\n- два\n"
    assert ids(page.replace("\n", line_end)) == ids(page)


def test_made_ids_have_no_white_space():
    assert made_id(split("[^a\u00a0b c]: Д.")[0][0]) == "fn:a-b-c"


PARAGRAPHS = st.lists(
    st.sampled_from(["Раз.", "Два.", "Три и\nещё.", "# Раз", "## Два", "- раз\n- два", "[^a]: Раз.", "> два", "---"]),
    max_size=8,
)


@settings(max_examples=150, deadline=None)
@given(PARAGRAPHS, st.lists(st.booleans(), min_size=8, max_size=8), PARAGRAPHS)
def test_ids_are_unique_and_stay_when_blocks_come_and_go(texts, kept, other):
    blocks = split("\n\n".join(texts))[0]
    before = block_ids(blocks, [])
    assert len(set(before)) == len(blocks) and all(re.fullmatch(r"\S+", id) for id in before)
    record = Record(tuple(Entry(id, block.text, "…") for id, block in zip(before, blocks, strict=True)))
    assert block_ids(blocks, [record, record]) == before
    fewer = [block for block, keep in zip(blocks, kept, strict=False) if keep]
    after = block_ids(fewer, [record])
    assert set(after) <= set(before)
    assert {block.text for block in fewer} == {blocks[before.index(id)].text for id in after}
    more = block_ids(split("\n\n".join([*other, *texts]))[0], [record])
    assert len(set(more)) == len(more)
