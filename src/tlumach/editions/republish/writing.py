"""Writes into a built site what each explainer's text is republished from, and the page that offers it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tlumach.editions.books import BookMaker
from tlumach.editions.epub.drafts import ReadFile
from tlumach.editions.republish.article import Article, articles_of, credit_html
from tlumach.editions.republish.places import article_file, folder_of, offer_place
from tlumach.editions.shared.book import explainers
from tlumach.editions.shared.file_bundle import packed, put_unpacked
from tlumach.editions.shared.page_elements import Renderer
from tlumach.editions.shared.pictures import Fitter, Picture
from tlumach.editions.shared.translated import languages_of
from tlumach.languages.messages import Messages
from tlumach.library.urls import encoded, relative, site_path
from tlumach.tasks.cache import Cache
from tlumach.tasks.placed import Told
from tlumach.tasks.tasks import Task, TaskRunner
from tlumach.tracking import Tracker


def write_what_to_republish(
    tracker: Tracker, root: Path, site: Path, styles: Sequence[str], runner: TaskRunner
) -> None:
    """Write it for the project in ``root``; ``styles`` are the site's style sheets, by their places there. Raises OSError."""

    def read(file: str) -> bytes | None:
        path = root / "docs" / file
        return path.read_bytes() if path.is_file() else None

    books, maker = BookMaker(tracker, read), _Maker(tracker, read, styles, runner.cache)
    kind = Task[str](
        "republishing",
        lambda explainer: (books.inputs(explainer), styles),
        lambda path: packed(dict(maker.files(path))),
        glance=books.glance(styles),
    )
    own = runner.own(explainers(tracker.library))
    runner.put(kind, own, site, lambda _, made: Told(list(put_unpacked(made, site)), None))


class _Maker:
    """Makes the files of an explainer; what they share is made once."""

    def __init__(self, tracker: Tracker, read: ReadFile, styles: Sequence[str], cache: Cache) -> None:
        self._tracker, self._read, self._styles = tracker, read, styles
        self._renderer, self._fitter = Renderer(tracker, cache), Fitter()
        environment = Environment(
            loader=PackageLoader("tlumach.editions", "templates"), autoescape=True, undefined=StrictUndefined
        )
        self._template = environment.get_template("reuse.html")

    def files(self, explainer: str) -> Iterator[tuple[str, bytes]]:
        """Yield the files of an explainer (the path of its first page) with their places in the site."""
        folder = folder_of(explainer)
        for language in languages_of(explainer, self._tracker):
            articles = list(articles_of(explainer, language, self._renderer, self._picture))
            for each in articles:
                for ending, content in (("html", each.html), ("txt", each.text)):
                    yield folder + article_file(explainer, each.path, language, ending), content.encode()
                yield from ((folder + picture.name, picture.content) for picture in each.pictures)
            yield offer_place(explainer, language), self._offer(explainer, language, articles).encode()

    def _picture(self, file: str) -> Picture | None:
        content = self._read(file)
        return self._fitter.fitted(content) if content is not None else None

    def _offer(self, explainer: str, language: str, articles: Sequence[Article]) -> str:
        settings = self._tracker.library.settings
        here, say = folder_of(explainer).rstrip("/"), settings.say(language)
        pictures = dict.fromkeys(picture.name for each in articles for picture in each.pictures)
        return self._template.render(
            say=say,
            title=articles[0].title,
            page=encoded(relative(site_path(explainer, language, settings), here)),
            files=[self._files(explainer, each, say) for each in articles],
            pictures=[*pictures],
            styles=[encoded(relative(style, here)) for style in self._styles],
            credit=Markup("\n".join(map(credit_html, articles[0].credit))),
        )

    @staticmethod
    def _files(explainer: str, article: Article, say: Messages) -> tuple[str, list[tuple[str, str, str]]]:
        """Return the title of a page, and each of its files: the address, what it is, its size in KB."""
        kinds = (("html", say("reuse.html"), article.html), ("txt", say("download.text"), article.text))
        sizes = [say.number(max(1, round(len(content.encode()) / 1000))) for _, _, content in kinds]
        names = [encoded(article_file(explainer, article.path, say.language, ending)) for ending, _, _ in kinds]
        return article.title, [(name, kind[1], size) for name, kind, size in zip(names, kinds, sizes, strict=True)]
