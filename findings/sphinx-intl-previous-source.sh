#!/usr/bin/env bash
# `sphinx-intl update` turns the previous source of a fuzzy entry (`#| msgid`) into a comment of the translator, and hands
# that comment on to another, new entry, as if the translator had written it there.
#
# Packages: sphinx-intl 2.4.0, Babel 2.19.0 (which reads and writes the files).
# Source:   babel/messages/pofile.py, PoFileParser._process_comment (knows `:`, `,`, `.` and `~`; all else is the
#           translator's) and babel/messages/catalog.py, Catalog.update (a fuzzy match takes the old entry's comments along).
# Matters:  the line that says what a translation was made from is what a translator needs to mend it. After one update no
#           editor shows it as such, and it stands beside a sentence to which it never belonged. The header's X- fields
#           are gone too.
# Needs:    python3 (3.11 or newer), pip.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check sphinx-intl==2.4.0 babel==2.19.0
cd "$folder"
mkdir -p pot locale/uk/LC_MESSAGES
header='msgid ""
msgstr ""
"Project-Id-Version: example\n"
"Language: uk\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"X-Source-Page: news/exports\n"'
cat > pot/page.pot <<PO
$header

msgid "Kazakhstan stops arms exports."
msgstr ""

msgid "A new sentence: Kazakhstan stops arms exports now."
msgstr ""
PO
cat > locale/uk/LC_MESSAGES/page.po <<PO
$header

#, fuzzy
#| msgid "Kazakhstan stops all arms exports."
msgid "Kazakhstan stops arms exports."
msgstr "Казахстан зупиняє експорт зброї."
PO
venv/bin/pip list --disable-pip-version-check 2>/dev/null | grep -iE '^(sphinx-intl|babel) '
echo "--- before"; sed -n '/^#/,$p' locale/uk/LC_MESSAGES/page.po
venv/bin/sphinx-intl update -p pot -d locale -l uk
echo "--- after"; sed -n '/^# |/,$p' locale/uk/LC_MESSAGES/page.po
after=locale/uk/LC_MESSAGES/page.po
changed() { echo "CHANGED: $1" >&2; exit 1; }
[ "$(grep -c '^# | msgid "Kazakhstan stops all arms exports."' $after)" = 2 ] || changed "the comment does not stand at both entries"
! grep -q '^#|' $after || changed "the previous source is kept as such"
! grep -q '^"X-Source-Page' $after || changed "the header keeps its X- field"
echo "HOLDS: the previous source became a comment, at two entries, and the X- field is gone"
