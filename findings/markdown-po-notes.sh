#!/usr/bin/env bash
# Footnotes from Markdown to PO and back: of notes in lines of their own the first swallows the others (translate-toolkit and
# mdpo); a note of one word cannot be translated (translate-toolkit); where a page has a link, each note comes out twice,
# translated and not, the second with quotation marks that nobody wrote (mdpo).
#
# Packages: translate-toolkit 3.20.4 with mistletoe 1.6.0, mdpo 2.1.4, Markdown 3.11.3 (to show the reader's page).
# Source:   in CommonMark, which knows no footnotes, `[^1]: Гривня` defines the link `^1` with the address «Гривня», and longer
#           notes are one paragraph. The toolkit (storage/markdown.py) shows the labels of such definitions, not their addresses.
#           mdpo/md.py finds definitions with a pattern that takes all from the second word on for a title, quoted or not.
# Known:    no issue or page on footnotes was found for either; mdpo's issue 117 says that definitions are fuzzy on purpose.
# Matters:  notes vanish as notes, or are read in the wrong language: of two with one mark Python-Markdown takes the last.
# Needs:    python3 (3.11 or newer), pip.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
install() {  # a folder each, since the first two bring commands of the same names
  python3 -m venv "$1"
  "$1/bin/pip" install -q --disable-pip-version-check "${@:2}"
  echo "$1: ${*:2}"
}
install toolkit 'translate-toolkit[markdown]==3.20.4' mistletoe==1.6.0
install mdpo mdpo==2.1.4
install reader markdown==3.11.3
printf 'Ціни[^1] і гроші[^2].\n\n[^1]: Ціни на хліб.\n[^2]: Гроші того року.\n' > lines.md
printf 'Ціни[^1] і [гроші](https://example.org/)[^2].\n\n[^1]: Карбованець\n\n[^2]: Сто гривень за хліб.\n' > apart.md
for page in lines apart; do
  toolkit/bin/md2po --progress=none $page.md toolkit-$page.po
  mdpo/bin/md2po $page.md > mdpo-$page.po
  sed -i '/^msgid "\[^2\]: Сто гривень за хліб."$/{n;s/.*/msgstr "[^2]: A hundred hryvnias for bread."/}' ./*-$page.po
  toolkit/bin/po2md --progress=none -t $page.md toolkit-$page.po toolkit-$page.md
  mdpo/bin/po2md $page.md -p mdpo-$page.po > mdpo-$page.md
  for tool in toolkit mdpo; do
    printf -- '--- %s: entries, and the page again\n' $tool; grep '^msgid "[^"]' $tool-$page.po; cat $tool-$page.md
  done
done
echo '--- the second page of mdpo, as it is read'; reader/bin/python -m markdown -x footnotes mdpo-apart.md > read.html; grep '<p>' read.html
changed() { echo "CHANGED: $1" >&2; exit 1; }
for tool in toolkit mdpo; do
  grep -qx '\[^1\]: Ціни на хліб. \[^2\]: Гроші того року.' $tool-lines.md || changed "$tool keeps two notes apart"
done
grep -qx 'msgid "^1"' toolkit-apart.po || changed "the toolkit does not show the mark"
! grep -q 'Карбованець' toolkit-apart.po || changed "the toolkit shows the note of one word"
grep -qx '\[^2\]: A hundred hryvnias for bread.' mdpo-apart.md || changed "the translated note is not there"
grep -qx '\[^2\]: Сто "гривень за хліб."' mdpo-apart.md || changed "mdpo adds no second note"
! grep -q 'A hundred hryvnias' read.html || changed "the translated note is read"
echo 'HOLDS: notes in lines become one, one word cannot be translated, and mdpo writes notes twice'
