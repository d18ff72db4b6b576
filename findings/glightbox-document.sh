#!/usr/bin/env bash
# With mkdocs-glightbox the text of every page, with pictures or without, is handed to the plugins after it as a whole
# HTML document, `<html><head></head><body>…`; the page that is written shows nothing of it.
#
# Needs: python3 (3.11 or newer) and pip. Packages: mkdocs 1.6.1, mkdocs-glightbox 0.5.3, selectolax 1.0.2.
#
# What happens: the plugin reads the fragment that MkDocs gives it (`on_page_content`) with selectolax's
# `LexborHTMLParser`, which reads documents, changes the pictures, and returns the serialized tree, which has `html`,
# `head` and `body` around what was a row of headings and paragraphs. The theme then writes a document within a document,
# and `on_post_page` of the same plugin reads that whole page again and so drops the inner one. A plugin that acts on
# the text between the two finds one element where there were many.
#
# Where it comes from: mkdocs_glightbox/plugin.py (on_page_content, on_post_page), selectolax (LexborHTMLParser.html).
#
# Why it matters here: ids and links are added to the top-level elements of a finished page; a page had one, `html`,
# so that none of its paragraphs got any.
set -eu
command -v python3 >/dev/null || { echo "python3 is needed"; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-glightbox==0.5.3 selectolax==1.0.2
venv/bin/pip list 2>/dev/null | grep -E '^(mkdocs|mkdocs-glightbox|selectolax) '

mkdir docs
printf '# Page\n\nOne.\n\nTwo.\n' > docs/index.md
cat > hook.py <<'P'
from mkdocs.plugins import event_priority


@event_priority(-200)
def on_page_content(html, page, config, files):
    print("handed on:", html.replace("\n", ""))
P
for plugins in '[]' '[glightbox]'; do
  printf 'site_name: S\nplugins: %s\nhooks: [hook.py]\n' "$plugins" > mkdocs.yml
  echo "plugins: $plugins"
  venv/bin/mkdocs build --quiet | tee "handed-$plugins.txt"
done
grep -q '^handed on: <h1' 'handed-[].txt' || { echo "CHANGED: without the plugin the page is another"; exit 1; }
grep -q '^handed on: <html><head></head><body><h1.*</body></html>$' 'handed-[glightbox].txt' ||
  { echo "CHANGED: the page is no document any more"; exit 1; }
[ "$(grep -o '<html' site/index.html | wc -l)" -eq 1 ] || { echo "CHANGED: the built page has a document within it"; exit 1; }
echo "HOLDS: a page without a picture is handed on as a document, and written as it was"
