"""Whether the code of a translation is that of its source, but for what is written in it for people: comments, texts, placeholders."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tlumach.blocks import BlockKind
from tlumach.checks.pairs.code_pieces import CodePiece, code_pieces
from tlumach.checks.pairs.content.listings.keys import are_the_same_keys
from tlumach.checks.pairs.content.listings.localized import is_of_the_reader, looks_the_same
from tlumach.checks.pairs.content.listings.marks import mark_of, shown_mark
from tlumach.checks.pairs.content.listings.moved import is_localized, is_moved, level_of
from tlumach.checks.pairs.content.listings.running import (
    differ_for_readers,
    differ_in_texts,
    is_renamed,
    is_same_when_run,
)
from tlumach.checks.pairs.pair import AlignedPair, PairFinding, short
from tlumach.languages.alphabets import CYRILLIC
from tlumach.problems import Level

_COMMENT = re.compile(
    r"(?P<string>\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*')"
    r"|(?:^|(?<=\s))(?:#|--[ \t]|;[ \t]|%[ \t]|REM[ \t])[^\n]*|(?:^|(?<=[\s;{})]))//[^\n]*|/\*.*?\*/|<!--.*?-->",
    re.DOTALL | re.MULTILINE,
)
_SPACE_AT_A_SIGN = re.compile(r"\s*([^\w\s-])\s*")
_NAME = re.compile(r"[^\W\d]\w*")
"""A name of one word, which may be put in words: `list`, `raise`."""
_FIGURE = re.compile(r"-?\d+(?:[.,]\d+)*%?")
_ADDRESS = re.compile(r"https?://")
_BRACED = re.compile(r"[{}<>;]")
_BY_LINES = frozenset(
    {
        "python",
        "pycon",
        "yaml",
        "toml",
        "ini",
        "bash",
        "make",
        "diff",
    }
)
"""Languages of code in which a line's end or its indentation means something."""
_ATTRIBUTE = re.compile(r"[\w:@#.-]+(?:=(?:\"[^\"]*\"|'[^']*'))?")
"""A line with an attribute of a tag alone."""
_SHOWN = 120


def code_differences(pair: AlignedPair) -> Iterator[PairFinding]:
    """Yield what differs of the code of both sides: a piece that is gone, was changed or added, a line of a larger one."""
    ours, theirs = _pieces(pair.source.text, pair), _pieces(pair.target.text, pair)
    yield from _inline(pair, ours, theirs)
    larger, others = ([each for each in some if not each.is_inline] for some in (ours, theirs))
    if len(larger) != len(others):
        said = f"pieces of code: the source has {len(larger)}, this has {len(others)}."
        yield PairFinding(said, level=Level.WARNING)  # right in 8 places of 9 on published pages
        return
    for one, other in zip(larger, others, strict=True):
        yield from _lines(pair, one, other)
        if mark_of(one.info) != mark_of(other.info):
            line = pair.target.text.count("\n", 0, other.start)
            said = f"mark of code: the source has {shown_mark(one.info) or 'none'}, this has {shown_mark(other.info) or 'none'}."
            yield PairFinding(said, line, level=Level.INFO)


def _pieces(text: str, pair: AlignedPair) -> list[CodePiece]:
    return code_pieces(text, pair.source.block.kind)


def _inline(pair: AlignedPair, ours: Sequence[CodePiece], theirs: Sequence[CodePiece]) -> Iterator[PairFinding]:
    """Compare code in running text. What is repeated or said more clearly with code of its own is no difference.

    On published pages, code that is only added was right in 15 places of 16, and a name of one word that is put in words in 9 of 10.
    """
    wanted, found = (Counter(_even(each.code) for each in some if each.is_inline) for some in (ours, theirs))
    found += (wanted - found) & Counter(_even(each.code) for each in code_pieces(pair.beside, BlockKind.PARAGRAPH))
    lost = [code for code in (wanted - found).elements() if not _may_be_plain(code, pair)]
    added = [code for code in (found - wanted).elements() if not _stands_in(code, pair.source.prose.text)]
    for code in [*lost]:
        if other := next((each for each in added if _is_said_so(code, each, pair)), None):
            lost.remove(code)  # words in code, such as `КЛЮЧ`, `<your name>` or `"John"`, are translated
            added.remove(other)
    changed = [code for code in lost if added or not (_NAME.fullmatch(code) or found[code])]
    if changed:
        said = f"code: the source has {_listed(changed)}, this has {_listed(added)}."
        level = level_of(changed, added, pair.target.prose.text) or Level.WARNING
        if level is Level.WARNING and _are_alike(changed, added, pair):
            level = Level.INFO
        yield PairFinding(said, _line(pair, theirs, added), level=level)


