"""What a pattern needs is said of patterns that are there, and a text without it is one that none of them matches."""

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from tlumach.rendering.fragments import BlockRenderer
from tlumach.rendering.quick.patterns import NEEDED, OWN_MARK, Patterns
from tlumach.rendering.sanitizer.sanitizer import Sanitizer

EXTENSIONS = ["footnotes", "attr_list", Sanitizer()]


def test_what_patterns_need_is_said_of_patterns_that_there_are() -> None:
    patterns = Markdown(extensions=EXTENSIONS).inlinePatterns
    there = {pattern.getCompiledRegExp().pattern for pattern in patterns}
    own = {pattern.getCompiledRegExp().pattern for pattern in BlockRenderer()._markdown.inlinePatterns}
    assert set(NEEDED) <= there | own
    assert OWN_MARK in own


@given(st.text(st.sampled_from(list("ab `\\[]!(^<>&;*_ \n#x1\x02\x03")), max_size=12))
def test_where_none_may_match_none_matches(text: str) -> None:
    for has_references in (False, True):
        patterns = Patterns(Markdown(extensions=EXTENSIONS).inlinePatterns, has_references)
        assert not patterns.unknown
        matching = [each for each in patterns.listed if each.pattern.getCompiledRegExp().search(text)]
        assert all(each.may_match(text, 0) for each in matching)
        assert patterns.may_match(text) or not matching


def test_patterns_that_are_not_known_are_searched_for() -> None:
    patterns = Patterns(Markdown(extensions=["wikilinks", "pymdownx.caret"]).inlinePatterns, False)
    assert patterns.unknown
    assert patterns.may_match("^a^")
