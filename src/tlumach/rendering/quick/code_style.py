"""Code whose colours are classes needs no style sheet: Pygments puts one together for each piece of code, and nobody asks for it."""

from collections.abc import Iterator

from markdown import Markdown


class _Uncoloured:
    """A style of Pygments that says nothing of any token, which is all that its formatter asks where colours are classes."""

    def __iter__(self) -> Iterator[object]:
        return iter(())


def without_style_sheets(renderer: Markdown) -> None:
    """Have a renderer's highlighter put no style sheet together, unless it writes colours into the code itself."""
    for extension in renderer.registeredExtensions:
        if hasattr(extension, "get_pymdownx_highlight_settings") and not extension.getConfig("noclasses"):
            extension.setConfig("pygments_style", _Uncoloured())
