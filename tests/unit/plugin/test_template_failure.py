import pickle
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from tlumach.library.pages import parse_page
from tlumach.plugin.template_failure import FailedTemplateError, failure_of, missing_templates


def failure(root: Path, template: str, name: str = "main.html") -> FailedTemplateError | None:
    (root / "theme").mkdir()
    (root / "theme/main.html").write_text(template)
    try:
        Environment(loader=FileSystemLoader(root / "theme")).get_template(name).render()
    except Exception as error:
        return failure_of(error, root)
    return None


@pytest.mark.parametrize(
    "wrong",
    [
        "{% if %}",
        "{{ nothing.x.y }}",
        "{{ 1/0 }}",
        "{% include 'nope.html' %}",
        "{{ 'x' | nope }}",
        "{% for x in 5 %}{% endfor %}",
    ],
)
def test_a_failing_template_is_named_with_its_line(tmp_path: Path, wrong: str) -> None:
    found = failure(tmp_path, f"<p>\n</p>\n{wrong}\n")
    assert found and str(found).startswith("theme/main.html:3: ") and "template" in str(found)


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    found = failure(tmp_path, "", "nope.html")
    assert found and "`nope.html`" in str(found)


def test_an_error_of_another_cause_is_no_template_s(tmp_path: Path) -> None:
    try:
        (tmp_path / "none").read_text()
    except OSError as error:
        assert failure_of(error, tmp_path) is None


def test_a_failure_comes_through_from_another_process(tmp_path: Path) -> None:
    found = failure(tmp_path, "{{ 1/0 }}")
    assert found and str(pickle.loads(pickle.dumps(found))) == str(found)


def test_pages_whose_template_the_theme_lacks(tmp_path: Path) -> None:
    (tmp_path / "main.html").write_text("")
    env = Environment(loader=FileSystemLoader(tmp_path))
    texts = {"a.md": "---\nx: 1\ntemplate: nope.html\n---\n", "b.md": "---\ntemplate: main.html\n---\n", "c.md": "# A"}
    pages = [parse_page(text, "ru", path)[0] for path, text in texts.items()]
    (problem,) = missing_templates(pages, env)
    assert (problem.path, problem.line, problem.code) == ("docs/ru/a.md", 3, "template")
