"""The bill of materials (SBOM, CycloneDX 1.6): which programs, in which versions, have made a release.

Written with the library of the format's own authors, an extra of the package (`tlumach[release]`). The same versions and
date give the same bytes.
"""

import json
import platform
import re
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tlumach.editions.edition import Edition, EditionInputs

ENDING = ".cdx.json"
_OURS = "tlumach"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_ONE_EXTRA_ONLY = re.compile(r"extra\s*==")


def missing() -> str:
    """Say in a line why it cannot be made here; empty where it can."""
    if find_spec("cyclonedx"):
        return ""
    return "sbom: left out: cyclonedx-python-lib is not installed here (pip install 'tlumach[release]')."


def bill_of_materials(name: str, timestamp: int) -> bytes:
    """Return the bill of a release called ``name``, made at a time (seconds since 1970), as JSON."""
    bom_of, outputter = import_module("cyclonedx.model.bom"), import_module("cyclonedx.output.json")
    bom = bom_of.Bom(serial_number=uuid.UUID(int=0))
    bom.metadata.timestamp = datetime.fromtimestamp(timestamp, UTC)
    bom.metadata.component = _component(name, "", kind="FILE")
    parts = {part.name.lower(): part for part in _made_with()}
    components = {key: _of_package(part) for key, part in parts.items()}
    python = _component("CPython", platform.python_version(), kind="PLATFORM")
    for component in (*components.values(), python):
        bom.components.add(component)
    bom.register_dependency(bom.metadata.component, [components[_OURS]])
    for key, part in parts.items():
        needed = [components[each] for each in _needed(part) if each in components]
        bom.register_dependency(components[key], [*needed, *([python] if key == _OURS else [])])
    written = json.loads(outputter.JsonV1Dot6(bom).output_as_string())
    written["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(written, sort_keys=True))}"
    return (json.dumps(written, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _made_with() -> list[Distribution]:
    """Return what of Python's packages is installed here and needed by ours, directly or not, extras with the rest."""
    found: dict[str, Distribution] = {}
    asked = [_OURS]
    while asked:
        name = asked.pop()
        try:
            if name not in found:
                found[name] = distribution(name)
                asked += _needed(found[name])
        except PackageNotFoundError:
            continue  # for another system, or of an extra that is not installed
    return [found[name] for name in sorted(found)]


def _needed(package: Distribution) -> Iterator[str]:
    """Yield the names of what a package needs; of extras only ours are asked for: others' say what might be installed too."""
    for requirement in package.requires or ():
        is_extra = bool(_ONE_EXTRA_ONLY.search(requirement))
        if (match := _NAME.match(requirement)) and (not is_extra or _is_of_our_editions(package, requirement)):
            yield re.sub(r"[-_.]+", "-", match[0]).lower()


def _is_of_our_editions(package: Distribution, requirement: str) -> bool:
    return package.name == _OURS and not re.search(r"extra\s*==\s*['\"]test", requirement)


def _of_package(package: Distribution) -> Any:
    made = _component(package.name, package.version)
    url = import_module("packageurl").PackageURL(
        "pypi", name=package.name.lower().replace("_", "-"), version=package.version
    )
    made.purl = url
    licence = package.metadata.json.get("license_expression", "")
    if licence:
        factory = import_module("cyclonedx.factory.license").LicenseFactory()
        made.licenses.add(factory.make_from_string(licence))
    return made


def _component(name: str, version: str, kind: str = "LIBRARY") -> Any:
    model = import_module("cyclonedx.model.component")
    reference = f"{name}@{version}" if version else name
    return model.Component(name=name, version=version or None, type=model.ComponentType[kind], bom_ref=reference)


def _write(shop: EditionInputs, folder: Path) -> None:
    slug = shop.tracker.library.settings.slug
    (folder / f"{slug}{ENDING}").write_bytes(bill_of_materials(slug, shop.timestamp))


SBOM = Edition("sbom", ENDING, "application/vnd.cyclonedx+json", 90, _write, missing=missing, by_default=False)
