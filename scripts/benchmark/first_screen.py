"""When the explainer of this site shows its text to one who comes for the first time on a slow line with a slow phone.

As a multiple of a page made by hand that says the same: both are opened in turn, so that a slow minute of the machine falls on both,
and the multiple of one builder divided by that of another says which shows its text sooner.
"""

import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html as lxml_html  # type: ignore[import-untyped]

from benchmark.builders.contender import Contender
from benchmark.figures import Figure
from benchmark.searching.asking import SLOWER, browser, is_possible
from benchmark.web import Requests, served
from benchmark.weight import asked_for, transferred

PAGE = "en/kazakhstan-arms-export/index.html"
TURNS = 9
LINE = 400_000 / 8  # bytes a second
SCREEN = {"width": 360, "height": 640}
_MADE_OF = {".html", ".css", ".js"}

LEFT_OUT = "*[self::script or self::style or self::form or self::svg or self::nav or self::input or @hidden]"
OF_PROGRAMS = ("block-links", "headerlink", "terms-used", "voice", "freshness")
KEPT = {"href", "src", "alt", "width", "height", "loading", "id"}
PLAIN = {"div", "span", "section"}
STYLE = """:root{color-scheme:light dark}
body{max-width:36rem;margin:0 auto;padding:0 1rem;font:1.06rem/1.6 system-ui,sans-serif}
h1{font-size:1.6em;line-height:1.25}h2{font-size:1.25em;margin:1.6em 0 .6em}
table{border-collapse:collapse;font-size:.9em}th,td{border:1px solid #8884;padding:.4em .6em;text-align:start}
img{max-width:100%;height:auto}sup{line-height:0}a{color:#175a75;text-underline-offset:.2em}
@media (prefers-color-scheme:dark){body{background:#1e2629;color:#e1e7e9}a{color:#8ecbe3}}"""
LARGEST = """() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
    .observe({ type: "largest-contentful-paint", buffered: true }))"""


def first_screen(contender: Contender, folder: Path, explainers: int) -> Iterator[Figure]:
    """Yield what a first visit weighs without pictures, and how late its largest text comes; nothing without a browser."""
    if not is_possible():
        return
    site = folder / contender.site
    asked = {file for file in asked_for(site, PAGE) if file.suffix in _MADE_OF}
    yield Figure("this site: a first visit", contender.name, explainers, sum(map(transferred, asked)), "bytes")
    by_hand = (site / PAGE).with_name("by-hand.html")
    by_hand.write_text(made_by_hand((site / PAGE).read_text(encoding="utf-8")), encoding="utf-8")
    times = _multiples(site, [PAGE, by_hand.relative_to(site).as_posix()])
    by_hand.unlink()
    row = "this site: the largest text, against a page by hand"
    yield Figure(row, contender.name, explainers, statistics.median(times), "times", runs=tuple(times))


def made_by_hand(page: str) -> str:
    """Return what a person would write who had only this article to show: its elements without classes, under 0.6 KB of style."""
    tree = lxml_html.document_fromstring(page)
    article = tree.find(".//article")
    classes = "".join(f'| .//*[contains(concat(" ", @class, " "), " {name} ")]' for name in OF_PROGRAMS)
    for each in article.xpath(f".//{LEFT_OUT} {classes}"):
        each.drop_tree()
    for each in list(article.iterdescendants(tag=lxml_html.etree.Element)):
        for name in set(each.attrib) - KEPT:
            del each.attrib[name]
        if each.tag in PLAIN:
            each.drop_tag()
    title = tree.findtext(".//title")
    text = "".join(lxml_html.tostring(each, encoding="unicode") for each in article)
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    return f"<!doctype html><html><head>{head}<style>{STYLE}</style></head><body>{text}</body></html>"


def _multiples(site: Path, pages: list[str]) -> list[float]:
    with browser() as opened, served(site, Requests(), compressed=True) as root:
        turns = [[_largest(opened, f"{root}/{page}") for page in pages] for _ in range(TURNS + 1)]
    return [ours / by_hand for ours, by_hand in turns[1:]]  # the first pays for the browser


def _largest(opened: Any, address: str) -> float:
    """Return the milliseconds until the largest text of a page was there, on a slow line and a slow processor."""
    context = opened.new_context(viewport=SCREEN)
    page = context.new_page()
    told = context.new_cdp_session(page)
    told.send("Network.enable")
    line = {"offline": False, "latency": 0, "downloadThroughput": LINE, "uploadThroughput": LINE}
    told.send("Network.emulateNetworkConditions", line)
    told.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="networkidle")
    found = float(page.evaluate(LARGEST))
    context.close()
    return found
