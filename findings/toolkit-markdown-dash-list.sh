#!/usr/bin/env bash
# translate-toolkit's po2md folds lines at 80 characters, and where a hyphen that stands for a dash («знал - а теперь») comes
# to the start of a line, the rest of the sentence becomes a list. mdpo's po2md, with the same width, does not let it.
#
# Packages: translate-toolkit 3.20.4 with mistletoe 1.6.0, mdpo 2.1.4, markdown-it-py 4.3.0 (to read the results).
# Source:   mistletoe's Markdown renderer, which the toolkit uses, folds at any space; a line that begins with «- », «+ » or
#           «1. » ends a paragraph in CommonMark. Folding is on unless `--maxlinelength=0` is given; it is described as word
#           wrapping, and neither the description of md2po/po2md nor an issue that could be found says that it changes the text.
# Matters:  many write " - " for a dash, in Russian and Ukrainian in every second paragraph. The source is right, the PO file
#           is right, the translation has a paragraph and a list with half a sentence in it, here and there, by chance of width.
# Needs:    python3 (3.11 or newer), pip.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
install() {  # a folder each, since two of them bring commands of the same names
  python3 -m venv "$1"
  "$1/bin/pip" install -q --disable-pip-version-check "${@:2}"
  echo "$1: ${*:2}"
}
install toolkit 'translate-toolkit[markdown]==3.20.4' mistletoe==1.6.0
install mdpo mdpo==2.1.4
install reader markdown-it-py==4.3.0
echo 'Угоду підписали у Києві на початку року, коли про це ще ніхто не знав, але - слово за словом - усе стало відомо.' > source.md
toolkit/bin/md2po --progress=none source.md toolkit.po
mdpo/bin/md2po source.md > mdpo.po
translation='Соглашение подписали в Киеве в конце года, когда об этом ещё почти никто не знал - а теперь, слово за словом, всё вышло наружу.'
for name in toolkit mdpo; do
  reader/bin/python - "$name.po" "$translation" <<'PYTHON'
import pathlib
import sys
path = pathlib.Path(sys.argv[1])
before, after = path.read_text(encoding="utf-8").rsplit('msgstr ""', 1)
path.write_text(f'{before}msgstr "{sys.argv[2]}"{after}', encoding="utf-8")
PYTHON
done
toolkit/bin/po2md --progress=none -t source.md toolkit.po toolkit.md
mdpo/bin/po2md source.md -p mdpo.po > mdpo.md
for name in source toolkit mdpo; do
  reader/bin/markdown-it "$name.md" > "$name.html"
  printf -- '--- %s\n' "$name"; cat "$name.md"; printf -- '--- as HTML\n'; cat "$name.html"
done
changed() { echo "CHANGED: $1" >&2; exit 1; }
grep -q '<li>а теперь, слово' toolkit.html || changed "the toolkit makes no list"
! grep -q '<li>' source.html mdpo.html || changed "the source or mdpo's result has a list"
echo 'HOLDS: half a sentence is a list after translate-toolkit, and is not after mdpo'
