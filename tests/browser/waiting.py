"""Waits for what a test asserts: a busy machine draws a page's next frame late, and a fixed wait is too short there."""

from collections.abc import Callable

from playwright.sync_api import Page

TRIES, PAUSE = 100, 50  # milliseconds


def comes_true(page: Page, is_so: Callable[[], bool]) -> bool:
    """Tell whether something becomes true within a few seconds."""
    for _ in range(TRIES):
        if is_so():
            return True
        page.wait_for_timeout(PAUSE)
    return is_so()
