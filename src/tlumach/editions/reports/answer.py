"""The draft of an answer to a report, in the reader's language: what became of the paragraph, and no more than is known."""

from collections.abc import Iterator

from tlumach.editions.reports.verdict import Outcome, Verdict
from tlumach.languages.messages import Messages
from tlumach.library.urls import absolute, encoded
from tlumach.settings import Settings


def answer(outcome: Outcome, settings: Settings, say: Messages) -> str:
    """Return the draft; an editor reads it and says the rest."""
    return "\n".join([say("report.thanks", address=_address(outcome, settings, say)), *_said(outcome, say)])


def _said(outcome: Outcome, say: Messages) -> Iterator[str]:
    yield say(f"report.{outcome.verdict}")
    wordings = outcome.wordings[:1] if outcome.verdict is Verdict.CHANGED else outcome.wordings[1:]
    if outcome.verdict in (Verdict.CHANGED, Verdict.BEHIND):
        for _, then, now in wordings:
            yield from (f"{say('changes.before')} {then}", f"{say('changes.after')} {now}")


def _address(outcome: Outcome, settings: Settings, say: Messages) -> str:
    """Return the address of the paragraph, or that of its page where it is no more."""
    page = outcome.place.page if outcome.place else outcome.page
    mark = f"#{encoded(outcome.place.id)}" if outcome.place else ""
    return absolute(page.path, say.language if say.language in settings.languages else page.language, settings) + mark
