"""Hash sources of a content security policy."""

from tlumach.output.policy import text_hash


def test_the_hash_of_a_text() -> None:
    # The example of CSP Level 3, section 8.4: its script, and the hash that the standard gives for it.
    assert text_hash("alert('Hello, world.');") == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
