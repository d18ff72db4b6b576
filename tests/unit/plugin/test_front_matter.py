from tlumach.plugin.page_context import harmless


def test_texts_are_escaped_once() -> None:
    meta = harmless({"title": '"><img src=x onerror=y>', "description": "а < б"})
    assert meta["title"] == "&#34;&gt;&lt;img src=x onerror=y&gt;"
    assert f"{meta['description'].__html__()}" == "а &lt; б"


def test_what_the_theme_need_not_know_is_left_out() -> None:
    meta = {"hide": ["toc"], "template": "main.html", "location": "javascript:x", "author": "<b>", "sources": {}}
    assert harmless(meta) == {"hide": ["toc"], "template": "main.html"}
