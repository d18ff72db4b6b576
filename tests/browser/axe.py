"""What axe finds wrong with a page, by the standards that every page keeps to."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_OPTIONS = {
    "runOnly": {"type": "tag", "values": STANDARDS},
    "resultTypes": ["violations"],  # what passes is not described node by node, which takes a fifth of the time
}


def violations(page: Page, *but: str) -> dict[str, list[str]]:
    """Return the rules that the page breaks, each with the elements that do; ``but`` are rules that say nothing there."""
    found = (
        Axe().run(page, options=_OPTIONS | {"rules": {rule: {"enabled": False} for rule in but}}).response["violations"]
    )
    return {violation["id"]: [node["html"][:200] for node in violation["nodes"]] for violation in found}
