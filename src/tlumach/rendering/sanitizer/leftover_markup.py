"""What is left in running text that was meant as markup: it harms nobody, but it is not what its author wanted."""

import re
from collections.abc import Iterator

from tlumach.problems import Code
from tlumach.rendering.composition import LISTS

_NAMES = """
address animate applet area article aside audio base basefont bgsound blink blockquote body br button canvas caption center
cite col colgroup command content data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure
font footer form frame frameset head header hr html iframe image img input ins isindex kbd keygen label legend li link
listing main map mark marquee math menu meta meter nav noembed noframes noscript object ol optgroup option output param
picture plaintext pre progress script section select set shadow slot small source span strike strong style sub summary sup
svg table tbody td template textarea tfoot th thead time title tr track ul use var video wbr xml xmp xss
"""
_TAG = re.compile(
    rf"</?(?:{'|'.join(_NAMES.split())})(?=[\s/>]|$)|</[a-z]|<[a-z][\w:-]*[\s/]+(?:[^<>]*[\s/])?[a-z-]+\s*=|<!doctype|<!\[cdata|<\?(?:xml|php)",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%")
_ATTRIBUTES = re.compile(
    r"\{:?[^{}\n]*?(?<![\w-])(?P<name>on[a-z]{3,}|style|srcdoc|formaction|href|src)\s*=[^{}\n]*\}", re.IGNORECASE
)
_LINK = re.compile(r"\]\(\s*<?(?P<address>(?:javascript|vbscript|data|file|blob)\s*:[^\s)>]*)", re.IGNORECASE)
_KNOWN = ", ".join(f"`{mark}`" for mark in LISTS)
HTML_IS_TEXT = "HTML is shown as text. Use Markdown; to show a tag, put it into backticks or write `&lt;`."
HTML_IS_REFUSED = "HTML may do anything. Use Markdown; to show a tag, put it into backticks or write `&lt;`."
UNKNOWN_MARK = f"only {_KNOWN}, each a paragraph by itself, are known. To show it, put it into backticks."
NO_ATTRIBUTE = "this attribute is not allowed. Only ids, classes and `lang` are of use here."
NO_ADDRESS = "it is not relative, nor does it begin with `https://`, `http://` or `mailto:`. Write one that does."


def left_over(text: str) -> Iterator[tuple[Code, str, str]]:
    """Yield code, words and reason for each mark in a text that no renderer made anything of."""
    if "<" in text:
        yield from ((Code.UNSAFE_HTML, tag[0], HTML_IS_TEXT) for tag in _TAG.finditer(text))
    if "{" in text:
        yield from ((Code.UNKNOWN_MARK, mark[0], UNKNOWN_MARK) for mark in _TEMPLATE.finditer(text))
        yield from ((Code.UNSAFE_ATTRIBUTE, found["name"], NO_ATTRIBUTE) for found in _ATTRIBUTES.finditer(text))
    if "](" in text:
        yield from ((Code.UNSAFE_ADDRESS, link["address"], NO_ADDRESS) for link in _LINK.finditer(text))
