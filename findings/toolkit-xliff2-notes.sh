#!/usr/bin/env bash
# Of an XLIFF 2 file the translate toolkit shows no note, and a note that it adds stands within <segment>, where the schema
# of XLIFF 2 has room for a source and a target only: an editor built on it makes valid files invalid.
#
# Packages: translate-toolkit 3.20.4.
# Source:   Xliff2Unit.getnotes and addnote look for <notes> in the segment; the specification has it in the unit.
# Matters:  What a translator must know (“a button”, “at most 12 letters”) is in the file and is not shown; what the
#           translator answers is in a place where other tools refuse the file or pass it over.
# Needs:    python3 with pip.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check translate-toolkit==3.20.4
cd "$folder"
cat > in.xlf <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ru" trgLang="uk">
  <file id="f">
    <unit id="u">
      <notes><note category="description">надпись на кнопке</note></notes>
      <segment id="s" state="translated"><source>Далее</source><target>Далі</target></segment>
    </unit>
  </file>
</xliff>
XML
cat > run.py <<'PY'
from importlib.metadata import version
from translate.storage.xliff2 import Xliff2File

store = Xliff2File.parsefile("in.xlf")
(unit,) = store.units
shown = unit.getnotes()
unit.addnote("можливо «Наступне»", origin="translator")
written = bytes(store).decode()
print(f"translate-toolkit {version('translate-toolkit')}\n--- notes that it shows: {shown!r}\n--- written\n{written}")
segment = written[written.index("<segment") : written.index("</segment>")]
if shown or "Наступне" not in segment:
    raise SystemExit("CHANGED: notes of the unit are shown, or written into the unit")
print("HOLDS: the unit's note is not shown, the new one stands within the segment")
PY
venv/bin/python run.py
