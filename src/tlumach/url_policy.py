"""Which addresses a page may have: relative ones, http(s) and mailto; and for a picture, relative ones alone.

An address is judged as a browser would read it (WHATWG URL, "basic URL parser"), and as it would be after any further
decoding on its way: of the renderer's escapes, of entities, of percent signs, of letters that only look like others.
"""

import html
import re
import unicodedata
from urllib.parse import unquote

ROUNDS = 5
_ESCAPE = re.compile("\x02(amp|[0-9]+)\x03")  # how Python-Markdown keeps `&` and escaped characters until the end
_WEB = re.compile(r"https?://[^\s/?#:@\[\]]", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s/]", re.IGNORECASE)
_SCHEME = re.compile(r"[^/?#]*:")
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp", "Co", "Cs"})  # controls, formatting, line ends of their own kind


def decoded(value: str) -> str:
    """Return an attribute's value as a browser would see it: without the renderer's escapes and entities."""
    if "\x02" not in value and "&" not in value:
        return value
    return html.unescape(_ESCAPE.sub(lambda found: "&" if found[1] == "amp" else _character(found[1]), value))


def refusal_of_address(address: str, is_picture: bool = False) -> str:
    """Say why an address is refused and what to write; an empty text where it is allowed."""
    seen = decoded(address).strip(" ")
    if not seen.isprintable() and any(unicodedata.category(character) in _INVISIBLE for character in seen):
        return "it has a character that cannot be seen. Type it anew."
    if "\\" in seen:
        return "it has a backslash, which browsers take for `/`. Write `/`."
    if _WEB.match(seen) or _MAIL.match(seen):
        return "pictures come from this site only. Put the file beside the page." if is_picture else ""
    return _refusal_of_relative(seen)


def _refusal_of_relative(seen: str) -> str:
    """Say why an address that has no scheme to be seen is not relative, however often it is decoded."""
    for _ in range(ROUNDS):
        if seen.startswith("//") or "\\" in seen:
            return "it names a host without `https:`. Write the whole address."
        if _SCHEME.match(seen) or (not seen.isprintable() and any(unicodedata.category(each) == "Cc" for each in seen)):
            return "it is not relative, nor does it begin with `https://`, `http://` or `mailto:`. Write one that does."
        further = unicodedata.normalize("NFKC", unquote(html.unescape(seen))).strip()
        if further == seen:
            return ""
        seen = further
    return "it is encoded again and again. Write it plainly."


def _character(number: str) -> str:
    return chr(int(number)) if int(number) < 0x110000 else "\0"
