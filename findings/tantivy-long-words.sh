#!/usr/bin/env bash
# Tantivy leaves out words of 40 bytes and more: in Georgian those of 14 letters, in Ukrainian and Russian those of 20. A
# search for «independence day» in Georgian finds any day, and «independence» alone finds nothing.
#
# Package:  tantivy 0.27.0 (PyPI).
# Source:   the analyzers `default` and `en_stem` (tokenizer_manager.rs) have RemoveLongFilter::limit(40). The filter's page says
#           that it counts bytes; that of the analyzers says that words that are too long are left out, and not which. The
#           filter's own example speaks of characters. A query goes through the same analyzer, so that its word is gone too.
# Known:    no issue was found on words of a language. Quickwit, of the same makers, has 255 as its limit.
# Matters:  14 letters are no rarity in Georgian (every case ending makes a word longer); the limit was made for base64.
#           Neither index nor query says that a word was dropped; an analyzer of one's own mends it.
# Needs:    python3 (3.11 or newer), pip.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check tantivy==0.27.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

import tantivy

PAGES = {"independence": "საქართველოს დამოუკიდებლობის დღე", "birthday": "დაბადების დღე"}
PAGES |= {"uk-19": "військовослужбовців звільнено", "uk-20": "найвідповідальнішого звільнено"}
QUERIES = {
    "დამოუკიდებლობის": [],
    "დამოუკიდებლობის დღე": ["birthday", "independence"],
    "საქართველოს": ["independence"],
    "військовослужбовців": ["uk-19"],
    "найвідповідальнішого": [],
}
own = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase()).build()


def found(analyzer):
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("name", stored=True, tokenizer_name="raw")
    builder.add_text_field("text", tokenizer_name=analyzer)
    index = tantivy.Index(builder.build())
    index.register_tokenizer("own", own)
    writer = index.writer(heap_size=15_000_000, num_threads=1)
    for name, text in PAGES.items():
        writer.add_document(tantivy.Document(name=name, text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    hits = {query: searcher.search(index.parse_query(query, ["text"], conjunction_by_default=True)).hits for query in QUERIES}
    return {query: sorted(searcher.doc(place)["name"][0] for _, place in places) for query, places in hits.items()}


print("tantivy", version("tantivy"))
seen = {analyzer: found(analyzer) for analyzer in ("default", "en_stem", "own")}
for query in QUERIES:
    size = ", ".join(f"{len(word)} letters in {len(word.encode())} bytes" for word in query.split())
    print(f"{query} ({size}):", {analyzer: answers[query] for analyzer, answers in seen.items()})
if seen["default"] != QUERIES or seen["en_stem"] != QUERIES or not all(seen["own"].values()):
    sys.exit("CHANGED: other pages than before")
print("HOLDS: words of 40 bytes are in no index and in no query")
PYTHON
