#!/usr/bin/env bash
# A plugin that adds a script to the settings, beside mkdocs-static-i18n: the pages of the third language load the
# script three times.
#
# Needs: python3 (3.11 or newer), pip and git. Packages: mkdocs 1.6.1, mkdocs-static-i18n 1.3.1 (folder structure),
# mkdocs-git-revision-date-localized-plugin 1.6.0, mkdocs-material 9.8.2.
#
# What happens: static-i18n builds each language by running MkDocs' build again with the same settings object. A
# plugin whose `on_config` puts its script in front of `extra_javascript` therefore does so once more for each
# language, and nothing takes the former ones away: the first language has the script once, the second twice, the
# fifth five times. The date plugin with `type: timeago` is one that works so, with two scripts and a style sheet.
# The script then runs as often.
#
# Where it comes from: mkdocs_git_revision_date_localized_plugin/plugin.py (on_config) and
# mkdocs_static_i18n/plugin.py (on_post_build, which calls `build` for the other languages with the config it was
# given).
#
# Why it matters here: the page of the last language is not like that of the first, though the texts are; a
# comparison of the languages, or a limit on what a page may load, finds a difference that stands in no file of the
# project.
set -eu
for tool in python3 git; do command -v $tool >/dev/null || { echo "$tool is needed"; exit 2; }; done
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
export NO_MKDOCS_2_WARNING=1
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-static-i18n==1.3.1 mkdocs-git-revision-date-localized-plugin==1.6.0 mkdocs-material==9.8.2
venv/bin/pip list 2>/dev/null | grep -E '^mkdocs(-static-i18n|-git-revision\S*|-material)? '

for language in en uk ru; do mkdir -p docs/$language; printf '# Page\n\nText.\n' > docs/$language/index.md; done
cat > mkdocs.yml <<'Y'
site_name: S
theme: material
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English, build: true, default: true}
        - {locale: uk, name: Ukrainian, build: true}
        - {locale: ru, name: Russian, build: true}
  - git-revision-date-localized: {type: timeago}
Y
cat mkdocs.yml
git init --quiet .
git add docs
git -c user.name=A -c user.email=a@example.org -c commit.gpgsign=false commit --quiet --message "Pages"
venv/bin/mkdocs build --strict > log.txt 2>&1
counts=
for page in index.html uk/index.html ru/index.html; do
  scripts=$(grep -o '<script src="[^"]*timeago\.min\.js"' site/$page | wc -l | tr -d ' ')
  sheets=$(grep -o '<link[^>]*timeago\.css"' site/$page | wc -l | tr -d ' ')
  echo "$page: timeago.min.js $scripts times, timeago.css $sheets times"
  counts="$counts $scripts/$sheets"
done
[ "$counts" = " 1/1 2/2 3/3" ] || { echo "CHANGED: expected 1, 2 and 3 times, got$counts"; exit 1; }
echo "HOLDS: the n-th language loads the plugin's script n times"
