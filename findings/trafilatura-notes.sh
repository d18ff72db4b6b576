#!/usr/bin/env bash
# trafilatura: a page's footnotes are dropped if all of them together are shorter than 300 characters, because of
# the back-link «↩» in each; their marks stay in any case and run into the figures: 2023 becomes 20231.
#
# Needs: python3 (3.11 or newer) and pip. Packages: trafilatura 2.3.1, Markdown 3.11.3 (lxml_html_clean is named
# since older pip leaves it out).
#
# What happens: one would look for the cause in the class `footnote`; it has nothing to do with it (another class,
# or `<section role="doc-endnotes">`: dropped too). A list of less than 300 characters (100 if something follows it)
# in which there is more than one link, and most links have less than ten characters, is taken for navigation: that
# is what short notes with back-links are. Without the back-links, or with one more sentence in each note, all are
# kept. The marks are kept as plain digits next to the word or figure that they belong to, so that the text says
# "20231" where the page says 2023 with note 1.
#
# Where it comes from: trafilatura/htmlprocessing.py (link_density_test, delete_by_link_density), used by
# trafilatura/main_extractor.py on `list` and on the `div` around it; plain text has no sign for `sup`.
#
# Why it matters here: the notes are a voice of their own on a page of translations (why a word was rendered so,
# where a figure is from). Programs that gather texts for archives and language models read pages through such
# extractors: they get the translation without the translator, and wrong years.
set -eu
command -v python3 >/dev/null || { echo "python3 is needed"; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml_html_clean==0.4.6 Markdown==3.11.3
venv/bin/pip list 2>/dev/null | grep -iE '^(trafilatura|markdown) '

cat > run.py <<'P'
import re
import sys

import markdown
from trafilatura import extract

TEXT = """# Чому зупинено вивіз зброї

До кінця 2023[^1] року уряд зупинив вивіз зброї, хоча раніше продавав її вільно й без особливих обмежень усім охочим
країнам світу. Про це сказано в постанові, яку прем’єр-міністр країни підписав у столиці.

Другий абзац розповідає про те, що було далі: парламент обговорив закон[^2], а міністерство оборони пояснило, що запаси
потрібні самій армії, а вивозити стільки на рік більше не планують.

[^1]: Перша примітка перекладача: в оригіналі тут стоїть «до конца года», рік додано з постанови.
[^2]: Друга примітка перекладача: закон ухвалено в другому читанні, а підписано пізніше.
"""
body = markdown.markdown(TEXT, extensions=["footnotes"])
page = f'<!doctype html><html lang="uk"><head><title>Зброя</title></head><body><main><article>{body}</article></main></body></html>'
print(TEXT)
forms = {
    "as Python-Markdown makes it": page,
    "another class": page.replace("footnote", "remark"),
    "section role=doc-endnotes": page.replace('<div class="footnote">', '<section role="doc-endnotes">').replace("</div>", "</section>"),
    "longer notes": page.replace("примітка перекладача:", "примітка перекладача, яку редакція звірила з постановою й законом слово за словом:"),
    "without the back-links": re.sub(r'(&#160;)?<a class="footnote-backref".*?</a>', "", page),
}
got = {}
for name, form in forms.items():
    text = extract(form) or ""
    got[name] = "Перша примітка" in text and "Друга примітка" in text
    print(f"{name}: notes {'kept' if got[name] else 'dropped'}; the figure reads {re.search('кінця ([0-9]+)', text)[1]}")
glued = "20231" in extract(page)
want = {name: name in {"longer notes", "without the back-links"} for name in forms}
if got != want or not glued:
    sys.exit(f"CHANGED: notes kept: {got}, mark joined to the figure: {glued}")
print("HOLDS: short notes with back-links are dropped, and a mark joins the figure before it")
P
venv/bin/python run.py
