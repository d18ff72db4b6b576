#!/usr/bin/env bash
# WeasyPrint's PDF/UA says one language, that of <html>: a Russian paragraph, quotation or article in a Ukrainian document
# has no /Lang in the structure of the PDF, and is read aloud as Ukrainian.
#
# Packages: WeasyPrint 70.0, pypdf 7.1.1.
# Source:   weasyprint/pdf/tags.py makes an element of structure for each element of HTML, with its scope, headers, text for
#           pictures and so on, and looks at the language of the document alone.
# Known:    issue 2482, which gathers what PDF/UA still lacks, does not name it; the documentation asks for `lang` on <html>. No
#           other page was found.
# Matters:  ISO 14289-1 (7.2) wants changes of language declared, and so do WCAG (3.1.2). No checker can see it: text
#           without a /Lang of its own inherits the document's. All else of the page is tagged, down to the cells of tables.
# Needs:    python3 (3.11 or newer), pip, Pango (on Debian libpango-1.0-0 and libpangoft2-1.0-0).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check weasyprint==70.0 pypdf==7.1.1
venv/bin/pip list --disable-pip-version-check 2>/dev/null | grep -iE '^(weasyprint|pypdf) '
cat > run.py <<'P'
import io
import sys

from pypdf import PdfReader
from weasyprint import HTML

PAGE = """<html lang="uk"><head><title>Дві мови</title></head><body><h1>Дві мови</h1>
<p>Він сказав: <q lang="ru">добрый день</q>.</p><p lang="ru">Добрый день.</p>
<article lang="ru"><p>Добрый день.</p></article>
<table><tr><th scope="row" id="a">Слово</th><td lang="ru" headers="a">День</td></tr></table></body></html>"""


def tree(element, depth=0):
    element = element.get_object()
    if isinstance(element, list):
        return [line for one in element for line in tree(one, depth)]
    if not isinstance(element, dict) or "/K" not in element:
        return []
    said = {key: element[key] for key in ("/Lang", "/A", "/T") if key in element}
    return ["  " * depth + element.get("/S", "root") + (f" {said}" if said else "")] + tree(element["/K"], depth + 1)


document = {}
for variant in ("pdf/ua-1", "pdf/ua-2"):
    pdf = HTML(string=PAGE).write_pdf(pdf_variant=variant)
    root = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    lines = tree(root["/StructTreeRoot"])
    document[variant] = root["/Lang"], sum("/Lang" in line for line in lines)
    print(f"--- {variant}: language of the document {root['/Lang']}", *lines, sep="\n")
if set(document.values()) != {("uk", 0)}:
    sys.exit(f"CHANGED: {document}")
print("HOLDS: no element has a language")
P
venv/bin/python run.py
