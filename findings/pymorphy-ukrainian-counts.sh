#!/usr/bin/env bash
# pymorphy3 makes no Ukrainian noun agree with 1, 2, 3 or 4: it returns None, and for 5 alone a form.
#
# Packages: pymorphy3 2.0.6, pymorphy3-dicts-uk 2.4.1.1.1663094765, pymorphy3-dicts-ru 2.4.417150.4580142.
# Source:   pymorphy3/tagset.py, OpencorporaTag.numeral_agreement_grammemes (asks for {sing, nomn} or {sing, gent}) and
#           Parse.make_agree_with_number; the Ukrainian dictionary gives a noun its gender and never the mark `sing`.
# Also:     the rule is the Russian one (2 to 4 take the genitive singular). Ukrainian wants the nominative plural:
#           «два танки». So adding `sing` to the dictionary would make the answer wrong instead of missing.
# Matters:  a site that counts things in two languages ("2 танка", "2 танки") with one call, well tried in Russian,
#           fails in Ukrainian alone, and only for some numbers.
# Needs:    python3 (3.11 or newer), pip.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
  pymorphy3==2.0.6 pymorphy3-dicts-uk==2.4.1.1.1663094765 pymorphy3-dicts-ru==2.4.417150.4580142
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

import pymorphy3

NUMBERS = (1, 2, 5, 21, 22)
EXPECTED = {
    ("ru", "танк"): ["танк", "танка", "танков", "танк", "танка"],
    ("uk", "танк"): [None, None, "танків", None, None],
    ("uk", "країна"): [None, None, "країн", None, None],
}
print("pymorphy3", version("pymorphy3"), "with the Ukrainian dictionary", version("pymorphy3-dicts-uk"))
analyzers = {language: pymorphy3.MorphAnalyzer(lang=language) for language in ("ru", "uk")}
seen = {}
for language, word in EXPECTED:
    noun = next(each for each in analyzers[language].parse(word) if each.tag.case == "nomn")
    forms = [noun.make_agree_with_number(number) for number in NUMBERS]
    seen[language, word] = [form and form.word for form in forms]
    print(f"{language} {word} ({noun.tag}):", dict(zip(NUMBERS, seen[language, word])))
tank = next(each for each in analyzers["uk"].parse("танк") if each.tag.case == "nomn")
print("what 2 asks for:", sorted(tank.tag.numeral_agreement_grammemes(2)), "; Ukrainian needs: plural nominative,",
      tank.inflect({"plur", "nomn"}).word)
if seen != EXPECTED:
    sys.exit("CHANGED: other forms than before")
print("HOLDS: no form for 1 and 2 in Ukrainian")
PYTHON
