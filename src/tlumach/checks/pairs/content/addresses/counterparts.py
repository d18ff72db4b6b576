"""Links that lead to the same page in the reader's language: Wikipedia's, those with the language in the address, anchors."""

import re
from collections.abc import Set
from urllib.parse import unquote

LOCALIZED = frozenset(
    {"wikipedia.org", "wiktionary.org", "wikisource.org", "wikiquote.org", "wikibooks.org", "wikivoyage.org", "wikinews.org",
     "wikimedia.org", "wikidata.org", "un.org", "unesco.org", "who.int", "icc-cpi.int", "icrc.org", "ohchr.org", "amnesty.org", "hrw.org",
     "rsf.org", "coe.int", "osce.org", "nato.int", "europa.eu", "president.gov.ua", "kmu.gov.ua", "rada.gov.ua", "mfa.gov.ua", "akorda.kz",
     "gov.kz", "kremlin.ru", "bbc.com", "dw.com", "svoboda.org", "radiosvoboda.org", "currenttime.tv", "meduza.io", "novayagazeta.eu",
     "pravda.com.ua", "suspilne.media", "ukrinform.net", "unian.net", "unian.info", "kyivindependent.com", "rferl.org", "voanews.com",
     "developer.mozilla.org", "support.google.com", "policies.google.com", "support.mozilla.org", "docs.github.com", "help.github.com",
     "learn.microsoft.com", "support.microsoft.com", "support.apple.com", "gnu.org", "debian.org", "kubernetes.io", "python.org",
     "creativecommons.org", "openstreetmap.org", "torproject.org", "eff.org", "telegram.org", "signal.org", "wordpress.org"}
)  # fmt: skip
"""Hosts, and all below them, whose pages in other languages may have other names in the address."""
_ADDRESS = re.compile(r"(?:https?:)?//(?P<host>[^/?#]+)(?P<rest>.*)", re.IGNORECASE)
_DIRECTIVE = re.compile(r"#?:~:.*")
"""What a browser is asked to mark on the page that a link leads to: words of that page (`#:~:text=…`)."""
_DATA = re.compile(r"#[\w+/=%-]{100,}\Z")
"""An anchor that is no name: what a playground shows, which a translation has in its own language."""
_CLEAN = re.compile(r"(?:/index)?\.(?:html?|md)(?=[?#]|\Z)|/(?=[?#]|\Z)")
"""What many servers let an address do without: the end of a file's name, a slash."""
_ASKED = re.compile(
    r"[?&](?:hl|lang|language|locale|setlang|uselang)=(?P<code>[A-Za-z]{2,3})(?:[-_][A-Za-z]{2,4})?(?=[&#]|\Z)"
)
"""A language that the query of an address asks for."""
MIRRORS = {"webdoky.org": "developer.mozilla.org", "learn.javascript.ru": "javascript.info"}
"""Hosts that have in another language what another host has, page by page."""
_WORDS = re.compile(r"[.-]")
_ALIASES = {
    "uk": frozenset({"uk", "ua", "ukr", "ukrainian"}),
    "ru": frozenset({"ru", "rus", "russian"}),
    "en": frozenset({"en", "eng", "us", "gb", "english"}),
}
"""What addresses call a language."""
_CODE = r"(?P<code>[A-Za-z]{2,3}|english|russian|ukrainian)(?:[-_][A-Za-z]{2,4})?"
_MARK = re.compile(rf"(?<=[/._=-]){_CODE}(?=[/._&?#-]|\Z)", re.IGNORECASE)
"""A part of the path or the query of an address that may name a language: /en/, /en-US/, hl=en, page_en.html."""
_LABEL = re.compile(rf"{_CODE}\Z", re.IGNORECASE)
_SLIP = 2
"""Letters that a slip changes at most."""
_LEFT = re.compile(r"(?<=[/.=_-])[/._-]+")
"""Marks that stood around what was taken out."""


def is_counterpart(original: str, target: str, languages: tuple[str, str], hosts: Set[str] = frozenset()) -> bool:
    """Tell whether a link of a translation leads to what the link of its source leads to, in the reader's language.

    ``hosts`` are further ones whose pages in another language may have another address altogether.
    """
    original, target = (_without_asked(address, languages) for address in (original, target))
    original, target = (_CLEAN.sub("", _DATA.sub("#", _DIRECTIVE.sub("", address))) for address in (original, target))
    if original == target:
        return True
    one, other = (_ADDRESS.match(address) for address in (original, _unmirrored(target)))
    if one is None or other is None:
        return one is other is None and _is_same_heading(original, target)
    one, other = _without_headings(one, other)
    ours, theirs = _without_language(one, languages), _without_language(other, languages)
    if ours == theirs or _is_mirror(one, other, languages):
        return True
    if ours[0] == theirs[0] and is_slip(ours[1], theirs[1]):
        return False
    domain = _localized(one["host"], hosts)
    return bool(domain) and domain == _localized(other["host"], hosts) and bool(_named(other) & codes_of(languages[1]))


