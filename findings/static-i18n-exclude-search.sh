#!/usr/bin/env bash
# mkdocs-exclude-search beside mkdocs-static-i18n: what was taken out of the search index is in it again, although
# the log says that it was taken out.
#
# Needs: python3 (3.11 or newer) and pip. Packages: mkdocs 1.6.1, mkdocs-static-i18n 1.3.1 (folder structure),
# mkdocs-exclude-search 0.6.7, mkdocs-material 9.8.2.
#
# What happens: exclude-search reads the index that the search plugin has written, takes its pages out and writes
# the file again, once for each language. static-i18n keeps the entries of each language in memory, from before
# that, and in the end writes one index for all languages out of them. So the last writer knows nothing of the
# exclusion, in either order of the two plugins. The same plugin without static-i18n does what it says; so does
# Material's own `search: exclude: true` in the front matter, since that acts before the entries are made.
#
# Where it comes from: mkdocs_static_i18n/reconfigure.py (extend_search_entries, reconfigure_search_index, called
# from on_post_build in plugin.py) and mkdocs_exclude_search/plugin.py (on_post_build).
#
# Why it matters here: pages are kept out of a search because they should not be found: drafts, pages for editors,
# withdrawn texts. Adding a second language publishes them to the search, and no message tells.
set -eu
command -v python3 >/dev/null || { echo "python3 is needed"; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
export NO_MKDOCS_2_WARNING=1
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-static-i18n==1.3.1 mkdocs-exclude-search==0.6.7 mkdocs-material==9.8.2
venv/bin/pip list 2>/dev/null | grep -E '^mkdocs(-static-i18n|-exclude-search|-material)? '

for language in en uk; do
  mkdir -p docs/$language
  printf '# Start %s\n\nOpen words.\n' $language > docs/$language/index.md
  printf '# Withdrawn %s\n\nWords that nobody should find.\n' $language > docs/$language/withdrawn.md
done
head='site_name: S
theme: material
use_directory_urls: false
plugins:
  - search'
exclude='  - exclude-search:
      exclude: ["withdrawn.md", "*/withdrawn.md", "en/withdrawn.md", "uk/withdrawn.md"]'
i18n='  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English, build: true, default: true}
        - {locale: uk, name: Ukrainian, build: true}'
build() {  # name of the case, then the plugins; leaves in $found the addresses in the index with "withdrawn"
  printf '%s\n' "$head" "$2" ${3:+"$3"} > mkdocs.yml
  venv/bin/mkdocs build --strict > log.txt 2>&1
  found=$(python3 -c 'import json; print(" ".join(d["location"] for d in json.load(open("site/search/search_index.json"))["docs"] if "withdrawn" in d["location"]))')
  echo "--- $1"; grep -o 'excluded [0-9]* of [0-9]* search index records' log.txt || true; echo "withdrawn pages in the index: ${found:-none}"
}
build "exclude-search alone" "$exclude"; alone=$found
build "exclude-search before i18n" "$exclude" "$i18n"; before=$found
build "exclude-search after i18n" "$i18n" "$exclude"; after=$found
both="withdrawn.html uk/withdrawn.html"
if [ -z "$alone" ] && [ "$before" = "$both" ] && [ "$after" = "$both" ]; then
  echo "HOLDS: beside static-i18n the excluded pages of both languages are in the search index"
else echo "CHANGED: the excluded pages are no longer in the search index beside static-i18n"; exit 1; fi
