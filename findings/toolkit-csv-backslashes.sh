#!/usr/bin/env bash
# A PO file turned into CSV and merged back into itself by the translate toolkit, nothing edited, has every backslash of its
# translations twice: «один \ двоє» becomes «один \\ двоє», and with each round their number doubles.
#
# Packages: translate-toolkit 3.20.4.
# Source:   po2csv escapes both texts, csv2po takes that back for the source alone, by which it finds the entry.
# Matters:  Markdown (a backslash ends a line, or takes a mark its meaning), regular expressions, TeX and addresses of
#           Windows are translated in spreadsheets too. The source, by which entries are found, is not touched, so all match.
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

msgid "раз \\ два"
msgstr "один \\ двоє"
PO
cp in.po round0.po
for round in 1 2; do
  venv/bin/po2csv --progress=none "round$((round - 1)).po" "round$round.csv"
  venv/bin/csv2po --progress=none -t "round$((round - 1)).po" "round$round.csv" "round$round.po"
done
cat > show.py <<'PY'
from importlib.metadata import version
from translate.storage.pypo import pofile

print(f"translate-toolkit {version('translate-toolkit')}")
found = [pofile.parsefile(f"round{at}.po").units[-1] for at in range(3)]
for at, unit in enumerate(found):
    print(f"after {at} rounds: {unit.source} -> {unit.target}")
if [unit.target.count("\\") for unit in found] != [1, 2, 4] or {unit.source.count("\\") for unit in found} != {1}:
    raise SystemExit("CHANGED: the translation comes back as it was")
print("HOLDS: backslashes of translations double, those of sources do not")
PY
printf -- '--- CSV\n'; cat round1.csv
venv/bin/python show.py
