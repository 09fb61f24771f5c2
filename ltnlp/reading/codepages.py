"""Which page of codes a file of single bytes was written in: Windows, DOS or Mac.

Decided by whether what it gives is Dutch: a letter of Dutch or Turkish, or a sign that
stands where such signs stand. Statistics of letters take cp1250 for Dutch.
"""

import re
from itertools import islice

USUAL = "cp1252"
OTHERS = ("cp1254", "iso8859_15", "mac_roman", "cp850")
SURE = 0.95
"""Share of what stands beyond ASCII that must fit before another page is believed."""

SAMPLE = 5_000
_BEYOND = re.compile(r"[^\x00-\x7f]")
_LETTERS = frozenset("éëèêïîíìöôóòøüûúùáàâäãåæœçñýšžßÉËÈÊÏÎÍÖÔÓØÜÚÁÀÂÄÅÆÇÑŠŽ")
_TURKISH = frozenset("şğıŞĞİ")
_SIGNS = frozenset("€£‘’“”„«»–—…•·°²³½¼§©®™ª´\xa0\xad")
_INSIDE = frozenset("’´–\xad")


def page_of(content: bytes) -> str:
    """Return the name of the encoding of a file that is no Unicode."""
    usual, _ = _fitting(content, USUAL)
    best = USUAL
    for page in OTHERS:
        fitting, share = _fitting(content, page)
        if fitting > usual and share >= SURE:
            best, usual = page, fitting
    return best


def _fitting(content: bytes, page: str) -> tuple[int, float]:
    """Return how many letters beyond ASCII fit, and which share of them."""
    text = content.decode(page, "replace")
    found = list(islice(_BEYOND.finditer(text), SAMPLE))
    fitting = sum(_fits(text, match.start()) for match in found)
    return fitting, fitting / max(1, len(found))


def _fits(text: str, at: int) -> bool:
    sign, below = text[at], text[at + 1 : at + 2]
    inside = text[at - 1 : at].isalpha() and below.isalpha()
    if sign in _LETTERS or sign in _TURKISH:
        return not (inside and sign.isupper() and below.islower())
    return sign in (_INSIDE if inside else _SIGNS)
