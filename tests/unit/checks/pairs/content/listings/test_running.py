"""Code that differs in its layout, and in what readers see, alone; and code that does something else."""

import pytest

from tlumach.checks.pairs.content.listings.running import differ_for_readers, is_same_when_run

SAME = [
    ("<?php\nf(1);\n?>", "<?php\nf(1);\n"),
    ("<?php\nf(1);", "<?php\nf(1);\n?>\n"),
    ("class A {\n f();\n}", "class A\n{\n f();\n}"),
    ("if ($a) foo();", "if ($a) {\n  foo();\n}"),
    ("$a = new Foo;", "$a = new Foo();"),
    ("f (1) or die ('no');", "f(1) or die('нет');"),
    ('echo "hello";', "echo 'hello';"),
    ("[1, 2, 3]", "[\n1,\n2,\n3,\n]"),
    ("if (a) {b()} else if (c) {d()}", "if (a) {b()} elseif (c) {d()}"),
    ("<h1>Known for {x}</h1>", "<h1>\n  Известен как\n  {x}\n</h1>"),
    ("$a = <<<T\nhello you\nT;", "$a = <<<T\nпривет тебе\nT;"),
]
OTHER = [
    ("<?php\nf(1);\n?>", "<?php\nf(2);\n"),
    ("class A { f(); g(); }", "class A { f(); }"),
    ("if ($a) foo();", "if ($b) {\n  foo();\n}"),
    ("$var++;", "return $var++;"),
    ("$a = new Foo(1);", "$a = new Foo();"),
    ('echo "hello $a";', "echo 'hello $a';"),
    ("echo 'spawned';", "echo 'main';"),
    ("[1, 2, 3]", "[1, 2]"),
    ("a.join(',')", "a.join('')"),
]


@pytest.mark.parametrize(("ours", "theirs"), SAME)
def test_layout_and_style_are_no_difference(ours: str, theirs: str) -> None:
    assert is_same_when_run(ours, theirs)


@pytest.mark.parametrize(("ours", "theirs"), OTHER)
def test_what_a_machine_does_otherwise_is_a_difference(ours: str, theirs: str) -> None:
    assert not is_same_when_run(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("by {a.name}", "— {a.name}"), ("{' ' + a + ' '}", "{' ' + a + ', '}"), ("<b>of</b>", "<b>из</b>")],
)
def test_words_and_marks_for_readers_are_translated(ours: str, theirs: str) -> None:
    assert differ_for_readers(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Checking v0.1", "Compiling v0.1"),
        ("hi from main", "hi from spawned"),
        ("join(',')", "join(';')"),
        ("--with-mysqli", "--with-mysql"),
    ],
)
def test_other_lines_are_not(ours: str, theirs: str) -> None:
    assert not differ_for_readers(ours, theirs)
