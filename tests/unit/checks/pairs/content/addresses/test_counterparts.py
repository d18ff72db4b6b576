import pytest

from tlumach.checks.pairs.content.addresses.counterparts import is_counterpart


@pytest.mark.parametrize(
    ("original", "target", "languages"),
    [
        ("https://en.wikipedia.org/wiki/Recursive", "https://ru.wikipedia.org/wiki/Рекурсия", ("en", "ru")),
        ("https://ru.wikipedia.org/wiki/A", "https://uk.wikipedia.org/wiki/Б", ("ru", "uk")),
        ("https://en.m.wikipedia.org/wiki/A", "https://uk.wikipedia.org/wiki/Б", ("en", "uk")),
        ("https://developer.mozilla.org/en-US/docs/Web", "https://developer.mozilla.org/ru/docs/Web", ("en", "ru")),
        ("https://developer.mozilla.org/docs/Web", "https://developer.mozilla.org/uk/docs/Web", ("en", "uk")),
        ("https://a.example/en/x", "https://a.example/ru/x", ("en", "ru")),
        ("https://a.example/x#:~:text=the%20words", "https://a.example/x#:~:text=слова", ("en", "ru")),
        ("https://a.example/en/x#part:~:text=words", "https://a.example/ru/x#part", ("en", "ru")),
        ("https://a.example/x", "https://a.example/ru/x", ("en", "ru")),
        ("https://a.example/x/ru/", "https://a.example/x/", ("ru", "en")),
        ("https://a.example/ru/x", "https://a.example/ua/x", ("ru", "uk")),
        ("https://a.example/x?hl=en", "https://a.example/x?hl=ru", ("en", "ru")),
        ("https://a.example/x_en.html", "https://a.example/x_ru.html", ("en", "ru")),
        ("https://kremlin.ru/events/1", "http://en.kremlin.ru/events/1", ("ru", "en")),
        ("https://www.un.org/en/about", "https://www.un.org/ru/o-nas", ("en", "ru")),
        ("https://docs.python.org/3/", "https://docs.python.org/uk/3/", ("en", "uk")),
        ("https://a.example/x.html#b", "https://a.example/x#b", ("en", "ru")),
        ("https://a.example/x/", "https://a.example/x/index.html", ("en", "uk")),
        ("/guide/x", "/guide/x.html", ("en", "uk")),
        ("https://router.a.example/x/lazy.html", "https://a-router-ru.b.example/x/lazy.html", ("en", "ru")),
        ("https://play.example/#" + "eNp1" * 30, "https://play.example/#" + "eNq2" * 31, ("en", "uk")),
        ("https://pinia.a.example", "https://pinia-ua.b.example/uk/", ("en", "uk")),
        ("https://a.example/x#loader", "https://a.example/ru/x#%D0%B8%D0%B7", ("en", "ru")),
        ("page.md#в-начале", "page.md#на-початку", ("ru", "uk")),
        ("#a-checklist", "#чеклист", ("en", "ru")),
    ],
)
def test_the_same_page_in_the_readers_language_is_right(original: str, target: str, languages: tuple[str, str]) -> None:
    assert is_counterpart(original, target, languages)


@pytest.mark.parametrize(
    ("original", "target", "languages"),
    [
        ("https://en.wikipedia.org/wiki/A", "https://en.wikipedia.org/wiki/B", ("en", "ru")),
        ("https://en.wikipedia.org/wiki/A", "https://de.wikipedia.org/wiki/B", ("en", "ru")),
        ("https://en.wikipedia.org/wiki/A", "https://ru.example.org/wiki/A", ("en", "ru")),
        ("https://a.example/en/x", "https://a.example/ru/y", ("en", "ru")),
        ("https://a.example/1", "https://a.example/2", ("ru", "uk")),
        ("https://a.example/x#one:~:text=a", "https://a.example/x#two:~:text=a", ("en", "ru")),
        ("https://site.ru/x", "https://site.ua/x", ("ru", "uk")),
        ("https://developer.mozilla.org/en-US/docs/A", "https://developer.mozilla.org/en-US/docs/B", ("en", "ru")),
        ("https://a.example/x.html", "https://a.example/y.html", ("en", "ru")),
        ("https://router.a.example/x/lazy", "https://a-router.b.example/x/lazy", ("en", "ru")),
        ("https://router.a.example/x/lazy", "https://a-router-ru.b.example/x/eager", ("en", "ru")),
        ("https://play.example/#" + "eNp1" * 30, "https://other.example/#" + "eNq2" * 31, ("en", "uk")),
        ("page.md#next", "page.md#what-next", ("ru", "uk")),
        ("page.md#next", "other.md#далі", ("ru", "uk")),
        ("page.md#next", "page.md", ("ru", "uk")),
        ("page.md", "https://a.example/ru/page.md", ("ru", "uk")),
        ("http://discord.gg/a", "http://discord.gg/b", ("en", "ru")),
    ],
)
def test_another_page_is_not(original: str, target: str, languages: tuple[str, str]) -> None:
    assert not is_counterpart(original, target, languages)


def test_a_project_may_name_further_hosts() -> None:
    links = ("https://paper.example/en/war", "https://paper.example/ru/voina", ("en", "ru"))
    assert not is_counterpart(*links)
    assert is_counterpart(*links, frozenset({"paper.example"}))


@pytest.mark.parametrize(
    ("original", "target"),
    [
        ("https://maps.example.com/a?id=1", "https://maps.example.com/a?id=1&hl=uk"),
        ("https://maps.example.com/a?hl=en&id=1", "https://maps.example.com/a?hl=uk&id=1"),
        ("https://maps.example.com/a?hl=en&id=1", "https://maps.example.com/a?id=1"),
        ("https://maps.example.com/a", "https://maps.example.com/a?lang=uk_UA"),
        ("https://developer.mozilla.org/en-US/docs/Web/API", "https://webdoky.org/uk/docs/Web/API/"),
        ("guide.md#next", "guide.html#next"),
    ],
)
def test_a_language_asked_for_and_mirrors(original: str, target: str) -> None:
    assert is_counterpart(original, target, ("en", "uk"))


@pytest.mark.parametrize(
    ("original", "target"),
    [
        ("https://maps.example.com/a?id=1", "https://maps.example.com/a?id=2&hl=uk"),
        ("https://maps.example.com/a?id=1", "https://maps.example.com/a?id=1&hl=fr"),
        ("https://developer.example.org/docs/a", "https://webdoky.org/uk/docs/a"),
    ],
)
def test_other_pages_asked_for(original: str, target: str) -> None:
    assert not is_counterpart(original, target, ("en", "uk"))
