"""A look at XML from elsewhere before anything else reads it: what it is, that it is whole, that it declares no entities.

Entities are what makes a small file huge ("billion laughs") or reads another one (OWASP, "XML External Entity
Prevention Cheat Sheet"); neither XLIFF nor TMX has a use for them, so a file that declares any is not read further.
"""

from xml.parsers.expat import ErrorString, ExpatError, ParserCreate

from tlumach.exchange.incoming import UnreadableError

_AGAIN = "Save it once more in your tool, or export the page again."


def looks_like_xml(content: bytes) -> bool:
    """Whether the first sign of a file is ``<``, in UTF-8 or UTF-16, with or without a mark of the byte order."""
    start = content[:256].removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return start.replace(b"\0", b"").lstrip().startswith(b"<")


def root_of(content: bytes, file: str) -> tuple[str, dict[str, str]]:
    """Return the name and the attributes of a document's root; raises :class:`UnreadableError` where it is not safe and whole."""
    roots: list[tuple[str, dict[str, str]]] = []
    parser = ParserCreate()

    def refuse_entity(name: str, *_: object) -> None:
        message = f"it declares or uses an entity of its own (“{name}”). Take the declaration out of the file's head."
        raise UnreadableError(file, parser.CurrentLineNumber, message)

    def note_root(name: str, attributes: dict[str, str]) -> None:
        roots.append((name, attributes))
        parser.StartElementHandler = None

    parser.StartElementHandler = note_root
    parser.EntityDeclHandler = refuse_entity
    parser.SkippedEntityHandler = refuse_entity
    try:
        parser.Parse(content, True)
    except ExpatError as error:
        message = f"this is not XML, or not all of it: {ErrorString(error.code)}. {_AGAIN}"
        raise UnreadableError(file, error.lineno, message) from None
    except (ValueError, LookupError) as error:
        raise UnreadableError(file, 1, f"it is in an encoding that cannot be read ({error}). {_AGAIN}") from None
    return roots[0]
