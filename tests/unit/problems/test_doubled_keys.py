"""Keys that stand twice in YAML: in a project's files they are told, in ours there are none."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.project import ROOT

from tlumach.front_matter import split_front_matter
from tlumach.languages.project_files.reading import read_language_file
from tlumach.problems.doubled_keys import DEEPEST, Doubled, load
from tlumach.settings import read_settings

OURS = sorted(
    file.relative_to(ROOT).as_posix()
    for folder in ("src", "scripts", "sources", "tests/cases", "findings")
    for file in (ROOT / folder).rglob("*.y*ml")
    if not {"fuzzing", "scaffold"} & {*file.parts}  # broken on purpose; with names to be filled in
)


def test_each_place_is_told_with_the_one_before() -> None:
    value, doubled = load("a: 1\nb: 2\na: 3\nc: {d: 1, d: 2}\na: 4\n")
    assert value == {"a": 4, "b": 2, "c": {"d": 2}}
    assert doubled == [Doubled("a", 3, 1), Doubled("d", 4, 4), Doubled("a", 5, 3)]
    assert doubled[0].message.startswith("`a` twice, on line 1 and here")


@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.SafeLoader, yaml.CSafeLoader])
@pytest.mark.parametrize("text", ["", "a", "- a\n- a", "a: &x {b: 1}\nc: {<<: *x, b: 2}", "a: [b, b]"])
def test_nothing_stands_twice(text: str, loader: type) -> None:
    assert load(text, loader) == (yaml.load(text, loader), [])


@given(st.dictionaries(st.text(), st.text() | st.integers()))
def test_what_is_read_is_what_yaml_reads(values: dict[str, object]) -> None:
    assert load(yaml.safe_dump(values)) == (values, [])


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{"])
def test_values_within_one_another_without_end_are_refused(opening: str) -> None:
    """libyaml, which has no bound, would end the process: front matter and settings may be a stranger's."""
    text = opening * 50_000
    with pytest.raises(RecursionError):
        load(text, yaml.CSafeLoader)
    ((message,), settings) = (
        [each.message for each in split_front_matter(f"---\n{text}\n---\n", "a.md")[1]],
        read_settings(text),
    )
    assert "too many within one another" in message and settings[0] is None


@pytest.mark.parametrize("text", ["- [a, b]\n" * DEEPEST, "a: x " + "[](" * 99 + "x" * DEEPEST])
def test_many_beside_one_another_are_read(text: str) -> None:
    assert load(text, yaml.CSafeLoader)[0] == yaml.load(text, yaml.CSafeLoader)


def test_settings_and_language_files_tell_theirs() -> None:
    text = "site_name: A\nplugins:\n- i18n:\n    languages:\n    - {locale: ru, default: true}\nsite_name: B\n"
    settings, problems = read_settings(text)
    assert settings
    assert [(each.line, each.message.partition(":")[0]) for each in problems] == [
        (6, "mkdocs.yml has `site_name` twice, on line 1 and here")
    ]
    _, wrong = read_language_file("messages:\n  next: Next\n  next: Further\n")
    assert any(each.line == 3 and "`next` twice, on line 2" in each.message for each in wrong)


@pytest.mark.parametrize("name", ["mkdocs.yml", *OURS])
def test_ours_have_none(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert _doubled(text) == []


def _doubled(text: str) -> list[Doubled]:
    class Loader(yaml.CSafeLoader):
        """Reads `!ENV` and the like as what they stand before."""

    Loader.add_multi_constructor("", lambda loader, _, node: getattr(node, "value", None))
    return load(text, Loader)[1]
