#!/usr/bin/env bash
# mkdocs-macros beside static-i18n: a page's words from mkdocs.yml are those of the language that was built before.
#
# Needs: python3 (3.11 or newer) and pip. Packages: mkdocs 1.6.1, mkdocs-static-i18n 1.3.1 (folder structure),
# mkdocs-macros-plugin 1.5.0, mkdocs-material 9.8.2.
#
# What happens: static-i18n lets each language have its own `site_name` and `extra`, and builds the languages one after another
# in one process. `{{ config.site_name }}` and `{{ greeting }}` (a variable of `extra`) are on the English page what the file says
# for all, on the Ukrainian one English, on the Russian one Ukrainian; the order of the two plugins in the file changes nothing.
# `{{ config.theme.language }}` on the same line is right, and of three pages two show the right `{{ config.extra.greeting }}`.
# No warning, and a strict build passes.
#
# Where it comes from: mkdocs_macros/plugin.py copies `config` and its `extra` into the variables in on_config, with the usual
# priority; mkdocs_static_i18n/plugin.py puts a language's settings in place in its own on_config, which has the priority -100,
# so it comes after. `theme` is one object that both see, so that it is right by the time a page is rendered.
#
# Why it matters here: whoever tries two languages sees the default one say something harmless and the second speak English, and
# takes it for a translation that is missing.
set -eu
command -v python3 >/dev/null || { echo "python3 is needed"; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
export NO_MKDOCS_2_WARNING=1 DISABLE_MKDOCS_2_WARNING=true
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-static-i18n==1.3.1 mkdocs-macros-plugin==1.5.0 mkdocs-material==9.8.2
venv/bin/pip list 2>/dev/null | grep -E '^mkdocs(-static-i18n|-macros-plugin|-material)? '

for language in en uk ru; do
  mkdir -p docs/$language
  printf '# Title\n\nname={{ config.site_name }} greeting={{ greeting }} theme={{ config.theme.language }} end\n' > docs/$language/index.md
done
languages() {
  for each in 'en, default: true' uk ru; do
    code=${each%%,*}
    printf '        - {locale: %s, name: %s, build: true, site_name: Site-%s, extra: {greeting: greeting-%s}}\n' "$each" "$code" "$code" "$code"
  done
}
settings() {  # the two plugins in their order
  printf 'site_name: Site\ntheme: material\nextra: {greeting: none}\nplugins:\n'
  for plugin in "$@"; do
    if [ "$plugin" = macros ]; then printf '  - macros\n'
    else printf '  - i18n:\n      docs_structure: folder\n      languages:\n'; languages; fi
  done
}
seen() {
  settings "$@" > mkdocs.yml
  venv/bin/mkdocs build --strict > log.txt 2>&1 || { cat log.txt; exit 1; }
  for page in site/index.html site/uk/index.html site/ru/index.html; do grep -o 'name=.*theme=[a-z]*' "$page"; done
}
expected='name=Site greeting=none theme=en
name=Site-en greeting=greeting-en theme=uk
name=Site-uk greeting=greeting-uk theme=ru'
first=$(seen i18n macros); second=$(seen macros i18n)
echo "--- i18n, then macros: pages in en, uk, ru"; echo "$first"
echo "--- macros, then i18n"; echo "$second"
if [ "$first" = "$expected" ] && [ "$second" = "$expected" ]; then echo "HOLDS: each language shows the settings of the one before"
else echo "CHANGED"; exit 1; fi
