#!/usr/bin/env bash
# The npm package xliff reads, of an XLIFF 2 unit with two segments (two sentences), the last one alone: the first sentence
# is missing from the source and from the translation, and stays missing when the file is written again.
#
# Package:  xliff 6.4.0 (npm).
# Source:   xliff2js, createUnit: every segment of a unit fills in the same `source` and `target`.
# Matters:  CAT tools cut a paragraph into sentences, and XLIFF 2 puts them into one unit as segments. A paragraph of a site
#           that makes its JSON with this package comes back with its last sentence only; no error, no warning.
# Needs:    node (18 or newer) and npm.
set -eu
command -v npm >/dev/null || { echo "npm is missing: install node and npm" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" xliff@6.4.0
cd "$folder"
cat > in.xlf <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ru" trgLang="uk">
  <file id="news">
    <unit id="p1">
      <segment id="s1"><source>Экспорт остановлен. </source><target>Експорт зупинено. </target></segment>
      <segment id="s2"><source>Поставки идут.</source><target>Поставки тривають.</target></segment>
    </unit>
  </file>
</xliff>
XML
cat > run.mjs <<'JS'
import fs from 'node:fs';
import { xliff2js, js2xliff } from 'xliff';
const version = JSON.parse(fs.readFileSync('node_modules/xliff/package.json', 'utf8')).version;
const input = fs.readFileSync('in.xlf', 'utf8');
const read = await xliff2js(input);
const written = await js2xliff(read);
console.log(`xliff ${version}\n--- in\n${input}--- read\n${JSON.stringify(read.resources)}\n--- written again\n${written}`);
const unit = read.resources.news.p1;
if (unit.source !== 'Поставки идут.' || unit.target !== 'Поставки тривають.' || written.includes('Експорт')) {
  console.error('CHANGED: more than the last segment is kept');
  process.exit(1);
}
console.log('HOLDS: the first sentence is lost in both languages');
JS
node run.mjs
