"""What the theme's templates need beside the words: parts that are made once, and Material's style sheet by its name."""

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

STYLES = "assets/stylesheets"


class Once:
    """Keeps the parts of a page that are the same on many: ``{% call once('footer', language, base_url) %}…{% endcall %}``.

    The words of the call say what the part depends on; it is rendered at the first page that has them. What depends on the
    page itself must not stand within. An instance belongs to one build.
    """

    def __init__(self) -> None:
        """Start with no parts."""
        self._parts: dict[tuple[Hashable, ...], str] = {}

    def __call__(self, *depends_on: Hashable, caller: Callable[[], str]) -> str:
        """Return the part: from ``caller`` the first time, as it was made then each further time."""
        if depends_on not in self._parts:
            self._parts[depends_on] = caller()
        return self._parts[depends_on]


def material_css(folders: Sequence[str]) -> str:
    """Return the address within the site of Material's style sheet, whose name changes with each of its versions.

    ``folders`` are the theme's, as MkDocs has them. Raises FileNotFoundError where none has it.
    """
    for folder in folders:
        for file in sorted(Path(folder, STYLES).glob("main.*.min.css")):
            return f"{STYLES}/{file.name}"
    raise FileNotFoundError(f"{STYLES}/main.*.min.css")
