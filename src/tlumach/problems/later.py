"""How a project that only begins goes on with findings that stop it: they are reported first, and enforced later."""

from collections import Counter
from collections.abc import Iterable

from tlumach.problems.codes import Code, Level
from tlumach.problems.freshness import STALE
from tlumach.problems.levels import FIXED
from tlumach.problems.policy import Policy
from tlumach.problems.problem import Problem

_OF_A_BUILD = frozenset({Code.MKDOCS, Code.TEMPLATE, Code.NO_HOST, Code.UNWRITABLE, Code.ENDED, Code.NO_SITE})
"""What stops a build, and is no finding of a check."""
_CANNOT_WAIT = FIXED | STALE | _OF_A_BUILD
"""A stale translation is an error only where the project asks for it."""
_MOST = 3
"""Rules that are named one by one at most."""


def way_out(problems: Iterable[Problem], policy: Policy) -> str:
    """Return how these errors are only reported for now; empty where one cannot wait, or where the project has said what counts."""
    codes = Counter(problem.code for problem in problems if problem.level is Level.ERROR)
    if not codes or codes.keys() & _CANNOT_WAIT or policy.levels or policy.baseline.counts:
        return ""
    named = ", ".join(f"{code}: warn" for code, _ in codes.most_common())
    setting = f"{{{named}}}" if len(codes) <= _MOST else "warn"
    return (
        "To have what is there only reported, and mend it later: `tlumach baseline`, after which new findings alone count;"
        f" or `checks: {setting}` under `tlumach` in mkdocs.yml."
    )