def is_slip(address: str, other: str) -> bool:
    """Tell whether an address is another but for a letter or two; one in letters of its own language is not."""
    if not (address + other).isascii():
        return False
    start = _alike(address, other)
    end = _alike(address[start:][::-1], other[start:][::-1])
    return max(len(address), len(other)) - start - end <= _SLIP and address.lower() != other.lower()


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _unmirrored(address: str) -> str:
    """Return the address of a page that a page on a mirror is put into another language from; any other address as it is."""
    host = next((host for host in MIRRORS if f"//{host}/" in address or f"//www.{host}/" in address), "")
    return address.replace(host, MIRRORS[host], 1) if host else address


def _without_asked(address: str, languages: tuple[str, str]) -> str:
    """Return an address without what its query asks for either language by."""
    codes = codes_of(languages[0]) | codes_of(languages[1])
    asked = _ASKED.search(address)
    if asked is None or asked["code"].lower() not in codes:
        return address
    rest = address[asked.end() :]
    return address[: asked.start()] + (f"?{rest[1:]}" if asked[0][0] == "?" and rest.startswith("&") else rest)


def _without_headings(one: re.Match[str], other: re.Match[str]) -> tuple[re.Match[str], re.Match[str]]:
    """Return two addresses without their anchors, where that of the translation is made of words in another script."""
    (path, _, anchor), (other_path, _, heading) = one[0].partition("#"), other[0].partition("#")
    if not anchor or unquote(heading).isascii():
        return one, other
    return _ADDRESS.match(path) or one, _ADDRESS.match(other_path) or other


def _is_mirror(one: re.Match[str], other: re.Match[str], languages: tuple[str, str]) -> bool:
    """Tell whether an address has the path of another on a host that names the reader's language: router-uk.example.org/guide/modes."""
    ours, theirs = (set(_WORDS.split(address["host"].lower())[:-1]) for address in (one, other))
    paths = [_without_language(address, languages)[1] for address in (one, other)]
    return paths[0] == paths[1] and bool(ours & theirs) and bool((theirs - ours) & codes_of(languages[1]))


def _is_same_heading(original: str, target: str) -> bool:
    """Tell whether two links lead to one page, and each to an anchor that is made of a heading's words in its own script.

    That the anchor is there, another check sees.
    """
    path, _, anchor = original.partition("#")
    other_path, _, other = target.partition("#")
    if path != other_path or not (anchor and other):
        return False
    return not (unquote(anchor).isascii() and unquote(other).isascii())


def _without_language(address: re.Match[str], languages: tuple[str, str]) -> tuple[list[str], str]:
    """Return an address without what names either language: the labels of the host, and the rest."""
    codes = codes_of(languages[0]) | codes_of(languages[1])
    labels = _labels(address)
    own = [label for label in labels[:-1] if not ((found := _LABEL.match(label)) and found["code"] in codes)]
    rest = _MARK.sub(lambda match: "" if match["code"].lower() in codes else match[0], address["rest"])
    return [*own, labels[-1]], _LEFT.sub("", rest).rstrip("/")


def _named(address: re.Match[str]) -> set[str]:
    """Return what an address may name as its language: the first labels of the host, and parts of the rest."""
    found = [_LABEL.match(label) for label in _labels(address)[:-1]]
    return {match["code"].lower() for match in [*found, *_MARK.finditer(address["rest"])] if match}


def _labels(address: re.Match[str]) -> list[str]:
    return address["host"].lower().removeprefix("www.").split(".")


def codes_of(language: str) -> frozenset[str]:
    """Return what addresses call a language."""
    return _ALIASES.get(language, frozenset({language}))


def _localized(host: str, hosts: Set[str]) -> str:
    """Return the host of the list that a host is, or stands below; empty where there is none."""
    labels = host.lower().removeprefix("www.").split(".")
    every = LOCALIZED | hosts
    return next((name for at in range(len(labels)) if (name := ".".join(labels[at:])) in every), "")
