"""Words that a mark, a tag or a line's end parts → the text with these words whole."""

import re

_BREAKS = re.compile(
    r"[\u00ad\u200b-\u200f\u2060\ufeff]|<[/\w][^<>\n]{0,80}>|(?<=\w)-[ \t]*\r?\n[ \t]*(?=\w)"
    r"|(?<!\w)(?:\w ){3,}\w(?!\w)"
)


_MARKS = "<\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_SPACED = re.compile(r" \w \w ")


def _may_break(text: str) -> bool:
    """Tell quickly whether something may part a word: of few texts it is true."""
    for mark in _MARKS:
        if mark in text:
            return True
    return ("\n" in text and "-" in text) or _SPACED.search(text) is not None


def joined(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the text without what parts words, and where each of its letters stood.

    Gone are marks that print nothing, tags, a hyphen with the line's end behind it and
    the blanks of "s p a c e d" words. Without any of these the places are empty.
    """
    if not _may_break(text) or _BREAKS.search(text) is None:
        return text, ()
    kept: list[int] = []
    reached = 0
    for found in _BREAKS.finditer(text):
        kept.extend(range(reached, found.start()))
        if found.group()[-1].isalnum():
            kept.extend(at for at in range(*found.span()) if text[at] != " ")
        reached = found.end()
    kept.extend(range(reached, len(text)))
    return "".join(text[at] for at in kept), tuple(kept)
