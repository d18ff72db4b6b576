"""The term base: what the glossary knows of each concept, in every language, ready to be written in any format."""

import re
from collections.abc import Iterator

from tlumach.blocks.headings import Taken, unique
from tlumach.blocks.links import footnote_marks
from tlumach.editions.shared.plain_text import one_line, plain_text, storable
from tlumach.editions.termbase.concepts import Citation, Concept, Designation, Names, TermEntry, TermForm, TermStatus
from tlumach.languages.messages import Messages
from tlumach.library import Library
from tlumach.library.pages import GLOSSARY, Page
from tlumach.library.sources import WEAKNESSES, Source, sources_of
from tlumach.library.urls import absolute
from tlumach.terms.glossary import Term, term_of

_NOT_IN_ID = re.compile("[^-.0-9A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff]")


def concepts_of(library: Library) -> list[Concept]:
    """Return the concepts of the glossary, by the path of their pages."""
    words = {language: library.settings.say(language) for language in library.settings.languages}
    taken: Taken = {}
    found = []
    for path in library.paths:
        pages = [page for language in library.languages_of(path) if (page := library.page(language, path))]
        if pages and pages[0].is_term:
            found.append(_concept(library, pages, unique(_id(path), taken), words))
    return found


def names_of(library: Library) -> Names:
    """Return the titles and addresses of the glossary's index."""
    index = f"{GLOSSARY}/index.md"
    pages = [page for language in library.languages_of(index) if (page := library.page(language, index))]
    return Names(
        {page.language: one_line(page.title) for page in pages},
        {language: absolute(index, language, library.settings) for language in library.settings.languages},
    )


def _concept(library: Library, pages: list[Page], id: str, words: dict[str, Messages]) -> Concept:
    terms = [term for page in pages if (term := term_of(library, page))]
    source = library.source_of(pages[0])
    sources = list(sources_of(source).values()) if source else []
    entries = [_entry(library, term, sources, words[term.language]) for term in terms]
    others = {code: name for code, given in terms[0].names.items() if (name := one_line(given))}
    entries += [TermEntry(code, (Designation(name, TermStatus.PREFERRED),)) for code, name in others.items()]
    say, as_of = words[library.settings.source], one_line(terms[0].as_of)
    note = f"{say('term.as_of')}: {as_of}" if as_of else ""
    return Concept(id, one_line(terms[0].kind), as_of, note, tuple(entries))


def _entry(library: Library, term: Term, sources: list[Source], say: Messages) -> TermEntry:
    marks = {mark.key for mark in footnote_marks(term.definition)}
    return TermEntry(
        language=term.language,
        designations=tuple(_each_once(_designations(term, say))),
        definition=plain_text(term.definition),
        citations=tuple(_citation(source, source.key in marks, say) for source in sources),
        address=storable(absolute(term.path, term.language, library.settings)),
    )


def _designations(term: Term, say: Messages) -> Iterator[Designation]:
    """Yield the designations of a term: itself, those to avoid, the others; where one comes twice, the first counts."""
    name, short = one_line(term.term) or _id(term.path), one_line(term.short)
    yield Designation(name, TermStatus.PREFERRED, TermForm.FULL if short not in ("", name) else None)
    for avoided in term.avoid:
        form, why = one_line(avoided.form), one_line(avoided.why)
        advice = f"{say('term.avoid')}: {say('term.avoided', form=form, why=why)}"
        yield Designation(form, TermStatus.AVOIDED, None, why, advice)
    yield Designation(short, TermStatus.ADMITTED, TermForm.ABBREVIATION if short.isupper() else TermForm.SHORT)
    for form in term.forms:
        yield Designation(one_line(form), TermStatus.ADMITTED)


def _each_once(designations: Iterator[Designation]) -> list[Designation]:
    """Return the designations that have a text, each text once; those to avoid stand last."""
    found: dict[str, Designation] = {}
    for each in designations:
        if each.text:
            found.setdefault(each.text, each)
    return sorted(found.values(), key=lambda each: each.status is TermStatus.AVOIDED)


def _citation(source: Source, defines: bool, say: Messages) -> Citation:
    remarks = []
    if source.by_content:
        remarks.append(say("source.by_content", date=source.by_content))
    elif not source.date:
        remarks.append(say("source.undated"))
    if source.weak in WEAKNESSES:
        remarks.append(say(f"source.{source.weak}"))
    title = one_line(source.title_in(say.language)).removesuffix(".")
    return Citation(title, one_line(source.url), one_line(source.date), ", ".join(map(one_line, remarks)), defines)


def _id(path: str) -> str:
    """Return an XML name (of XML 1.0, fifth edition, without colons) for a term's page: ``csto`` of ``glossary/csto.md``."""
    name = _NOT_IN_ID.sub("-", storable(path.removeprefix(f"{GLOSSARY}/").removesuffix(".md")))
    return name if re.match("[^-.0-9]", name) else f"term-{name}"
