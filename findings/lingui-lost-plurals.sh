#!/usr/bin/env bash
# Lingui with gettext's plurals in PO files: written and read once, a Turkish, Kazakh or Georgian plural has the singular for all
# numbers, an Armenian or Hindi one has no singular; Turkish too with the usual Plural-Forms. The next writing loses it for good.
#
# Package:  @lingui/format-po-gettext 5.9.0 (npm).
# Source:   getPluralCases asks, for each category of CLDR, which msgstr gettext would take for one number of it, the first sample.
#           For "other" that is 0, which gettext's Turkish (n > 1) counts with 1, and node-gettext's table has one form for
#           Kazakh and Georgian: both categories fall on msgstr[0], the second takes the place, msgstr[1] belongs to none. The
#           warning of too many translations compares with CLDR's number of categories, which is 2, and is not given.
# Known:    no issue was found (2070 made it read Plural-Forms, 2345 is on empty entries). The documentation names fractions,
#           select and nesting as what gets lost; the category "many" of Slavic languages, for fractions or not, is not shown here.
# Matters:  nothing is wrong with file or message, and no translation tool has been at it: extract, compile.
# Needs:    node (20 or newer) and npm.
set -eu
command -v npm >/dev/null || { echo "npm is missing: install node and npm" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @lingui/format-po-gettext@5.9.0
npm ls --depth=0 | tail -n +2
cat > run.mjs <<'J'
import { formatter } from '@lingui/format-po-gettext'
const format = formatter()
let warnings = 0
console.warn = () => { warnings += 1 }
const message = '{count, plural, one {an answer was read} other {# answers were read}}'
const cases = {
  de: ['eine Antwort', '# Antworten'], tr: ['bir yanıt', '# yanıt'], kk: ['бір жауап', '# жауап'],
  ka: ['ერთი პასუხი', '# პასუხი'], hy: ['մեկ պատասխան', '# պատասխան'], hi: ['एक उत्तर', '# उत्तर'],
}
const kept = {}
function run(name, locale, header) {
  const [one, other] = cases[locale]
  const context = { locale, sourceLocale: 'en', existing: null }
  const translation = `{count, plural, one {${one}} other {${other}}}`
  const file = format.serialize({ answers: { message, translation, origin: [] } }, context)
  const read = format.parse(header ? file.replace('"Plural-Forms: \\n"', `"Plural-Forms: ${header}\\n"`) : file, context).answers
  const again = format.serialize({ answers: { message, ...read } }, context)
  const forms = text => text.split('\n').filter(line => line.startsWith('msgstr[')).join(' ')
  kept[name] = [one, other].map(form => read.translation.includes(`{${form}}`) ? 'kept' : 'lost').join(' ')
  console.log(`${name}: ${forms(file)}\n   read: ${read.translation}\n   written again: ${forms(again)}`)
}
for (const locale of Object.keys(cases)) run(locale, locale)
run('tr, n > 1', 'tr', 'nplurals=2; plural=(n > 1);')
run('tr, n != 1', 'tr', 'nplurals=2; plural=(n != 1);')
console.log('one and other:', kept, 'warnings:', warnings)
const want = { de: 'kept kept', tr: 'kept lost', kk: 'kept lost', ka: 'kept lost', hy: 'lost kept', hi: 'lost kept', 'tr, n > 1': 'kept lost', 'tr, n != 1': 'kept kept' }
if (JSON.stringify(kept) !== JSON.stringify(want) || warnings) {
  console.error('CHANGED: other forms are kept, or a warning is given')
  process.exit(1)
}
console.log('HOLDS: of two forms one is lost')
J
node run.mjs
