import sys
from types import ModuleType

import pytest

from tlumach.plugin import host


def found(monkeypatch: pytest.MonkeyPatch, **versions: str | None) -> list[str]:
    """Say what is lacking where these modules are there in these versions, or not (None)."""
    for name, version in versions.items():
        module = None if version is None else ModuleType(name)
        if module:
            module.__version__ = version  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, name.replace("__", "."), module)
    return [str(problem) for problem in host.lacking()]


def test_mkdocs_1_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(monkeypatch, mkdocs="1.6.1", mkdocs_static_i18n="1.3.1", properdocs=None) == []


@pytest.mark.parametrize("mkdocs", [None, "2.0.0"])
def test_properdocs_is_enough(monkeypatch: pytest.MonkeyPatch, mkdocs: str | None) -> None:
    versions = {"mkdocs": mkdocs, "properdocs": "1.6.7", "properdocs__replacement": "1.6.7", "mkdocs_static_i18n": "1"}
    assert found(monkeypatch, **versions) == []


@pytest.mark.parametrize("mkdocs", [None, "2.0.0"])
def test_without_either_it_is_said_what_to_install_and_what_works(
    monkeypatch: pytest.MonkeyPatch, mkdocs: str | None
) -> None:
    (said,) = found(monkeypatch, mkdocs=mkdocs, properdocs=None, mkdocs_static_i18n="1")
    assert "no-host" in said and "pip install 'tlumach[mkdocs]'" in said and "`exchange`" in said


def test_the_plugin_for_languages_is_needed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    (said,) = found(monkeypatch, mkdocs="1.6.1", mkdocs_static_i18n=None)
    assert "no-host" in said and "mkdocs-static-i18n" in said
