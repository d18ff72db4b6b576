"""Schemas that others publish, found on this machine or taken from Debian's packages; never passed over in silence."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

PACKAGE = "php-symfony-translation"  # it carries OASIS's own schemas of XLIFF 1.2 and 2
INSIDE = "usr/share/php/Symfony/Component/Translation/Resources/schemas"


def xliff_schema_of(name: str, folder: Path) -> etree.XMLSchema:
    """Return a schema by its file's name: `xliff-core-1.2-strict.xsd` or `xliff-core-2.0.xsd`, both in need of `xml.xsd`."""
    schemas = _xliff_schemas(folder)

    class Beside(etree.Resolver):
        """The schemas name xml.xsd by its address or by another folder; the copy beside them is that."""

        def resolve(self, url: str, _: object, context: object) -> object:
            return self.resolve_filename(str(schemas / Path(url).name), context) if url.endswith("/xml.xsd") else None

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Beside())
    return etree.XMLSchema(etree.parse(schemas / name, parser))


def _xliff_schemas(folder: Path) -> Path:
    """Return the folder of the schemas; unpacks Debian's package into ``folder`` where need be."""
    for place in (os.environ.get("TLUMACH_XLIFF_SCHEMAS", ""), f"/{INSIDE}"):
        if place and (Path(place) / "xliff-core-1.2-strict.xsd").exists():
            return Path(place)
    if not (shutil.which("apt-get") and shutil.which("dpkg") and _unpacked(folder)):
        pytest.fail(
            f"the schemas of XLIFF are missing: install Debian's {PACKAGE}, or name its folder in TLUMACH_XLIFF_SCHEMAS"
        )
    return folder / INSIDE


def _unpacked(folder: Path) -> bool:
    """Take the package apart without installing it: the schema is all that is wanted of it, and PHP is not."""
    download = ["apt-get", "download", "-q", PACKAGE]
    if subprocess.run(download, cwd=folder, capture_output=True, check=False).returncode:
        subprocess.run(["apt-get", "update", "-q"], capture_output=True, check=False)
        subprocess.run(download, cwd=folder, capture_output=True, check=False)
    return (
        all(
            subprocess.run(["dpkg", "-x", str(package), str(folder)], capture_output=True, check=False).returncode == 0
            for package in folder.glob("*.deb")
        )
        and (folder / INSIDE).exists()
    )
