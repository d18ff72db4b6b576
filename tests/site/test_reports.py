"""The pages with what is ready for reports, as a build makes them: in each language, and for no program."""

import posixpath
import shutil
import zipfile
from pathlib import Path

import pytest
from lxml import html
from tests.project import digest, run
from tests.reported import reported_site
from tests.two_languages import DAY


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return reported_site(tmp_path_factory)


def page(site: Path, name: str) -> html.HtmlElement:
    return html.document_fromstring((site / "site" / name).read_text(encoding="utf-8"))


def test_they_are_there_for_explainers_and_terms_in_each_language(site: Path) -> None:
    found = {
        file.relative_to(site / "site").as_posix() for file in (site / "site").rglob("*.html") if "report" in file.parts
    }
    pages = {"report/a/index.html", "report/glossary/t.html"}
    assert found == pages | {f"en/{name}" for name in pages}


@pytest.mark.parametrize("name", ["a/index.html", "glossary/t.html"])
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_each_row_of_links_leads_to_the_text_for_its_paragraph(site: Path, prefix: str, name: str) -> None:
    shown, ready = page(site, prefix + name), page(site, f"{prefix}report/{name}")
    links = shown.xpath("//a[@class='block-report']")
    assert links
    for link in links:
        address, _, id = link.get("href").partition("#")
        assert address == f"../report/{name}" and link.xpath("ancestor::*[@id][1]")[0].get("id") == id
        (section,) = ready.xpath(f"//section[@id='{id}']")
        assert f" {id} / " in section.xpath(".//pre")[0].text
        back = section.xpath(".//p/a[not(starts-with(@href, 'mailto:'))]/@href")
        folder = posixpath.dirname(f"{prefix}report/{name}")
        assert [posixpath.normpath(posixpath.join(folder, each)) for each in back] == [f"{prefix}{name}#{id}"]


def test_a_letter_can_be_opened_with_it(site: Path) -> None:
    letters = page(site, "en/report/a/index.html").xpath("//section//a/@href[starts-with(., 'mailto:')]")
    assert len(letters) == 4 and all(each.startswith("mailto:editor@site.example?subject=") for each in letters)
    assert "14%20people" in letters[1]


def test_programs_that_collect_pages_are_told_to_pass_over_them(site: Path) -> None:
    ready = page(site, "en/report/a/index.html")
    assert ready.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not ready.xpath("//link[@rel='canonical'] | //link[@rel='alternate'][@hreflang] | //script[@type]")
    for file in (site / "site/sitemap.xml", *(site / "site/search").rglob("*.js")):
        assert "report/" not in file.read_text(encoding="utf-8")
    with zipfile.ZipFile(next((site / "dist").glob("*-offline.zip"))) as archive:
        assert "en/report/a/index.html" in archive.namelist()


def test_nothing_of_a_device_or_a_script_is_in_them(site: Path) -> None:
    for name in ("en/report/a/index.html", "report/glossary/t.html"):
        text = (site / "site" / name).read_text(encoding="utf-8")
        assert str(site) not in text and "<form action" not in text and "onclick" not in text and "<style" not in text
        assert {each.get("src", "").split("/")[-1].split(".")[0] for each in page(site, name).iter("script")} == {
            "palette"
        }


def test_the_reader_has_the_lines_once_in_each_language_and_the_version(site: Path) -> None:
    text = (site / "dist/a.html").read_text(encoding="utf-8")
    for line in ("[Page] https://site.example/en/a/", "[Remark] </pre>", "[Страница] https://site.example/a/"):
        assert text.count(line) == 1
    assert "report/" not in text


def test_a_report_on_what_was_built_is_answered(site: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(site, root)
    ready = page(site, "en/report/a/index.html").xpath("//section")[1]
    (root / "letter.txt").write_text(f"{ready.xpath('.//pre')[0].text}It was 15.\n", encoding="utf-8")
    stands = run(root, "report", "letter.txt")
    assert (stands.returncode, stands.stderr) == (0, "") and "it reads as it was reported" in stands.stdout
    file = root / "docs/en/a/index.md"
    file.write_text(file.read_text(encoding="utf-8").replace("14", "15"), encoding="utf-8")
    changed = run(root, "report", "letter.txt")
    assert changed.returncode == 0 and "There were [-14-]{+15+} people & more." in changed.stdout


def test_made_anew_or_kept_they_are_the_same(site: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(site, root)
    file = root / "docs/ru/glossary/t.md"
    file.write_text(file.read_text(encoding="utf-8").replace("живёт", "живёт и думает"), encoding="utf-8")
    assert run(root, "build", **DAY).returncode == 0
    again = digest(root / "site/report")
    assert again != digest(site / "site/report")
    shutil.rmtree(root / ".cache")
    shutil.rmtree(root / "site")
    assert run(root, "build", **DAY).returncode == 0
    assert digest(root / "site/report") == again
