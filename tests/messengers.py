"""What mail and messengers do to a text on its way: they fold and quote it, and put other signs in the place of some."""

import random
import textwrap

SIGNS = str.maketrans(
    {
        "«": '"',
        "»": '"',
        "“": '"',
        "”": '"',
        "„": '"',
        "—": "-",
        "–": "-",
        "’": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "…": "...",
    }
)
UNSEEN = ("\u200b", "\ufeff", "\u00ad", "\u200e", "\u2060")


def folded(text: str, width: int) -> str:
    """Fold at spaces and, where a word is longer, within it: as RFC 3676 and most programs do."""
    lines = (textwrap.wrap(line, width, break_on_hyphens=False) or [""] for line in text.split("\n"))
    return "\n".join(piece for line in lines for piece in line)


def cut_anywhere(text: str, width: int) -> str:
    """Fold after so many characters, whatever they are."""
    return "\n".join(line[at : at + width] for line in text.split("\n") for at in range(0, max(len(line), 1), width))


def quoted(text: str, mark: str = "> ") -> str:
    """Quote each line, as an answer does."""
    return "".join(f"{mark}{line}\n" for line in text.split("\n"))


def sent(text: str, chance: random.Random) -> str:
    """Send a text through a program that does some of all that."""
    text = text.translate(SIGNS) if chance.random() < 0.5 else text
    if chance.random() < 0.3:
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(UNSEEN) + text[at:]
    fold = chance.choice((folded, cut_anywhere))
    text = fold(text, chance.randrange(20, 90)) if chance.random() < 0.8 else text
    for _ in range(chance.randrange(3)):
        text = quoted(text, chance.choice(("> ", ">", "| ")))
    return text.replace("\n", chance.choice(("\n", "\r\n", "\n\n")))
