"""The HTML of pages as the editions read it, kept: what others may republish and the books are made of the same."""

from collections.abc import Callable

from tlumach.settings import Settings
from tlumach.tasks.cache import Cache
from tlumach.tasks.known_inputs import reads_nothing

_KIND = "fragment"


class KeptHtml:
    """Keeps what a page was rendered to, from task to task and from build to build."""

    def __init__(self, cache: Cache | None, settings: Settings) -> None:
        """Keep it in a cache, if there is one; where an extension of Markdown may read files, nothing is kept."""
        knows_all = all(map(reads_nothing, settings.markdown.extensions))
        self._cache, self._said = (cache if knows_all else None), settings.told()

    def html(self, inputs: object, make: Callable[[], str]) -> str:
        """Return what ``make`` makes of ``inputs``, whose ``repr`` differs wherever that may."""
        if self._cache is None:
            return make()
        key = self._cache.key(_KIND, (self._said, inputs))
        if kept := self._cache.fetch([key]):
            return kept[key].decode()
        made = make()
        self._cache.keep(_KIND, {key: made.encode()})
        return made