def _is_said_so(code: str, other: str, pair: AlignedPair) -> bool:
    """Tell whether code of a translation is that of the source in other words: translated, moved, put in the reader's country."""
    return (
        bool(CYRILLIC.search(code) or (CYRILLIC.search(other) and not _NAME.fullmatch(code)))
        or is_moved(code, other, pair.target.prose.text)
        or are_the_same_keys(code, other)
        or is_localized(code, other, (pair.source.language, pair.target.language))
        or (code.lower() == other and pair.source.text.lstrip("*_# ").startswith(f"`{code}"))
    )


def _are_alike(codes: Sequence[str], others: Sequence[str], pair: AlignedPair) -> bool:
    """Tell whether each piece of code that is gone stands there as an example of the reader's, or as good as it was."""
    return all(any(_is_alike(code, other, pair) for other in others) for code in codes)


def _is_alike(code: str, other: str, pair: AlignedPair) -> bool:
    return looks_the_same(code, other) or is_of_the_reader(code, other, pair.target.language)


def _even(code: str) -> str:
    """Return code without the spaces that mean nothing: `pow(x, n)` is `pow(x,n)`."""
    return _SPACE_AT_A_SIGN.sub(r"\1", code)


def _may_be_plain(code: str, pair: AlignedPair) -> bool:
    """Tell whether a name, a figure or an address stands in the translation without being set as code."""
    if _ADDRESS.match(code):
        return code in pair.target.text
    return bool(_NAME.fullmatch(code) or _FIGURE.fullmatch(code)) and _stands_in(code, pair.target.prose.text)


def _stands_in(code: str, text: str) -> bool:
    """Tell whether code stands in running text, whatever its capitals."""
    return code.strip("`'\"()[]{}.,:;").casefold() in text.casefold()


def _lines(pair: AlignedPair, one: CodePiece, other: CodePiece) -> Iterator[PairFinding]:
    """Compare code line by line, without comments; a line with words of the language on either side is left to people."""
    ours, theirs = _without_comments(one.code), _without_comments(other.code)
    if _is_laid_out_anew(one, ours, theirs):
        return
    start = pair.target.text.count("\n", 0, other.start)
    if len(ours) != len(theirs):
        said = f"lines of code: the source has {len(ours)}, this has {len(theirs)}."
        level = Level.WARNING if _is_cut(ours, theirs) and not _may_break(one) else Level.INFO
        yield PairFinding(
            said, start, level=level
        )  # 30 of 72 were right on published pages, by a formatter or for readers
        return
    is_example = is_renamed("\n".join(ours), "\n".join(theirs)) or _is_reordered(ours, theirs, pair)
    for wanted, found in zip(ours, theirs, strict=True):
        if wanted != found and not differ_for_readers(wanted, found):
            said = f"code: the source has {_listed([wanted])}, this has {_listed([found])}."
            is_alike = is_example or differ_in_texts(wanted, found) or _is_alike(wanted, found, pair)
            yield PairFinding(said, start, level=Level.INFO if is_alike else None)
            return


def _is_cut(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether code lacks lines of the source's, and has each of its own there in the same order."""
    rest = iter(ours)
    return len(theirs) < len(ours) and all(any(_is_line(line, each) for each in rest) for line in theirs)


def _is_line(line: str, other: str) -> bool:
    return line == other or differ_for_readers(other, line)


def _is_reordered(ours: Sequence[str], theirs: Sequence[str], pair: AlignedPair) -> bool:
    """Tell whether entries of a list, each on a line that ends with a comma, or attributes stand in another order and are else the same."""
    moved = [line for both in zip(ours, theirs, strict=True) if both[0] != both[1] for line in both]
    lost, added = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    is_list = all(line.endswith(",") or _ATTRIBUTE.fullmatch(line) for line in moved) and lost.total() < len(moved) // 2
    return is_list and all(any(_is_alike(line, other, pair) for other in added) for line in lost)


def _is_laid_out_anew(piece: CodePiece, ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether code differs in its layout, and in what readers see, alone, in a language in which line breaks mean nothing."""
    if not _may_break(piece):
        return False
    return is_same_when_run("\n".join(ours), "\n".join(theirs), mark_of(piece.info).startswith("php"))


def _may_break(piece: CodePiece) -> bool:
    """Tell whether a piece is in a language with braces, in which line breaks mean nothing."""
    return bool(_BRACED.search(piece.code)) and mark_of(piece.info).split(" ")[0].lower() not in _BY_LINES


def _without_comments(code: str) -> list[str]:
    bare = _COMMENT.sub(lambda match: match["string"] or "", code)
    return [" ".join(line.split()) for line in bare.splitlines() if line.strip()]


def _listed(codes: Sequence[str]) -> str:
    return ", ".join(f"“{short(code) if len(code) > _SHOWN else code}”" for code in sorted(codes)) or "none"


def _line(pair: AlignedPair, pieces: Sequence[CodePiece], codes: Sequence[str]) -> int:
    """Return the line of the first of these pieces of code in the translation; 0 where there is none."""
    place = next((each.start for each in pieces if _even(each.code) in codes), 0)
    return pair.target.text.count("\n", 0, place)
