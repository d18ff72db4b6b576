"""A release, made twice as on two machines, and looked at as a reader does: by programs that are not ours."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html as lxml_html
from tests.edits import LANGUAGES, PIXEL, small_project
from tests.project import digest, run
from tests.tools import minisign


def make_key(folder: Path, name: str) -> tuple[Path, str]:
    """Make a key without a password; return the file of the secret one, and the public one."""
    secret, public = folder / f"{name}.key", folder / f"{name}.pub"
    subprocess.run([minisign(), "-G", "-W", "-p", public, "-s", secret], check=True, capture_output=True)
    return secret, public.read_text().splitlines()[-1]


def make_project(root: Path, key: str) -> Path:
    small_project(root)
    for language in LANGUAGES:
        (root / f"docs/{language}/second/map.png").write_bytes(PIXEL)
        (root / f"docs/{language}/first/map.png").write_bytes(PIXEL)
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("\nextra:\n", f"\nextra:\n  signing_key: {key}\n"))
    return root


def release(root: Path, key: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    return run(root, "release", "--key", str(key), **variables)


def command(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    return make_key(tmp_path_factory.mktemp("keys"), "own")


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory, keys: tuple[Path, str]) -> Path:
    """A project of which a release was made. Tests must not change it."""
    root = make_project(tmp_path_factory.mktemp("release") / "project", keys[1])
    done = release(root, keys[0], TZ="Asia/Almaty", PYTHONHASHSEED="1")
    assert done.returncode == 0, done.stderr
    return root


def test_a_reader_checks_it_with_the_two_commands_of_the_download_page(
    released: Path, keys: tuple[Path, str], tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(released / "dist", tmp_path / "copy"))
    for language, start in (("ru", ""), ("uk", "uk/"), ("en", "en/")):
        page = lxml_html.fromstring((released / f"site/{start}download.html").read_text(encoding="utf-8"))
        (block,) = page.xpath("//h2[@id='check']/following-sibling::pre[1]")
        first, second = block.text_content().strip().splitlines()
        assert first == f"minisign -Vm SHA256SUMS -P {keys[1]}"
        assert page.xpath("//h2[@id='signature']"), language
    assert "Signature and comment signature verified" in command(copy, *first.split()).stdout
    assert "first.epub: OK" in command(copy, *second.split()).stdout
    (copy / "first.epub").write_bytes(b"another")
    assert command(copy, *second.split()).returncode
    sums = (copy / "SHA256SUMS").read_text()
    (copy / "SHA256SUMS").write_text(sums.replace("first.epub", "other.epub"))
    assert command(copy, *first.split()).returncode
    assert command(released / "dist", *first.replace(keys[1], make_key(tmp_path, "other")[1]).split()).returncode


def test_the_bill_names_what_has_made_it(released: Path) -> None:
    bill = json.loads((released / "dist/tlumach.cdx.json").read_bytes())
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    parts = {each["name"].lower(): each for each in bill["components"]}
    assert {"tlumach", "markdown", "mkdocs", "pillow", "cpython"} <= parts.keys()
    assert parts["mkdocs"]["purl"] == f"pkg:pypi/mkdocs@{parts['mkdocs']['version']}"
    assert not {"pytest", "ruff"} & parts.keys()
    needs: Mapping[str, list[str]] = {each["ref"]: each.get("dependsOn", []) for each in bill["dependencies"]}
    assert any(each.startswith("mkdocs@") for each in needs[parts["tlumach"]["bom-ref"]])


def test_another_machine_makes_the_same_bytes(released: Path, keys: tuple[Path, str], tmp_path: Path) -> None:
    """In another folder, time zone, language of the system, umask, and with another seed of hashes."""
    root = make_project(tmp_path / "elsewhere" / "another name", keys[1])
    mask = os.umask(0o077)
    try:
        done = release(root, keys[0], TZ="America/Lima", PYTHONHASHSEED="2", LC_ALL="C", CI="1")
    finally:
        os.umask(mask)
    assert done.returncode == 0, done.stderr
    for folder in ("site", "dist"):
        assert digest(root / folder) == digest(released / folder)


def test_what_is_built_afterwards_has_no_signature_of_another_list(
    released: Path, keys: tuple[Path, str], tmp_path: Path
) -> None:
    root = Path(shutil.copytree(released, tmp_path / "project"))
    page = root / "docs/en/about.md"
    page.write_text(page.read_text().replace("Text.", "Words."))
    before = digest(root)
    other, _ = make_key(tmp_path, "other")
    done = release(root, other)
    assert (done.returncode, digest(root / "dist")) == (1, digest(released / "dist"))
    assert "is not the secret key of the `signing_key`" in done.stderr
    assert {name: each for name, each in before.items() if not name.startswith(".cache")} == {
        name: each for name, each in digest(root).items() if not name.startswith(".cache")
    }
    assert run(root, "build").returncode == 0
    assert not (root / "dist/SHA256SUMS.minisig").exists()
    assert 'id="check"' not in (root / "site/en/download.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("said", ["", "RWshort"])
def test_without_a_public_key_nothing_is_made(keys: tuple[Path, str], tmp_path: Path, said: str) -> None:
    root = make_project(tmp_path / "project", said)
    done = release(root, keys[0])
    assert done.returncode == 1
    assert done.stderr.startswith("mkdocs.yml:1: error: signing ")
    assert not (root / "site").exists()


def test_what_is_new_since_an_earlier_release_is_listed_and_signed(
    released: Path, keys: tuple[Path, str], tmp_path: Path
) -> None:
    root = Path(shutil.copytree(released, tmp_path / "project"))
    page = root / "docs/en/first/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("and a fact", "and a new fact"), encoding="utf-8")
    done = run(root, "release", "--key", str(keys[0]), "--since", "dist")
    assert done.returncode == 0, done.stderr
    (update,) = (root / "dist").glob("*.update-*.html")
    assert update.name.startswith("first.update-") and "<ins>new" in update.read_text(encoding="utf-8")
    assert f"  {update.name}\n" in (root / "dist/SHA256SUMS").read_text()
    checked = command(root / "dist", "minisign", "-Vm", "SHA256SUMS", "-P", keys[1])
    assert "Signature and comment signature verified" in checked.stdout
    for folder in ("", "uk/", "en/"):
        shown = lxml_html.fromstring((root / f"site/{folder}download.html").read_text(encoding="utf-8"))
        (link,) = shown.xpath("//h2[@id='update']/following-sibling::ul[1]/li/a/@href")
        assert ((root / f"site/{folder}download.html").parent / link).resolve().read_bytes() == update.read_bytes()
        assert not [
            each for each in shown.xpath("//h2[@id='reader']/following-sibling::ul[1]//a/@href") if "update-" in each
        ]
    made = run(root, "apply", str(released / "dist/first.html"), str(update), "-o", "new.html")
    assert made.returncode == 0, made.stderr
    assert (root / "new.html").read_bytes() == (root / "dist/first.html").read_bytes()
