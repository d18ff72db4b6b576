import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.records import Entry, Record, read_record, write_record
from tlumach.records.confirmer import LONGEST, Role, is_machine, name_of, one_line, refusal_of, role_of


@pytest.mark.parametrize(
    ("said", "role", "name"),
    [
        ("editor", Role.EDITOR, ""),
        ("Editor, M.", Role.EDITOR, "M."),
        ("translator,Оксана", Role.TRANSLATOR, "Оксана"),
        ("machine, a model, its version", Role.MACHINE, "a model, its version"),
        ("M. Kovalenko", None, "M. Kovalenko"),
        ("Machines, Ltd", None, "Machines, Ltd"),
        ("د. مریم‌گلی", None, "د. مریم‌گلی"),
    ],
)
def test_a_role_a_name_or_both(said: str, role: Role | None, name: str) -> None:
    assert (role_of(said), name_of(said), refusal_of(said)) == (role, name, "")
    assert is_machine(said) is (role is Role.MACHINE)


@pytest.mark.parametrize(
    "said", ["", " ", "…", "a\tb", "a\nb", "a\x1b[31m", "a\u202eb", "a\u00a0b", "a\u2028b", "M" * (LONGEST + 1)]
)
def test_what_nobody_sees_and_what_names_nobody_is_refused(said: str) -> None:
    assert refusal_of(said)


@given(st.text())
def test_whatever_is_not_refused_is_read_from_a_record_as_it_was_written(said: str) -> None:
    by = one_line(said)
    if not refusal_of(by):
        record = Record((Entry("a", "раз", "один", 1, since="2026-12-03", by=by, is_sealed=True),))
        assert read_record(write_record(record, "docs/ru/a.md", "docs/uk/a.md", "uk"), "a.po") == (record, [])
