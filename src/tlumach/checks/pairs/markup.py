"""The markup of Markdown as the rules on pairs pass over it: one pattern, whose groups say what each piece of it is."""

import re

OBJECT = "\ufffc"
"""Stands for a piece of code, an address, a macro or a shortcode."""
_NESTED = r"(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*\])*"
_TARGET = r"\(\s*(?:<[^<>\n]*>|(?:\\.|[^\s()\\]|\([^\s()]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_MACRO = r"\{\{(?!\{)[^\n{}]*\}\}|\{%[^\n]*?%\}|\{\*[^\n]*?\*\}|\{![^\n]*?!\}"
"""Jinja's macros and tags, and the include lines of mdx-include and markdown-include."""
_SHORTCODE = r"\[/?[A-Za-z][\w-]*(?:\s+[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\]]+))+\s*/?\](?![(\[:])|\[/[A-Za-z][\w-]*\](?![(\[:])"
"""What some sites' hooks put players and frames in for: `[iframe src="…"]`, and its end."""
MARKUP = re.compile(
    rf"""
    (?=[`~=^\[<!{{&:+\\*_|]|[ \t\n]+[{{|]|https?:|www\.|^)(?:  # what any begins with, so that all else is passed over fast
      (?P<row>^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*$)
    | (?P<fence>^[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)?(?P<marks>`{{3,}}|~{{3,}})[^\n`]*\n(?:.*?\n)??[ \t>]*(?P=marks)[`~]*[ \t]*$)
    | (?P<include>^[ \t>]*(?:{_MACRO}|{_SHORTCODE}|\[TOC\]|--8<--[^\n]*|:::[ \t]+[\w.]+)[ \t]*$)
    | (?P<box>^[ \t]*(?:!!!|\?\?\?\+?|===[+!]*)[ \t]*[^\n"]*(?:"(?P<title>[^\n]*)"[ \t]*$)?)
    | (?P<block>^[ \t]*/{{3,}}[ \t]*(?:[\w-]+)?[ \t]*(?:\|[ \t]*(?P<caption>[^\n]*))?$)
    | ^(?P<prefix>(?:[ \t]*>)*[ \t]*(?:\[\^[^\]\n]+\]:|\*\[[^\]\n]+\]:|\#{{1,6}}(?=[ \t])|(?:[-*+:]|\d+\.)(?=[ \t]))?[ \t]*)
    | (?P<code>(?<!\\)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))
    | (?P<note>\[\^[^\[\]\n]+\])
    | (?P<macro>{_MACRO}|{_SHORTCODE})
    | (?P<address><(?:https?|mailto):[^<>\s]*>|(?:https?://|www\.)[^\s<>()«»“”|]+)
    | (?P<sample><(?P<tag>code|kbd|samp|var|pre)\b[^<>]*>.*?</(?P=tag)>)
    | (?P<html><!--.*?-->|</?[A-Za-z][^<>]*>)
    | !?\[(?P<text>{_NESTED})\](?:{_TARGET}|\[[^\[\]\n]*\])
    | (?P<attributes>[ \t]*\n?[ \t]*\{{:?[ \t]*[#.][^{{}}\n]*\}})
    | (?P<entity>&(?:\#\d+|\#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);)
    | (?P<keys>\+\+[\w-]+(?:\+[\w-]+)*\+\+)
    | (?P<icon>(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:]))
    | \\(?P<escaped>[\\`*_{{}}\[\]()#+.!<>|~-])
    | (?P<emphasis>\*+|(?<![^\W_])_+(?=[^\s_])|(?<=[^\s_])_+(?![^\W_]))
    | (?P<edit>(?<!~)~~(?!~)|(?<![=\w])==(?=[^\s=])|(?<=[^\s=])==(?![=\w])|(?<!\^)\^\^(?!\^))
    | (?P<cell>[ \t]*\|[ \t]*)
    )""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
