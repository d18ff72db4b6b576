"""A bounded number of broken files for each reader: it says what is wrong, and neither fails, hangs nor grows."""

import random

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.fuzzing.inputs import broken, corpus
from tests.fuzzing.targets import FIXED, GROWTH, TARGETS, Target, weight


def held(target: Target, content: bytes) -> None:
    """Read a file; what goes wrong beyond problems is raised."""
    most = GROWTH * len(content) + FIXED
    assert weight(target.read(content), most) <= most, "what was read is far larger than the file"


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_what_is_kept_is_read(target: Target) -> None:
    files = corpus(target)
    assert files
    for content in files:
        held(target, content)


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
@hypothesis_settings(max_examples=200)
@given(chance=st.randoms(use_true_random=False))
def test_a_broken_file_is_said_to_be_broken(target: Target, chance: random.Random) -> None:
    held(target, broken(chance, corpus(target), target.words))
