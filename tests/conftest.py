"""What all tests share: libraries made from texts, golden cases read from YAML, and bounded property tests."""

import os
import shutil
import signal
import threading
from collections.abc import Callable, Generator, Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

import tlumach
from tests.collecting import read_a_share, without_looking_for_garbage
from tests.project import copy_project, run
from tests.shared import made_once
from tlumach.library import Library
from tlumach.library.pages import decode, parse_page
from tlumach.settings import Settings

CASES = Path(__file__).parent / "cases"
LONGEST_FIRST = ("faults", "browser", "site")
NAMES = {"ru": "Русский", "uk": "Українська", "en": "English"}

# No time is asserted anywhere, and no database of examples is left in the tree.
# A slow machine is no fault: neither the time of an example nor that of making them.
# The examples are the same in each run, so that a change is judged by what it changes; TLUMACH_RANDOM=1 looks for new ones.
for profile, examples in (("tlumach", 60), ("quick", 10)):
    hypothesis_settings.register_profile(
        profile,
        deadline=None,
        max_examples=examples,
        database=None,
        derandomize=not os.environ.get("TLUMACH_RANDOM"),
        suppress_health_check=[HealthCheck.too_slow],
    )
hypothesis_settings.load_profile("tlumach")

# The programs that tests start in other folders import this very package, not one that is installed elsewhere.
os.environ["PYTHONPATH"] = str(Path(tlumach.__file__).parents[1])

MakeLibrary = Callable[..., Library]

# Far beyond any test that works: one that waits for a browser's answer for ever fails instead.
LONGEST_TEST = 900  # seconds


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool, bool]:
    """End a test that hangs, its fixtures too: some calls of the browser's library have no bound of their own."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return (yield)

    def end(*_: object) -> None:
        raise TimeoutError(f"{item.nodeid} hangs: it was ended after {LONGEST_TEST} seconds")

    former = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, LONGEST_TEST)
    try:
        return (yield)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)


def pytest_xdist_auto_num_workers() -> int:
    """Start two processes more than there are processors: tests often wait, for a browser, a server, what another test builds."""
    return (os.cpu_count() or 1) + 2


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "slow: builds a site, starts servers, or takes seconds of CPU time; `scripts/test.py --quick` leaves it out",
    )
    config.addinivalue_line("markers", "cases(file): run the test once for each `case` of tests/cases/<file>.yml")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    with without_looking_for_garbage():
        read_a_share(session.config)
        return (yield)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for marker in metafunc.definition.iter_markers("cases"):
        cases = yaml.load((CASES / f"{marker.args[0]}.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
        metafunc.parametrize("case", cases, ids=[case["name"] for case in cases])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the modules that take longest: faults, a browser, real builds, slow ones; the short ones fill up what is left."""
    order = {folder: place for place, folder in enumerate(LONGEST_FIRST)}
    slow = {item.path for item in items if item.get_closest_marker("slow")}

    def place(item: pytest.Item) -> int:
        folder = item.path.relative_to(CASES.parent).parts[0]
        return order.get(folder, len(order) + (item.path not in slow))

    items.sort(key=place)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real project, built and checked once: the folder with `site/`, `dist/` and `.cache/`. Tests must not change it."""

    def build(root: Path) -> None:
        copy_project(root)
        for command in ("build", "check"):  # a check looks at the spelling too, which takes most of its time
            done = run(root, command)
            assert done.returncode == 0, done.stdout + done.stderr

    return made_once(tmp_path_factory, "built", build)


@pytest.fixture(scope="session")
def with_zim(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a ZIM, which is made afterwards. Tests must not change it."""

    def make(root: Path) -> None:
        shutil.copytree(built, root)
        done = run(root, "editions", "--only", "zim")
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "with-zim", make)


@pytest.fixture
def site_settings() -> Settings:
    """The settings of a site in Russian (the source), Ukrainian and English."""
    return Settings(tuple(NAMES), "https://tlumach.example/", dict.fromkeys(NAMES, "Тлумач"), NAMES)


@pytest.fixture
def make_library(site_settings: Settings) -> MakeLibrary:
    """Make a library from texts: `make_library({"ru/index.md": "# Заголовок"})`; a file that is not `.md` is just there."""

    def make(files: Mapping[str, str | bytes]) -> Library:
        pages, others, unreadable = {}, set(), set()
        for name, content in files.items():
            language, _, path = name.partition("/")
            text = content if isinstance(content, str) else decode(content, name)[0]
            if not path.endswith(".md"):
                others.add(name)
            elif text is None:
                unreadable.add((language, path))
            else:
                pages[language, path] = parse_page(text, language, path)[0]
        return Library(site_settings, pages, frozenset(others), frozenset(unreadable))

    return make
