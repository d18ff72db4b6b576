"""What a reader is told of a translation that is behind, or not there; and that nothing is said of one that is current."""

import shutil
from pathlib import Path

import pytest
from lxml import html
from tests.project import digest, run

TEXT = "kazakhstan-arms-export/index"
WORD = "недавно выразил обеспокоенность"


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of the project with what its build keeps: what an edit touches is made anew, and nothing else."""
    return Path(shutil.copytree(built, tmp_path / "project"))


def rebuilt(root: Path) -> Path:
    done = run(root, "build")
    assert done.returncode == 0, done.stderr
    return root / "site"


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def tree(file: Path) -> html.HtmlElement:
    return html.document_fromstring(file.read_text(encoding="utf-8"))


def notices(page: html.HtmlElement) -> list[str]:
    return [" ".join(found.text_content().split()) for found in page.xpath("//aside[@class='freshness']")]


def test_nothing_is_said_of_a_page_that_is_current(built: Path) -> None:
    for file in (built / "site").rglob("*.html"):
        page = tree(file)
        assert not notices(page), file
        assert not page.xpath("//details[@class='original']"), file


def test_a_changed_paragraph_is_marked_in_every_translation(project: Path) -> None:
    edit(project, f"docs/ru/{TEXT}.md", WORD, "недавно высказал беспокойство")
    edit(project, "sources/kazakhstan-arms-export.txt", WORD, "недавно высказал беспокойство")
    site = rebuilt(project)
    for language, notice in (("uk", "змінився 1 абзац"), ("en", "1 paragraph of the original has changed")):
        page = tree(site / language / f"{TEXT}.html")
        (said,) = notices(page)
        assert notice in said
        (original,) = page.xpath("//details[@class='original']")
        assert "высказал беспокойство" in original.text_content()
        assert original.xpath("./p/@lang") == ["ru"]
        assert original.getprevious().get("id") in {
            node.get("id") for node in tree(site / f"{TEXT}.html").xpath("//p[@id]")
        }
    assert not notices(tree(site / f"{TEXT}.html"))


def test_the_permalink_of_a_changed_paragraph_stays(built: Path, project: Path) -> None:
    def place(root: Path) -> str:
        (node,) = tree(root / "site" / f"{TEXT}.html").xpath(
            "//p[contains(., 'Радио Свобода') and contains(., 'президент')]"
        )
        return str(node.get("id"))

    edit(project, f"docs/ru/{TEXT}.md", WORD, "недавно высказал беспокойство")
    edit(project, "sources/kazakhstan-arms-export.txt", WORD, "недавно высказал беспокойство")
    rebuilt(project)
    assert place(project) == place(built)


def test_a_paragraph_that_is_not_translated_stands_in_the_original(project: Path) -> None:
    edit(project, "docs/ru/about.md", "\n\n## ", "\n\nСовсем новый абзац, которого в переводе ещё нет.\n\n## ")
    page = tree(rebuilt(project) / "uk/about.html")
    (original,) = page.xpath("//details[@class='original']")
    assert "Совсем новый абзац" in original.text_content()
    assert len(notices(page)) == 1


def test_a_page_that_is_not_translated_is_the_original_at_its_own_address(project: Path) -> None:
    (project / "docs/uk/about.md").unlink()
    site = rebuilt(project)
    page = tree(site / "uk/about.html")
    assert page.get("lang") == "uk"
    assert "не перекладено" in notices(page)[0]
    assert page.xpath("//article//div[@lang='ru']//h1")
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://tlumach.example/about.html"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not page.xpath("//link[@rel='alternate'][@hreflang]")
    assert "uk/about.html" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert set(tree(site / "about.html").xpath("//link[@rel='alternate'][@hreflang]/@hreflang")) == {
        "ru",
        "en",
        "x-default",
    }
    assert tree(site / "uk/index.html").xpath("//a[@href='about.html']")


def test_the_build_fails_for_it_only_where_it_is_asked_to(project: Path) -> None:
    (project / "docs/uk/about.md").unlink()
    assert run(project, "build").returncode == 0
    before = digest(project / "site")
    edit(project, "mkdocs.yml", "strict_translations: false", "strict_translations: true")
    done = run(project, "build")
    assert done.returncode == 1
    assert "docs/uk/about.md:1: error: missing-translation" in done.stderr
    assert digest(project / "site") == before


def test_touching_files_changes_nothing(built: Path, project: Path) -> None:
    for file in (project / "docs").rglob("*.md"):
        file.touch()
    assert digest(rebuilt(project)) == digest(built / "site")
