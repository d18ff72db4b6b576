#!/usr/bin/env bash
# A PO file turned into XLIFF and back by the translate toolkit has lost its contexts, and with them a translation: of two
# entries with the same source («Да» as a button, «Да» as an answer) the first one's translation is left.
#
# Packages: translate-toolkit 3.20.4.
# Source:   po2xliff numbers its units and writes no context; xliff2po joins what then has the same source.
# Matters:  PO -> XLIFF for an agency -> PO is what these two commands are for. The units are all there in the XLIFF, so
#           that nobody sees it before the way back, where the first translation stands for both; the exit status is 0.
# Needs:    python3 with pip.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check translate-toolkit==3.20.4
cd "$folder"
cat > in.po <<'PO'
msgid ""
msgstr ""
"Language: uk\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"

msgctxt "button"
msgid "Да"
msgstr "Так"

msgctxt "answer"
msgid "Да"
msgstr "Авжеж"
PO
venv/bin/po2xliff --progress=none in.po out.xlf
venv/bin/xliff2po --progress=none out.xlf back.po
venv/bin/pip list --disable-pip-version-check 2>/dev/null | grep '^translate-toolkit'
printf -- '--- units of the XLIFF\n'; grep -E '<trans-unit|<source|<target' out.xlf
printf -- '--- PO again\n'; grep -E '^msg(ctxt|id|str)' back.po | tail -n +3
if grep -q 'Авжеж' back.po || ! grep -q 'Авжеж' out.xlf || grep -q 'button' out.xlf; then
  echo 'CHANGED: contexts or both translations are kept' >&2
  exit 1
fi
echo 'HOLDS: no context in the XLIFF, and one translation of two after it'
