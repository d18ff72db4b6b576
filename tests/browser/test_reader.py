"""The reader: its file alone in an empty folder, opened from there, on a phone and on a desktop, with scripts and without."""

import shutil
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.axe import violations
from tests.browser.conftest import Open
from tests.browser.waiting import comes_true
from tests.conftest import MakeLibrary
from tests.project import ROOT
from tests.unit.editions.images import drawing, photo

from tlumach.editions.reader import reader_html, write_readers
from tlumach.library.files import read_library
from tlumach.tracking import Tracker

PATH = "kazakhstan-arms-export/index.md"
WIDTHS = (360, 1280)
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><circle cx="9" cy="9" r="9" fill="red"/></svg>'
SHOWN = """() => Object.fromEntries(['ru', 'uk', 'en'].map(code =>
    [code, [...document.querySelectorAll(`.m .r > [lang=${code}]`)].filter(cell => cell.offsetParent !== null).length > 50]))"""


@pytest.fixture(scope="module")
def tracker() -> Tracker:
    library, _ = read_library(ROOT)
    assert library
    return Tracker(library)


@pytest.fixture(scope="module")
def address(tracker: Tracker, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a reader file that lies alone in a folder."""
    made = tmp_path_factory.mktemp("made")
    file = next(file for file in write_readers(tracker, ROOT, made) if file.stem == PATH.partition("/")[0])
    alone = tmp_path_factory.mktemp("alone") / file.name
    shutil.move(file, alone)
    return alone.as_uri()


@pytest.fixture(scope="module")
def row(tracker: Tracker) -> str:
    """The id of the row of the text's fifteenth paragraph."""
    source = tracker.library.page("ru", PATH)
    assert source
    ids = zip(source.blocks, tracker.source_ids(PATH), strict=True)
    return next(id for block, id in ids if block.text.startswith("Казахстан не признал"))


def shown(page: Page) -> list[str]:
    """The languages whose text can be seen."""
    found: dict[str, bool] = page.evaluate(SHOWN)
    return [code for code, is_shown in found.items() if is_shown]


def tick(page: Page, *codes: str) -> None:
    """Click the languages' names in the bar: of the boxes of a wide screen, or of those of a phone."""
    for code in codes:
        page.locator(f".k label[lang={code}]:visible").click()


def top_of(page: Page, row: str) -> float:
    """How far below the top of the screen a row begins, in pixels."""
    box = page.locator(f"#{row}").bounding_box()
    return box["y"] if box else float("inf")


def visible(page: Page, selector: str) -> bool:
    return page.locator(selector).first.is_visible()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
def test_it_asks_for_nothing_and_nothing_fails(visit: Open, address: str, width: int, scripts: bool) -> None:
    seen = visit(address, width=width, scripts=scripts, offline=True)
    tick(seen.page, "ru")
    seen.page.locator("sup button:visible").first.click()
    seen.page.wait_for_timeout(200)
    assert seen.requests == [address]
    assert seen.failures == []


def test_served_by_a_host_it_asks_for_nothing_more(visit: Open, built: Path, served: str, address: str) -> None:
    here = built / "site" / "reader-alone.html"
    shutil.copy(address.removeprefix("file://"), here)
    try:
        seen = visit(f"{served}{here.name}")
        seen.page.wait_for_timeout(300)
        assert seen.requests == [f"{served}{here.name}"]
    finally:
        here.unlink()


def test_nothing_is_stored(visit: Open, address: str) -> None:
    page = visit(address).page
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.locator("script").count() == 0


VIEWS = [
    *product([""], WIDTHS, [False, True]),
    ("#figures-uk", min(WIDTHS), True),  # what a place changes is neither a matter of width nor of colours
    ("#ru-en", max(WIDTHS), False),
]


@pytest.mark.parametrize(("place", "width", "dark"), VIEWS)
def test_axe_finds_nothing(visit: Open, address: str, place: str, width: int, dark: bool) -> None:
    page = visit(address + place, width=width, dark=dark, bypass_csp=True).page
    assert violations(page) == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_does_not_scroll_sideways(visit: Open, address: str, width: int) -> None:
    page = visit(address, width=width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_desktop_languages_stand_side_by_side_and_on_a_phone_one_under_the_other(
    visit: Open, address: str, row: str
) -> None:
    for width, same in ((1280, "y"), (360, "x")):
        page = visit(address, width=width).page
        if width < 896:
            tick(page, "ru", "uk", "en")
        boxes = [page.locator(f"#{row}-{code}").bounding_box() for code in ("ru", "uk", "en")]
        assert len({round(box[same]) for box in boxes if box}) == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_source_comes_first_and_the_others_are_a_tap_away(
    visit: Open, address: str, scripts: bool
) -> None:
    page = visit(address, width=360, scripts=scripts).page
    assert shown(page) == ["ru"]
    for code, now in (("en", ["en"]), ("ru", ["ru", "en"]), ("en", ["ru"]), ("ru", ["ru"])):
        tick(page, code)
        assert shown(page) == now
    page.set_viewport_size({"width": 1280, "height": 800})  # there is room for all: the boxes of that width count
    assert shown(page) == ["ru", "uk", "en"]


@pytest.mark.parametrize("scripts", [True, False])
def test_languages_are_chosen_and_one_always_stays(visit: Open, address: str, scripts: bool) -> None:
    page = visit(address, scripts=scripts).page
    assert shown(page) == ["ru", "uk", "en"]
    for code, left in (("ru", ["uk", "en"]), ("en", ["uk"])):
        tick(page, code)
        assert shown(page) == left
    tick(page, "uk")
    assert shown(page) == ["ru", "uk", "en"]  # none is ticked: all are shown


@pytest.mark.parametrize(
    ("place", "left"),
    [("#uk", ["uk"]), ("#figures-en", ["en"]), ("#ru-en", ["ru", "en"]), ("#figures", ["ru", "uk", "en"])],
)
def test_the_choice_and_the_place_are_in_the_address(visit: Open, address: str, place: str, left: list[str]) -> None:
    page = visit(address + place).page
    assert shown(page) == left
    if place.startswith("#figures"):
        box = page.locator(place).bounding_box()
        assert box and 0 <= box["y"] < 200


@pytest.mark.parametrize("width", [360, 1280])
def test_a_whole_file_in_one_language_begins_with_its_headline(visit: Open, address: str, width: int) -> None:
    page = visit(f"{address}#uk", width=width).page
    headline = page.locator("h1 [lang=uk]")
    assert headline.bounding_box()["y"] > page.locator(".k").bounding_box()["height"]  # type: ignore[index]
    assert page.locator("h1 [lang=ru]").is_hidden()


@pytest.mark.parametrize(("width", "all"), [(360, ["uk"]), (1280, ["ru", "uk", "en"])])
def test_from_one_language_one_comes_back_at_the_same_place(
    visit: Open, address: str, row: str, width: int, all: list[str]
) -> None:
    page = visit(f"{address}#{row}-uk", width=width).page
    assert shown(page) == ["uk"]
    page.locator(".a a[lang=uk]").click()
    assert comes_true(page, lambda: shown(page) == all)
    assert comes_true(page, lambda: -100 < top_of(page, row) < 700)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_phone_shows_first_the_language_of_the_page_that_one_came_from(
    visit: Open, address: str, scripts: bool
) -> None:
    page = visit(f"{address}#from-en", width=360, scripts=scripts).page
    assert shown(page) == ["en"]
    page.locator("nav summary").click()
    page.locator("nav .i a:visible").nth(2).click()
    assert shown(page) == ["en"]  # links within the file stay in it
    page.locator(".a a[lang=en]").click()
    for code, now in (("uk", ["uk"]), ("en", ["uk", "en"]), ("uk", ["en"])):
        tick(page, code)
        assert comes_true(page, lambda now=now: shown(page) == now)  # type: ignore[misc]
    page.set_viewport_size({"width": 1280, "height": 800})
    assert comes_true(page, lambda: shown(page) == ["ru", "uk", "en"])


def test_the_page_leads_to_the_reader_in_its_own_language(visit: Open, served: str) -> None:
    page = visit(f"{served}en/kazakhstan-arms-export/index.html", width=360).page
    page.locator(".voice a[href*='read/']").click()
    page.wait_for_url("**/read/*")  # which waits for the page to be loaded
    assert shown(page) == ["en"]


@pytest.mark.parametrize("width", WIDTHS)
def test_choosing_languages_keeps_the_place(visit: Open, address: str, row: str, width: int) -> None:
    page = visit(f"{address}#{row}", width=width).page
    for code in ("ru", "en", "ru"):
        tick(page, code)
        page.wait_for_timeout(150)  # whatever moves has begun to
        assert comes_true(page, lambda: -200 < top_of(page, row) < 700)


def test_a_row_leads_to_itself_in_one_language(visit: Open, address: str, row: str) -> None:
    page = visit(f"{address}#{row}").page
    page.locator(f"#{row} > .l a", has_text="uk").click()
    expect(page).to_have_url(f"{address}#{row}-uk")
    assert comes_true(page, lambda: shown(page) == ["uk"])


def test_terms_and_notes_opened_in_one_language_do_not_change_the_choice(visit: Open, address: str, row: str) -> None:
    page = visit(f"{address}#{row}-uk", scripts=False).page
    page.locator(f"#{row}-uk label").first.click()
    assert visible(page, ":popover-open")
    page.keyboard.press("Escape")
    page.locator(f"#{row}-uk sup button").first.click()
    assert page.locator(":popover-open").get_attribute("lang") in ("uk", None)
    expect(page).to_have_url(f"{address}#{row}-uk")
    assert comes_true(page, lambda: shown(page) == ["uk"])


@pytest.mark.parametrize("width", WIDTHS)
def test_a_term_opens_where_it_is_used_by_keyboard_and_closes_with_the_focus_kept(
    visit: Open, address: str, row: str, width: int
) -> None:
    page = visit(address, width=width).page
    if width < 896:
        tick(page, "en")
    button = page.locator(f"#{row}-en label", has_text="CSTO").locator("button")
    button.focus()
    page.keyboard.press("Enter")
    card = page.locator("#t-csto-en")
    box = card.bounding_box()
    assert "Collective Security" in card.inner_text()
    assert box and box["y"] >= 0 and box["y"] + box["height"] <= 800 and box["x"] >= 0
    page.keyboard.press("Escape")
    assert page.locator(":popover-open").count() == 0
    assert button.evaluate("button => button === document.activeElement")


def test_boxes_are_ticked_by_keyboard_with_the_focus_in_sight(visit: Open, address: str) -> None:
    page = visit(address).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "c-ru"
    assert page.locator("label[for=c-ru]").evaluate("label => getComputedStyle(label).outlineStyle") == "solid"
    page.keyboard.press("Space")
    assert shown(page) == ["uk", "en"]


def test_a_table_scrolls_by_keyboard_within_its_frame(visit: Open, address: str) -> None:
    page = visit(f"{address}#csto-and-nato", width=360).page
    frame = page.locator(".d").first
    assert frame.evaluate("frame => frame.tabIndex") == 0
    assert frame.evaluate("frame => getComputedStyle(frame).overflowX") == "auto"


def test_in_print_the_chosen_languages_stand_with_addresses_written_out(visit: Open, address: str) -> None:
    page = visit(address, dark=True).page
    tick(page, "ru")
    page.emulate_media(media="print")
    assert shown(page) == ["uk", "en"]
    assert not visible(page, ".k") and not visible(page, "nav")
    written = "link => getComputedStyle(link, '::after').content"
    assert "<https://zona.media/" in page.locator("#n1 a").first.evaluate(written)
    assert page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(255, 255, 255)"
    assert visible(page, "#t-csto-uk") and visible(page, "#n12-uk")


def test_it_can_be_read_in_the_dark(visit: Open, address: str) -> None:
    page = visit(address, dark=True, scripts=False).page
    assert page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(23, 28, 31)"


@pytest.mark.parametrize("width", WIDTHS)
def test_an_untranslated_page_stands_in_its_original_where_that_is_not_shown(
    visit: Open, tracker: Tracker, tmp_path: Path, width: int
) -> None:
    library = tracker.library
    pages = {key: page for key, page in library.pages.items() if key != ("uk", "kazakhstan-arms-export/notes.md")}
    text = reader_html(Tracker(replace(library, pages=pages)), PATH)
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    page = visit((tmp_path / "a.html").as_uri(), width=width).page
    stand_in = page.locator("#notes .o p").first
    assert not stand_in.is_visible()
    tick(page, *(("uk",) if width < 896 else ("ru", "en")))
    assert stand_in.is_visible() and stand_in.get_attribute("lang") == "ru"
    assert page.locator("#notes [role=note] [lang=uk]").is_visible()
    page.goto((tmp_path / "a.html").as_uri() + "#notes-uk")
    assert stand_in.is_visible()


def test_a_browser_without_popovers_has_plain_links(visit: Open, address: str, row: str, tmp_path: Path) -> None:
    """As an old browser sees it: the rules that ask whether popovers are known do not apply, and the attribute means nothing."""
    old = Path(address.removeprefix("file://")).read_text(encoding="utf-8")
    for new in ("@supports selector(:popover-open)", "content-security-policy", " popover"):
        old = old.replace(new, "@supports (not-known: 1)" if "@" in new else "-x-")
    (tmp_path / "old.html").write_text(old, encoding="utf-8")
    page = visit((tmp_path / "old.html").as_uri()).page
    assert not visible(page, f"#{row}-uk sup button")
    page.locator(f"#{row}-uk sup a").first.click()
    page.locator(f"#{row}-uk label + a").first.click()
    target = page.url.partition("#")[2]
    box = page.locator(f"#{target}").bounding_box()
    assert target.startswith("t-") and box and 0 <= box["y"] < 800


@pytest.mark.parametrize("width", WIDTHS)
def test_a_long_explainer_with_pictures_shows_them_without_a_request(
    visit: Open, make_library: MakeLibrary, tmp_path: Path, width: int
) -> None:
    blocks = [f"Абзац {at}. {'Слово за словом. ' * 30}\n\n![Снимок {at}](p{at}.jpg)" for at in range(12)]
    text = "# Долгий рассказ\n\n![Карта](map.svg)\n\n![Схема](plan.png)\n\n" + "\n\n".join(blocks)
    library = make_library({f"{code}/a/index.md": text for code in ("ru", "uk", "en")})
    pictures = {"map.svg": DRAWING, "plan.png": drawing()}
    made = reader_html(
        Tracker(library), "a/index.md", lambda file: pictures.get(Path(file).name) or photo(seed=len(file))
    )
    (tmp_path / "a.html").write_text(made, encoding="utf-8")
    reader = visit((tmp_path / "a.html").as_uri(), width=width)
    shown = reader.page.locator("figure img")
    assert shown.count() == 14
    sizes = shown.evaluate_all("all => all.map(one => [one.naturalWidth, one.width, one.height])")
    assert all(own > 0 and shown <= width and high <= 640 for own, shown, high in sizes)  # 80 of 100 of the window
    assert reader.failures == []
    assert {request for request in reader.requests if not request.startswith(("file:", "data:"))} == set()


OPENED = """kind => {
    const found = [...document.querySelectorAll(kind)].filter(each => each.getClientRects().length && !each.closest('details'))
    const off = []
    for (const at of [0.1, 0.3, 0.5, 0.7]) for (const block of ['start', 'center', 'end']) {
        const one = found[Math.floor(found.length * at)], words = one.closest('label') || one
        words.scrollIntoView({block})
        one.click()
        const box = document.querySelector(':popover-open').getBoundingClientRect()
        const covers = [...words.getClientRects()].some(line => line.bottom > box.top + 1 && line.top < box.bottom - 1
            && line.right > box.left + 1 && line.left < box.right - 1)
        const isOut = box.left < 0 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1
        if (covers || isOut || box.height < 30) off.push([one.textContent, block, covers, box.top, box.bottom])
        document.querySelector(':popover-open').hidePopover()
    }
    return off
}"""


@pytest.mark.parametrize(("width", "root"), [(320, 16), (360, 16), (768, 32), (1280, 16), (320, 32)])
def test_what_opens_in_place_is_on_the_screen_beside_its_words_however_far_one_has_scrolled(
    visit: Open, address: str, width: int, root: int
) -> None:
    page = visit(f"{address}#ru", width=width, bypass_csp=True).page
    page.add_style_tag(content=f":root {{ font-size: {root}px }}")
    for kind in ("sup button", "label button"):
        assert page.evaluate(OPENED, kind) == []
