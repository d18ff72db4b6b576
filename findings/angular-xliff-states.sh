#!/usr/bin/env bash
# Angular takes every target of an XLIFF file as a finished translation, whatever its state says: new, needs-translation,
# approved="no" in 1.2, initial in 2.0. A text in the source's language that a tool has put there as a start is published.
#
# Packages: @angular/localize 20.3.35, @angular/compiler and @angular/compiler-cli of the same version, typescript 5.8.3 (npm).
# Source:   Xliff1TranslationParser and Xliff2TranslationParser look for <target> and read no state.
# Matters:  `ng extract-i18n` makes the file, a CAT tool fills it with suggestions to be looked at, and marks them as such.
#           Weblate, Lokalize and Poedit go by these states; the build takes what they call unfinished, and says nothing.
# Needs:    node (20 or newer) and npm.
set -eu
command -v npm >/dev/null || { echo "npm is missing: install node and npm" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" \
  @angular/localize@20.3.35 @angular/compiler@20.3.35 @angular/compiler-cli@20.3.35 typescript@5.8.3
cd "$folder"
cat > v1.xlf <<'XML'
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="a" source-language="ru" target-language="uk" datatype="plaintext"><body>
    <trans-unit id="new" approved="no"><source>Поставки идут.</source><target state="new">Поставки идут.</target></trans-unit>
    <trans-unit id="again"><source>Было 12 судов.</source><target state="needs-translation">Було 10 суден.</target></trans-unit>
  </body></file>
</xliff>
XML
cat > v2.xlf <<'XML'
<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="ru" trgLang="uk">
  <file id="a">
    <unit id="start"><segment state="initial"><source>Поставки идут.</source><target>Поставки идут.</target></segment></unit>
  </file>
</xliff>
XML
cat > run.mjs <<'JS'
import fs from 'node:fs';
import { Xliff1TranslationParser, Xliff2TranslationParser } from '@angular/localize/tools';
const version = JSON.parse(fs.readFileSync('node_modules/@angular/localize/package.json', 'utf8')).version;
console.log(`@angular/localize ${version}`);
const taken = {};
const said = [];
for (const [Parser, file] of [[Xliff1TranslationParser, 'v1.xlf'], [Xliff2TranslationParser, 'v2.xlf']]) {
  const parser = new Parser();
  const text = fs.readFileSync(file, 'utf8');
  const bundle = parser.parse(file, text, parser.analyze(file, text).hint);
  said.push(...bundle.diagnostics.messages);
  for (const [id, translation] of Object.entries(bundle.translations)) taken[id] = translation.text;
}
console.log(`--- taken as translations\n${JSON.stringify(taken, null, 1)}\n--- warnings: ${JSON.stringify(said)}`);
const wanted = { new: 'Поставки идут.', again: 'Було 10 суден.', start: 'Поставки идут.' };
if (said.length || Object.keys(wanted).some((id) => taken[id] !== wanted[id])) {
  console.error('CHANGED: a state is looked at, or said');
  process.exit(1);
}
console.log('HOLDS: all three are taken, nothing is said');
JS
node run.mjs
