"""What stands on a page of a PDF and where: words, and the lines drawn around them."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from ltnlp.reading.lines import BULLETS
from ltnlp.reading.pdf_turn import UPRIGHT, Turn, turn_of

_WORD = re.compile(r"[^\s\0\x02\ufffe]+[\x02\ufffe]?")
"""A word, or its part before the hyphen that cuts it at a line's end."""

_CUT = ("\x02", "\ufffe")
_LETTERS = (
    *(("\x02", "-"), ("\ufffe", "-"), ("\xad", "")),
    *(("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff")),
)
_THIN = 2.5
"""Points: what is thinner is a drawn line, not a box."""

_SIDES = 4
"""A box has as many sides at least: one slanting line is none."""

MIN_RULE = 12.0
MAX_OBJECTS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word, its ends, the middle and height of its line, in points from below.

    `order` is its place in the order in which the page was written.
    """

    text: str
    left: float
    right: float
    middle: float
    height: float
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Drawn lines: of each its place and its two ends.

    A flat one is (height, left, right), an upright one (place, bottom, top).
    """

    flat: tuple[tuple[float, float, float], ...]
    upright: tuple[tuple[float, float, float], ...]


def words_of(page: pdfium.PdfPage) -> tuple[list[Word], Turn]:
    """Return the words of a page in the order in which they were written.

    Those of a page that lies on its side stand as a reader sees them; how it was turned
    is returned with them.
    """
    textpage = page.get_textpage()
    count = textpage.count_chars()
    if count <= 0:
        return [], UPRIGHT
    text = textpage.get_text_range()
    if len(text) != count:
        text = "".join(_letters(textpage.raw, count))
    turn = turn_of(page, textpage.raw, count)
    box = _Box(textpage.raw, turn)
    found: list[Word] = []
    for match in _WORD.finditer(text):
        word = box.word(match, len(found))
        if found and found[-1].text.endswith(_CUT) and _is_beside(found[-1], word):
            found[-1] = _whole(found[-1], word)
        elif word.height > 0:
            found.append(word)
    return [replace(word, text=_clean(word.text)) for word in found], turn


def _is_beside(before: Word, word: Word) -> bool:
    return abs(before.middle - word.middle) < 0.5 * before.height


def _whole(before: Word, word: Word) -> Word:
    """Return the two sides of a hyphen that does not show."""
    return replace(before, text=before.text[:-1] + word.text, right=word.right)


def _letters(textpage: object, count: int) -> Iterator[str]:
    for at in range(count):
        code = raw.FPDFText_GetUnicode(textpage, at)
        yield chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000 else " "


class _Box:
    """Asks where letters stand; one rectangle is filled again and again."""

    def __init__(self, textpage: object, turn: Turn) -> None:
        self._textpage = textpage
        self._turn = turn
        self._first = raw.FS_RECTF()
        self._last = raw.FS_RECTF()

    def word(self, found: re.Match[str], order: int) -> Word:
        first, last = self._first, self._last
        start, end = found.start(), found.end() - 1
        raw.FPDFText_GetLooseCharBox(self._textpage, start, ctypes.byref(first))
        raw.FPDFText_GetLooseCharBox(self._textpage, end, ctypes.byref(last))
        begin = self._turn.upright(first.left, first.bottom, first.right, first.top)
        close = self._turn.upright(last.left, last.bottom, last.right, last.top)
        return Word(
            text=found[0],
            left=min(begin[0], close[0]),
            right=max(begin[2], close[2]),
            middle=(begin[3] + begin[1]) / 2,
            height=begin[3] - begin[1],
            order=order,
        )


def _clean(word: str) -> str:
    """Write the hyphen at a line's end as one; split ligatures; bullets are bullets."""
    if word.isascii() and not word.endswith(_CUT):
        return word
    for strange, letters in _LETTERS:
        word = word.replace(strange, letters)
    return BULLETS.sub("•", word)


def rules_of(page: pdfium.PdfPage, turn: Turn = UPRIGHT) -> Rules:
    """Return the straight lines that are drawn on a page, as its words stand."""
    flat: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for stroke in _strokes(page):
        left, bottom, right, top = turn.upright(*stroke)
        if top - bottom < _THIN and right - left > MIN_RULE:
            flat.append(((top + bottom) / 2, left, right))
        elif right - left < _THIN and top - bottom > MIN_RULE / 2:
            upright.append(((left + right) / 2, bottom, top))
    return Rules(flat=tuple(flat), upright=tuple(upright))


def _strokes(page: pdfium.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    """Yield the boxes of drawn lines, and each side of drawn boxes."""
    count = min(raw.FPDFPage_CountObjects(page.raw), MAX_OBJECTS)
    for at in range(count):
        drawn = raw.FPDFPage_GetObject(page.raw, at)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        box = _bounds(drawn)
        if box is None:
            continue
        left, bottom, right, top = box
        if min(right - left, top - bottom) < _THIN:
            yield box
        elif _is_stroked(drawn) and raw.FPDFPath_CountSegments(drawn) >= _SIDES:
            yield left, bottom, right, bottom
            yield left, top, right, top
            yield left, bottom, left, top
            yield right, bottom, right, top


def _bounds(drawn: object) -> tuple[float, float, float, float] | None:
    ends = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(drawn, *map(ctypes.byref, ends)):
        return None
    left, bottom, right, top = (end.value for end in ends)
    return left, bottom, right, top


def _is_stroked(drawn: object) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    known = raw.FPDFPath_GetDrawMode(drawn, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(known) and bool(stroke.value)
