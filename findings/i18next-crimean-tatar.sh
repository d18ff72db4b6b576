#!/usr/bin/env bash
# i18next: a page in Crimean Tatar (so too in Tatar, Bashkir, Tuvan, Rusyn) counts as the reader's machine does: 21 villages are
# «one village» on a Ukrainian one, and one village is not «one» on a Japanese one.
#
# Package:  i18next 27.1.5 (npm).
# Source:   PluralResolver makes an Intl.PluralRules for the page's language without a look at `supportedLocalesOf`. For a
#           language that CLDR has no rules for, ECMA-402 gives the default locale of the runtime, in a browser that of its
#           windows. `fallbackLng` is not asked, nothing is logged, and `getSuffixes`, by which keys are extracted, differs too.
# Known:    not found in the documentation of plurals nor in issues (2252 is on tags that are not valid, which raise an error).
# Matters:  who translates into such a language tries it on one machine, and «one» is often written without its number.
#           Readers of Crimean Tatar have Ukrainian, Russian or Turkish machines, and a server that renders the page an English one.
# Needs:    node (18 or newer, with all languages, as is usual; one whose CLDR knows `crh` would say CHANGED) and npm.
set -eu
command -v npm >/dev/null || { echo "npm is missing: install node and npm" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund i18next@27.1.5
npm ls --depth=0 | tail -n +2
cat > run.mjs <<'J'
import i18next from 'i18next'
const translation = { villages_one: 'bir köy', villages_other: '{{count}} köy' }
const said = []
for (const lng of ['crh', 'kk']) {  // Kazakh, which CLDR knows, beside it
  const page = i18next.createInstance()
  await page.init({ lng, fallbackLng: 'en', resources: { [lng]: { translation } } })
  const counted = [1, 2, 5, 21].map(count => page.t('villages', { count })).join(', ')
  said.push(`${lng}: ${counted} (${page.services.pluralResolver.getSuffixes(lng).join(' ')})`)
}
console.log(said.join('; '))
J
unset LANG LANGUAGE LC_MESSAGES
for machine in en_US uk_UA tr_TR ja_JP; do
  LC_ALL=$machine.UTF-8 node run.mjs > $machine
  echo "on a machine in $machine: $(cat $machine)"
done
changed() { echo "CHANGED: $1" >&2; exit 1; }
one='bir köy, 2 köy, 5 köy, 21 köy'
grep -q "^crh: $one (_one _other)" en_US || changed "an English machine counts in another way"
grep -q '^crh: bir köy, 2 köy, 5 köy, bir köy (_one _few _many _other)' uk_UA || changed "a Ukrainian machine counts in another way"
grep -q '^crh: 1 köy, 2 köy, 5 köy, 21 köy (_other)' ja_JP || changed "a Japanese machine counts in another way"
[ "$(grep -h -o 'kk: .*' en_US uk_UA tr_TR ja_JP | sort -u | wc -l)" = 1 ] || changed "Kazakh depends on the machine too"
echo 'HOLDS: Crimean Tatar is counted as the machine counts, Kazakh as Kazakh'
