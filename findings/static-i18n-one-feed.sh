#!/usr/bin/env bash
# mkdocs-rss-plugin beside mkdocs-static-i18n: one feed with the pages of all languages, which calls itself the last
# language but one.
#
# Needs: python3 (3.11 or newer) and pip. Packages: mkdocs 1.6.1, mkdocs-static-i18n 1.3.1 (folder structure),
# mkdocs-rss-plugin 1.19.0, mkdocs-material 9.8.2.
#
# What happens: of plugins that write one file for the site, one expects that the last language remains. This one
# gathers: the list of pages is made once, so it holds those of all languages at the end. But the head of the feed
# is made anew by each nested build before static-i18n has put the language of that build into the theme, so it has
# the language of the build before: with en, uk, ru the feed of three languages says `<language>uk</language>`; with
# en, ru, uk it says `ru`.
#
# A strict build does not get as far: the plugin turns its own default `default_time` into a date in its first run
# and finds fault with that value in the second ("1900-01-01 00:00:00 does not match %H:%M"), a warning about a
# setting that nobody wrote. So the build here is not strict.
#
# Where it comes from: mkdocs_rss_plugin/plugin.py (on_startup, on_config; the pages are kept in `pages_to_filter`)
# and mkdocs_static_i18n/plugin.py (on_config has the priority -100, so that it comes last).
#
# Why it matters here: a reader who subscribes gets each text once for each language, and a program that goes by
# `<language>` (a newsreader that translates, a catalogue of feeds) files all of them under a language that most are
# not in.
set -eu
command -v python3 >/dev/null || { echo "python3 is needed"; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
export NO_MKDOCS_2_WARNING=1 DISABLE_MKDOCS_2_WARNING=true
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-static-i18n==1.3.1 mkdocs-rss-plugin==1.19.0 mkdocs-material==9.8.2
venv/bin/pip list 2>/dev/null | grep -E '^mkdocs(-static-i18n|-rss-plugin|-material)? '

for language in en uk ru; do
  mkdir -p docs/$language
  printf -- '---\ndate: 2026-03-01\n---\n# Title %s\n\nText.\n' $language > docs/$language/index.md
done
feed() {  # languages in their order; the first is the default
  { printf 'site_name: S\nsite_url: https://site.example/\ntheme: material\nplugins:\n  - i18n:\n      docs_structure: folder\n      languages:\n'
    first=1
    for language in "$@"; do
      printf '        - {locale: %s, name: %s, build: true%s}\n' "$language" "$language" "$([ $first = 1 ] && echo ', default: true' || true)"; first=0
    done
    printf '  - rss: {use_git: false, date_from_meta: {as_creation: date}}\n'; } > mkdocs.yml
  venv/bin/mkdocs build > log.txt 2>&1
  said=$(grep -o '<language>[^<]*' site/feed_rss_created.xml | cut -d'>' -f2)
  titles=$(grep -o 'Title [a-z]*' site/feed_rss_created.xml | sort -u | tr '\n' ',')
  echo "--- languages: $*"; echo "feeds: $(cd site && find . -name 'feed_rss_created.xml' | sort | tr '\n' ' ')"
  echo "language of the feed: $said; pages in it: $titles"
}
feed en uk ru; one="$said $titles"
feed en ru uk; two="$said $titles"
all="Title en,Title ru,Title uk,"
if [ "$one" = "uk $all" ] && [ "$two" = "ru $all" ]; then echo "HOLDS: one feed for all languages, labelled with the last but one"
else echo "CHANGED: got '$one' and '$two'"; exit 1; fi
