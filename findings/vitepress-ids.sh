#!/usr/bin/env bash
# VitePress: the id of a heading has other letters than the heading: «Україна і мій йод» becomes
# `украіна-і-міи-иод`.
#
# Needs: node (20 or newer) and npm. Package: @mdit-vue/shared 3.0.2 (the function that gives headings their ids in
# VitePress and VuePress).
#
# What happens: to turn "é" into "e" the slug is taken apart (NFKD) and all combining marks are taken out. In
# Cyrillic й, ї and ё are such letters too, so that they become и, і and е: other letters of the alphabet, and other
# words. Vietnamese loses its tones («Tiếng Việt» and «Tieng Viet» are one) and Greek its accents, while ґ, ұ and қ
# stay, having no such form. In Hindi and Korean, which are taken apart as well, nothing is lost: their signs are
# outside of the range that is taken out. Japanese が is kept as two characters, so that its id is not the same
# string as the heading in the usual form (NFC).
#
# Where it comes from: @mdit-vue/shared, slugify (rCombining, U+0300 to U+036F); VitePress hands it to
# markdown-it-anchor.
#
# Why it matters here: a link to a heading that a person writes by its words, as GitHub, Hugo and MkDocs with a
# Unicode slug make them, leads nowhere after a move to VitePress, for many headings in Ukrainian and nearly none in
# English; and «Мой» and «Мои» on one page become `мои` and `мои-1`, so that the link to the second depends on the
# order.
set -eu
for tool in node npm; do command -v $tool >/dev/null || { echo "$tool is needed"; exit 2; }; done
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @mdit-vue/shared@3.0.2
npm ls --depth=0 | tail -n +2

cat > run.mjs <<'J'
import { slugify } from '@mdit-vue/shared'
const want = {
  'Україна і мій йод': 'украіна-і-міи-иод',
  'Ёлка': 'елка',
  'Воўк': 'воук',
  'ґрунт': 'ґрунт',
  'Қазақ тілі': 'қазақ-тілі',
  'Tiếng Việt': 'tieng-viet',
  'Ελλάδα': 'ελλαδα',
  'हिन्दी': 'हिन्दी',
  'Résumé': 'resume',
}
let changed = ''
for (const [heading, id] of Object.entries(want)) {
  const found = slugify(heading)
  console.log(`${heading} -> ${found}`)
  if (found !== id) changed += ` ${heading}: ${found};`
}
const same = slugify('Мой') === slugify('Мои')
const apart = [...slugify('が')].length
console.log(`«Мой» and «Мои» have one id: ${same}; が is ${apart} characters`)
if (!same || apart !== 2) changed += ' Мой/Мои or が;'
if (changed) { console.log('CHANGED:' + changed); process.exit(1) }
console.log('HOLDS: й, ї, ё and ў become и, і, е and у in the ids of headings')
J
node run.mjs
