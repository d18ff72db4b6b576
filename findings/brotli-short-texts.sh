#!/usr/bin/env bash
# Brotli at its best makes a German or Polish sentence larger than plain deflate does, and a Russian one a fifth
# smaller.
#
# Needs: python3 (3.11 or newer) and pip. Package: brotli 1.2.1 (against zlib of Python's library).
#
# What happens: what brotli gains on a short text comes from the dictionary that is built into it, and that has
# words of some languages only: English, Spanish, Russian, Arabic, Hindi and Chinese. Where the words are not in it,
# its larger head and its models for literals cost more than they bring: quality 11 is beaten by deflate without any
# dictionary, from 1951. Ukrainian gains from its likeness to Russian, Kazakh and Belarusian gain half of that.
#
# Where it comes from: the static dictionary of RFC 7932, appendix A; the text is article 1 of the Universal
# Declaration of Human Rights in the United Nations' translations.
#
# Why it matters here: a site of translations sends many small files (a piece of a search index, an entry, a
# popover). Which compression is smaller depends on the language; a limit in bytes that is set by the English or
# Russian page is not fair to the Polish one.
set -eu
command -v python3 >/dev/null || { echo "python3 is needed"; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check brotli==1.2.1

cat > run.py <<'P'
import sys
import zlib

import brotli

print("brotli", brotli.__version__, "zlib", zlib.ZLIB_RUNTIME_VERSION)
TEXTS = {
    "ru": "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства.",
    "en": "All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood.",
    "uk": "Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і совістю і повинні діяти у відношенні один до одного в дусі братерства.",
    "be": "Усе людзі нараджаюцца свабоднымі і роўнымі ў сваёй годнасці і правах. Яны надзелены розумам і сумленнем і павінны ставіцца адзін да аднаго ў духу брацтва.",
    "pl": "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i sumieniem i powinni postępować wobec innych w duchu braterstwa.",
    "de": "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen.",
}
print("language: bytes, deflate 9 without a head, brotli 11, gain")
gains = {}
for language, text in TEXTS.items():
    raw = text.encode()
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    plain = len(deflate.compress(raw) + deflate.flush())
    best = min(len(brotli.compress(raw, quality=11, mode=mode)) for mode in (brotli.MODE_GENERIC, brotli.MODE_TEXT))
    gains[language] = 1 - best / plain
    print(f"{language}: {len(raw)}, {plain}, {best}, {gains[language]:+.1%}")
if not (gains["ru"] > 0.15 and gains["en"] > 0.12 and gains["pl"] < -0.02 and gains["de"] < -0.02 and gains["be"] < gains["uk"]):
    sys.exit("CHANGED: brotli no longer loses to deflate on German and Polish, or no longer gains on Russian and English")
print("HOLDS: brotli 11 is larger than deflate on short German and Polish, a fifth smaller on Russian")
P
venv/bin/python run.py
