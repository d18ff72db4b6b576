#!/usr/bin/env bash
# feedgen, then feedparser: an Atom entry that names its translations comes out with links of no language, and a
# reader gets the last one, whichever feed was asked for.
#
# Needs: python3 (3.11 or newer) and pip. Packages: feedgen 1.0.0, feedparser 6.0.14.
#
# What happens: Atom lets an entry have one `alternate` link for each language, told apart by `hreflang`.
#
#   1. feedgen takes `hreflang`, `rel`, `type` and `title` for an entry's link, and writes the address alone; what
#     is left is two alternates of no language, which Atom forbids. For the feed as a whole it writes the very same
#     attributes.
#   2. feedparser, given the right feed, makes `entry.link` the last alternate: the order decides, neither the
#     language of the feed (`xml:lang`) nor its first link. A Ukrainian feed whose entries list uk, ru, en opens the
#     English pages.
#
# Where it comes from: feedgen/entry.py (atom_entry: the name `link` is given to the new element, so that the
# element is asked for the attributes); feedparser/namespaces/_base.py (_start_link sets `link` anew for each
# alternate of HTML).
#
# Why it matters here: a feed with all translations of a text is tempting; with these two it is a feed of one
# language at random. One feed for each language, and one alternate in each entry, is read right; if several, the
# own language comes last.
set -eu
command -v python3 >/dev/null || { echo "python3 is needed"; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check feedgen==1.0.0 feedparser==6.0.14
venv/bin/pip list 2>/dev/null | grep -E '^(feedgen|feedparser) '

cat > run.py <<'P'
import re
import sys

import feedparser
from feedgen.feed import FeedGenerator

feed = FeedGenerator()
feed.id("https://site.example/uk/")
feed.title("Тлумач")
feed.language("uk")
feed.link(href="https://site.example/uk/", rel="alternate", type="text/html", hreflang="uk")
entry = feed.add_entry()
entry.id("https://site.example/a")
entry.title("Зброя")
for language in ("uk", "ru"):
    entry.link(href=f"https://site.example/{language}/a", rel="alternate", type="text/html", hreflang=language)
links = re.findall("<link[^>]*>", feed.atom_str(pretty=True).decode())
print("feedgen writes:", *links, sep="\n  ")

ENTRY = "".join(f'<link rel="alternate" type="text/html" hreflang="{x}" href="https://site.example/{x}/a"/>' for x in ("uk", "ru", "en"))
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><id>urn:feed</id><title>T</title><updated>2026-03-01T00:00:00Z</updated>
<entry><id>urn:a</id><title>A</title><updated>2026-03-01T00:00:00Z</updated>{ENTRY}</entry></feed>"""
read = feedparser.parse(ATOM)
link = read.entries[0].link
print(f"feedparser reads: {ENTRY}\n  language of the feed {read.feed.language}, entry.link {link}, links {[x.hreflang for x in read.entries[0].links]}")

written = ["hreflang" in x for x in links] == [True, False, False]
if not written or link != "https://site.example/en/a":
    sys.exit(f"CHANGED: feedgen drops hreflang of entries: {written}; feedparser takes {link}")
print("HOLDS: feedgen drops an entry's hreflang, feedparser takes the last alternate")
P
venv/bin/python run.py
