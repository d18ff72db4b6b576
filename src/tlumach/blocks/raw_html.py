"""Raw HTML in a page, folded to one line for each block, as the renderer's ``HtmlBlockPreprocessor`` does.

A block-level tag at the start of a line (up to three spaces before it) opens raw HTML, also within a
paragraph; it ends with the end tag that closes it, whatever blank lines there are. A comment at the start of
a line is raw HTML too.
"""

import re

from tlumach.blocks.lines import HTML_MARK, Line

_BLOCK_TAGS = """
address article aside blockquote body canvas center colgroup dd details div dl dt fieldset figcaption figure
footer form group h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main map math menu nav noscript
object ol option output p pre progress script section style summary table tbody td textarea tfoot th thead tr
ul video
"""
_VOID_TAGS = "area base br col embed hr img input link meta param source track wbr"
BLOCK_TAGS = frozenset(_BLOCK_TAGS.split())
VOID_TAGS = frozenset(_VOID_TAGS.split())
_VALUE = r"(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^`>\s]*+)"
_ATTRIBUTE = rf"(?<=[\"'\s/])[^`\s/>][^\s/=>]*+(?:\s*+=+\s*+{_VALUE})?+"
_START_TAG = re.compile(rf"<([a-zA-Z][^\s/>`]*+)(?:[\s/]++|{_ATTRIBUTE})*+>")
_END_TAG = re.compile(r"</([a-zA-Z][^\s/>]*+)[^>]*+>")
_CLOSED = re.compile(r"</\s*([a-zA-Z][^\s/>]*+)\s*>")
_COMMENT = re.compile(r"<!--.*?--!?>", re.DOTALL)
_DECLARATION = re.compile(r"<!doctype[^>]*+>|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(r"&(?:\w|#\w)[\w.-]*;")
_REST_BLANK = re.compile(r"[ ]*\n[ ]*\n")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def fold_html(lines: list[Line]) -> tuple[list[Line], int | None, int | None]:
    """Put one line in the place of each raw HTML block.

    Return also the source lines (from 0) of HTML that is never closed, and so takes all that follows, and of
    what stands after an end tag and is moved to the next raw HTML or to the end of the page; None where there
    is none.
    """
    if not any("<" in line.text for line in lines):
        return lines, None, None
    scanner = _Scanner(lines)
    scanner.scan()
    return scanner.out.lines, scanner.unclosed, scanner.stray


class _Output:
    """The lines that remain; keeps count of the input line it has come to."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines: list[Line] = []
        self._input = lines
        self._number = 0
        self._text = ""
        self._first: int | None = None

    @property
    def source_line(self) -> int:
        """Return the source line of what comes next."""
        return self._input[self._number].first

    def copy(self, text: str) -> None:
        """Let a stretch of the input through."""
        start, *others = text.split("\n")
        self._text += start
        for other in others:
            self.end_line()
            self._number += 1
            self._text = other

    def fold(self, text: str) -> None:
        """Put a mark in the place of a stretch of the input, and end the paragraph."""
        self._first = self.source_line
        self._text += HTML_MARK
        self._number += text.count("\n")
        self.end_line()
        self.end_line()

    def end_line(self) -> None:
        """Break the line where the input does not, or where it does (then the caller moves on)."""
        written = self._input[self._number]
        first = written.first if self._first is None else self._first
        self.lines.append(written if self._text == written.text else Line(self._text, first, written.last))
        self._text, self._first = "", None

    def drop(self, text: str) -> None:
        """Leave out a stretch of the input; its lines go with the HTML folded last, two line ends ago."""
        self._number += text.count("\n")
        self.lines[-2] = self.lines[-2]._replace(last=self._input[self._number].last)

    def at_start(self) -> bool:
        """Tell whether the current line has nothing on it yet."""
        return not self._text


class _Scanner:
    """Goes through the text from one ``<`` to the next, in step with the renderer's ``HTMLExtractor``."""

    def __init__(self, lines: list[Line]) -> None:
        self.text = "\n".join(line.text for line in lines)
        self.out = _Output(lines)
        self.unclosed: int | None = None
        self.stray: int | None = None
        self._raw_from = 0
        self._open: list[str] | None = None  # the tags open in raw HTML; None outside
        self._inline: list[str] = []  # the inline tags open in the paragraph
        self._in_tail = False  # on the line on which raw HTML ended, after it
        self._comments_end = False
        self._last_close = self.text.rfind(">")

    def scan(self) -> None:
        """Go through the whole text."""
        at, end = 0, len(self.text)
        while at < end:
            found = self.text.find("<", at)
            found = found if 0 <= found < self._last_close else end
            self._data(at, found)
            at = self._markup(found) if found < end else end
        if self._open is not None:
            self.unclosed = self.out.source_line
            self._fold(self._raw_from, end)
        self.out.end_line()

    def _data(self, start: int, end: int) -> None:
        """Pass over plain text: it stays, unless within raw HTML."""
        stretch = self.text[start:end]
        if self._in_tail:
            self._in_tail = "\n" not in stretch
            self.stray = self.out.source_line if _ENTITY.search(stretch.partition("\n")[0]) else self.stray
        if self._open is None:
            if _BLANK_LINE.search(stretch):
                self._inline.clear()
            self.out.copy(stretch)

    def _markup(self, at: int) -> int:
        """Deal with what starts at a ``<``; return where to go on."""
        if found := _START_TAG.match(self.text, at):
            return self._start_tag(found)
        if found := _END_TAG.match(self.text, at):
            return self._end_tag(found)
        if found := self._comment(at):
            return self._single(found, self._is_block_comment(found))
        end = at + 1
        if self._in_tail or self._at_line_start(at):
            if found := _DECLARATION.match(self.text, at):
                return self._single(found, True)
            if self.text.startswith(("<![", "<?"), at):
                end = self.text.find(">", at) + 1
        self._data(at, end)
        return end

    def _at_line_start(self, at: int) -> bool:
        before = self.text[max(0, at - 4) : at].rpartition("\n")
        return (bool(before[1]) or at <= 3) and not before[2].strip()

    def _comment(self, at: int) -> re.Match[str] | None:
        """Find a comment; once one is never closed, none after it is, and the search need not be repeated."""
        if self._comments_end or not self.text.startswith("<!--", at):
            return None
        found = _COMMENT.match(self.text, at)
        self._comments_end = found is None
        return found

    def _is_block_comment(self, comment: re.Match[str]) -> bool:
        """Tell whether a comment stands by itself: not in an inline element that its paragraph closes."""
        if not self._inline or _BLANK_LINE.search(comment[0]):
            return True
        blank = _BLANK_LINE.search(self.text, comment.end())
        closed = _CLOSED.finditer(self.text, comment.end(), blank.start() if blank else len(self.text))
        return {found[1].lower() for found in closed}.isdisjoint(self._inline)

    def _start_tag(self, found: re.Match[str]) -> int:
        name = found[1].lower()
        is_block = name in BLOCK_TAGS
        if name == "hr" or found[0].endswith("/>"):
            return self._single(found, is_block)
        if self._open is not None:
            self._open.append(name)
        elif is_block and (self._in_tail or self._at_line_start(found.start())):
            self.out.end_line()
            self._open, self._raw_from = [name], found.start()
        else:
            self.out.copy(found[0])
            self._inline += [name] if not is_block and name not in VOID_TAGS else []
            return found.end()
        return self._after_script(name, found.end())

    def _after_script(self, name: str, at: int) -> int:
        """Return where a script or style sheet that starts here ends: its text is not HTML."""
        if name not in ("script", "style"):
            return at
        end = re.compile(rf"</\s*{name}\s*>", re.IGNORECASE).search(self.text, at)
        return end.start() if end else len(self.text)

    def _end_tag(self, found: re.Match[str]) -> int:
        name = found[1].lower()
        if self._open is None:
            self.out.copy(found[0])
            _close(self._inline, name)
            return found.end()
        _close(self._open, name)
        if not self._open:
            self._open, self.stray = None, None
            self._fold(self._raw_from, found.end())
        return found.end()

    def _single(self, found: re.Match[str], is_block: bool) -> int:
        """Deal with what has no end tag: a comment, a rule, a self-closing tag."""
        if self._open is not None:
            return found.end()
        if self._in_tail:
            self.stray = self.out.source_line
            self.out.drop(found[0])
        elif is_block and self._at_line_start(found.start()):
            if self.out.at_start():
                self.out.end_line()
            self._fold(found.start(), found.end())
        else:
            self.out.copy(found[0])
        return found.end()

    def _fold(self, start: int, end: int) -> None:
        self.out.fold(self.text[start:end])
        self._in_tail = not _REST_BLANK.match(self.text, end)


def _close(tags: list[str], name: str) -> None:
    """Take a tag off the open ones, with those within it; an end tag that nothing opened means nothing."""
    if name in tags:
        while tags.pop() != name:
            pass
