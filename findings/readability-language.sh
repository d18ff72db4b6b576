#!/usr/bin/env bash
# Mozilla's Readability (the reading mode of Firefox): a column `<div lang="ru">` with one paragraph loses its
# language; with two paragraphs it keeps it.
#
# Needs: node (20.19 or newer) and npm. Packages: @mozilla/readability 0.6.0, jsdom 29.1.1.
#
# What happens: Readability takes wrappers away that seem to add nothing: a `div` whose only element is a paragraph
# is replaced by the paragraph, and the attributes of the `div` go with it, `lang` and `dir` among them. Of two
# columns of the same make, the one whose text has two paragraphs keeps its language, the other one does not. `lang`
# on the paragraph itself is kept, and so is that of a `section` in the place of the `div`. The article as a whole
# has a language (`lang` of the result), so a passage that lost its own is taken for that one.
#
# Where it comes from: Readability.js, _grabArticle (_hasSingleTagInsideElement). That ids are lost in the same way
# is issue 460 of mozilla/readability (2018, open).
#
# Why it matters here: pages with text and translation side by side have exactly this form, a cell for each language
# and mostly one paragraph in it. In the reading mode a voice reads the Russian text by Ukrainian rules, and
# hyphenation and translation take the wrong language. Put `lang` on the paragraph.
set -eu
for tool in node npm; do command -v $tool >/dev/null || { echo "$tool is needed"; exit 2; }; done
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 jsdom@29.1.1
npm ls --depth=0 | tail -n +2

cat > run.mjs <<'J'
import { Readability } from '@mozilla/readability'
import { JSDOM } from 'jsdom'
const uk = 'Уряд вирішив до кінця року зупинити вивіз зброї, хоча раніше продавав її вільно, без обмежень, усім охочим країнам світу. '
const ru = 'Правительство решило до конца года остановить вывоз оружия, хотя раньше продавало его свободно, без ограничений, всем желающим странам мира. '
const forms = {
  'div, one paragraph': n => `<div lang="ru"><p>${n} ${ru}</p></div>`,
  'div, two paragraphs': n => `<div lang="ru"><p>${n} ${ru}</p><p>${ru}</p></div>`,
  'section, one paragraph': n => `<section lang="ru"><p>${n} ${ru}</p></section>`,
  'lang on the paragraph': n => `<div><p lang="ru">${n} ${ru}</p></div>`,
}
const kept = {}
for (const [name, cell] of Object.entries(forms)) {
  const rows = [1, 2, 3, 4, 5].map(n => `<div class="row"><div><p>${n} ${uk}</p></div>${cell(n)}</div>`).join('')
  const page = `<!doctype html><html lang="uk"><title>Зброя</title><body><main><article><h1>Зброя</h1>${rows}</article></main></body></html>`
  const found = new Readability(new JSDOM(page).window.document).parse()
  const here = (found.content.match(/lang="ru"/g) ?? []).length
  kept[name] = here
  console.log(`${name}: ${cell('N').replaceAll(ru, 'текст')} -> 5 cells, lang="ru" left ${here} times (language of the article: ${found.lang}, all text there: ${found.textContent.split(ru.trim()).length > 5})`)
}
const want = { 'div, one paragraph': 0, 'div, two paragraphs': 5, 'section, one paragraph': 5, 'lang on the paragraph': 5 }
if (JSON.stringify(kept) !== JSON.stringify(want)) { console.log('CHANGED: expected ' + JSON.stringify(want) + ', got ' + JSON.stringify(kept)); process.exit(1) }
console.log('HOLDS: a div with one paragraph loses its language, all else keeps it')
J
node run.mjs
