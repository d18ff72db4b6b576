"""What the search says, in a file for each language that a browser asks for with the search itself: no page carries it."""

import hashlib
import json

from tlumach.languages.messages import Messages

FOLDER = "assets/javascripts"
_BLANKS = {"none": "query", "read": "query", "count": "count", "all": "count", "others": "count"}
"""What is filled in by the script, by the message in which it is."""
_PLAIN = ("similar", "failed", "hint", "results", "clear")


def search_words(say: Messages) -> tuple[str, bytes]:
    """Return the file of a language: its name, which changes with its content, and its content."""
    filled = {name: say(f"search.{name}", **{blank: f"{{{blank}}}"}) for name, blank in _BLANKS.items()}
    words = filled | {name: say(f"search.{name}") for name in _PLAIN}
    content = f"window.tlumachSearchWords = {json.dumps(words, ensure_ascii=False)};\n".encode()
    digest = hashlib.sha256(content).hexdigest()[:8]
    return f"{FOLDER}/search-words.{say.language}.{digest}.js", content
