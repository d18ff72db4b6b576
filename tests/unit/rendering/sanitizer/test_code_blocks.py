from tlumach.rendering.sanitizer.code_blocks import rebuilt


def test_code_stays_as_it_is() -> None:
    html = (
        '<div class="highlight"><pre><span></span><code><span class="n">a</span> &lt; "b" &amp; c\n</code></pre></div>'
    )
    assert rebuilt(html) == (html, [])


def test_what_broke_out_of_an_option_is_text() -> None:
    html, refused = rebuilt('<div data-x=""><img src=x onerror=y>" class="a"><pre>b</pre></div>')
    assert html == '<div>" class="a"&gt;<pre>b</pre></div>'
    assert [name for name, _ in refused] == ["data-x", "img"]


def test_everything_is_closed() -> None:
    assert rebuilt("<div><pre>a</div></code>")[0] == "<div><pre>a</pre></div>"
    assert rebuilt("<div><span>a")[0] == "<div><span>a</span></div>"
