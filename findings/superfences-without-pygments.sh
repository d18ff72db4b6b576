#!/usr/bin/env bash
# pymdownx.superfences where Pygments is switched off for a highlighter in the browser: a fence with a title, or with
# lines to mark, is no fence any more, and what opens after it is taken for what it is not.
#
# Needs: python3 (3.11 or newer) and pip. Packages: Markdown 3.11.3, pymdown-extensions 13.1.
#
# What happens: with `pymdownx.highlight: {use_pygments: false}` a fence without options becomes code. One with `title="a.py"`
# or `hl_lines="1"` becomes a paragraph in which its marks are read. Of two fences, the first with a title, the closing
# mark of the first opens code, which the opening mark of the second closes: text and code change places, without a word.
# With Pygments both are code.
#
# Where it comes from: pymdownx/superfences.py: the options of a fence are accepted by its validator (highlight_validator)
# only where Pygments is used; what is not accepted leaves the fence to the other extensions.
#
# Why it matters here: whoever compares blocks without needing colours is tempted to switch Pygments off; the site of a
# project that does so for its readers' sake loses its code, and no strict build says so.
set -eu
command -v python3 >/dev/null || { echo "python3 is needed"; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check Markdown==3.11.3 pymdown-extensions==13.1 Pygments==2.20.0
venv/bin/pip list 2>/dev/null | grep -iE '^(markdown|pymdown-extensions|pygments) '
venv/bin/python - <<'PY'
import sys
from xml.etree.ElementTree import fromstring

import markdown

TITLED = '```python title="a.py"\nx = 1\n```\n\n```python\ny = 2\n```\n'
MARKED = '```python hl_lines="1"\nx = 1\n```\n'
PLAIN = "```python\nx = 1\n```\n"


def code(text, on):
    """What stands in <pre> on the page."""
    options = {"pymdownx.highlight": {"use_pygments": on}}
    html = markdown.markdown(text, extensions=["pymdownx.superfences", "pymdownx.highlight"], extension_configs=options)
    print(f"  Pygments {'on' if on else 'off'}: {html[:110]!r}")
    return ["".join(each.itertext()).strip() for each in fromstring(f"<div>{html}</div>").iter("pre")]


found = {}
for name, text in (("plain", PLAIN), ("marked lines", MARKED), ("a title, then another fence", TITLED)):
    print(name)
    found[name] = [code(text, on) for on in (True, False)]
expected = {
    "plain": [["x = 1"], ["x = 1"]],
    "marked lines": [["x = 1"], []],
    "a title, then another fence": [["x = 1", "y = 2"], ["```python\ny = 2"]],
}
print("as described" if found == expected else f"CHANGED: {found}")
sys.exit(found != expected)
PY
