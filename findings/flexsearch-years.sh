#!/usr/bin/env bash
# FlexSearch 0.8: a search for 2024 finds a page of «2021 року, 4 травня»: numbers are cut in threes.
#
# Needs: node (18 or newer) and npm. Package: flexsearch 0.8.212, with its default settings.
#
# What happens: the default encoder cuts each number into groups of three digits from the left and files them as
# words of their own: 2024 is "202" and "4". A query is cut in the same way and its words need not stand together,
# so that all years of a decade share their first word, and any single digit in the page does for the second. A
# price of 10 000 and "199 villages, 2 tonnes" make a page one of 1992. It is so with all four tokenizers, and
# `numeric: false` ends it.
#
# Where it comes from: dist/module/encoder.js ("split numerics into triplets", the option `numeric`, true by
# default). In doc/encoder.md the three steps that "the default configuration will" do leave it out; a row of the
# table of options speaks of triplets and a "more exact result" without them, not of numbers that are found where
# they are not.
#
# Why it matters here: in the news the year is what a reader searches with. The wrong pages come among the right
# ones, and with the same claim to be a match.
set -eu
for tool in node npm; do command -v $tool >/dev/null || { echo "$tool is needed"; exit 2; }; done
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund flexsearch@0.8.212
npm ls --depth=0 | tail -n +2

cat > run.mjs <<'J'
import FlexSearch from 'flexsearch'
const pages = {
  1: 'Угоду підписано 2021 року, 4 травня.',
  2: 'Угоду підписано 2024 року.',
  3: 'Статут ухвалено 1992 року.',
  4: 'У 199 селах роздали 2 тонни борошна.',
  5: 'Закон 2025 року.',
}
for (const [id, text] of Object.entries(pages)) console.log(`page ${id}: ${text}`)
const answers = {}
for (const tokenize of ['strict', 'forward', 'full', 'tolerant']) {
  const index = new FlexSearch.Index({ tokenize })
  for (const [id, text] of Object.entries(pages)) index.add(Number(id), text)
  answers[tokenize] = ['2024', '1992'].map(query => index.search(query).sort().join(' ')).join(' / ')
  console.log(`${tokenize}: 2024 is filed as ${JSON.stringify(index.encoder.encode('2024'))}; "2024" / "1992" find pages ${answers[tokenize]}`)
}
const whole = new FlexSearch.Index({ encoder: new FlexSearch.Encoder({ numeric: false }) })
for (const [id, text] of Object.entries(pages)) whole.add(Number(id), text)
answers.whole = ['2024', '1992'].map(query => whole.search(query).sort().join(' ')).join(' / ')
console.log(`with numeric: false: ${answers.whole}`)
const split = '1 2 / 3 4'
const want = { strict: split, forward: split, full: split, tolerant: split, whole: '2 / 3' }
if (JSON.stringify(answers) !== JSON.stringify(want)) { console.log('CHANGED: expected ' + JSON.stringify(want) + ', got ' + JSON.stringify(answers)); process.exit(1) }
console.log('HOLDS: a year finds pages that do not have it')
J
node run.mjs
