import pytest

from tlumach.settings import read_settings

TEXT = """plugins:
  - i18n:
      languages:
        - {locale: ru, name: Русский, default: true}
extra:
  contact: %s
"""


@pytest.mark.parametrize("contact", ["''", "mailto:a@b.example", "https://a.example/contact", "about.html"])
def test_a_contact_that_can_be_linked_to(contact: str) -> None:
    assert read_settings(TEXT % contact)[1] == []


@pytest.mark.parametrize("contact", ["javascript:x", "'data:text/html,x'", "//a.example"])
def test_a_contact_that_cannot(contact: str) -> None:
    settings, (problem,) = read_settings(TEXT % contact)
    assert settings is not None
    assert (problem.path, problem.line, problem.code) == ("mkdocs.yml", 6, "settings")
    assert "contact" in problem.message
