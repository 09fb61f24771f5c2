"""Words of a page → lines as the eye sees them, and lines → paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ltnlp.reading.labels import label_of
from ltnlp.reading.pdf_page import Word

WIDE_GAP = 0.9
"""Of the height of a line: a gap that no space between two words makes."""

_ANEW = re.compile(
    r"[-*•·–—▪■●○\uf0b7]\s|\(?\d{1,3}[.)]\s|\d{1,2}[-/.]\d{1,2}\b|[a-z][.)]\s"
)
_DATED = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b")
_BROKEN = re.compile(r"[^\W\d_]{2,}-$")
_NUMBER_BROKEN = re.compile(r"\d[-/.]$")
_SHORT = re.compile(r"(?:en|of|tot|en/of)$", re.IGNORECASE)
_ENDS = re.compile(r"[.?!:;…][\"'”’)\]]*$")
MAX_LABEL = 40
MAX_BROKEN = 40
INDENT = 0.8
LEADING = 1.45
"""Of the usual distance of two lines: a larger one divides paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words beside one another, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right

    @property
    def middle(self) -> float:
        """How high it stands on the page."""
        return self.words[0].middle

    @property
    def height(self) -> float:
        """How high its letters are."""
        return max(word.height for word in self.words)

    def fragments(self) -> list["Line"]:
        """Return the stretches that wide gaps divide.

        In justified text all gaps of a line may be wide: one that divides is twice
        as wide as the narrowest, where there is a narrow one.
        """
        gaps = [b.left - a.right for a, b in pairwise(self.words)]
        wide = WIDE_GAP * self.words[0].height
        narrowest = min(gaps, default=wide)
        if narrowest < wide:
            wide = max(wide, 2 * narrowest)
        found: list[list[Word]] = [[self.words[0]]]
        for gap, word in zip(gaps, self.words[1:], strict=True):
            if gap > wide:
                found.append([])
            found[-1].append(word)
        return [Line(words=tuple(words)) for words in found]


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Return the lines of a page, or a part of one, from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (-w.middle, w.order)):
        if rows and _beside(rows[-1][0], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    ordered = (sorted(row, key=lambda w: (w.left, w.order)) for row in rows)
    return [Line(words=tuple(row)) for row in ordered]


def _beside(first: Word, word: Word) -> bool:
    return first.middle - word.middle < 0.5 * max(first.height, word.height)


def paragraphs_of(lines: Sequence[Line], *, right: float) -> Iterator[list[Line]]:
    """Yield lines that make one paragraph together; `right` is where full ones end."""
    pitch = _pitch(lines)
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group, line, right=right, pitch=pitch):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance of two lines that follow one another."""
    gaps = sorted(
        above.middle - below.middle
        for above, below in pairwise(lines)
        if 0 < above.middle - below.middle < 3 * above.height
    )
    return gaps[len(gaps) // 4] if gaps else 0.0


def _goes_on(group: Sequence[Line], line: Line, *, right: float, pitch: float) -> bool:
    above = group[-1]
    gap = above.middle - line.middle
    if not 0 < gap <= max(LEADING * pitch, 0.5 * line.height):
        return False
    if not 0.8 < line.height / above.height < 1.25:
        return False
    if line.left - group[0].left > INDENT * line.height and len(group) > 1:
        return False
    if begins_anew(line.text):
        return False
    return _is_cut(above, line) or _is_full(above, line, right)


def _is_cut(above: Line, below: Line) -> bool:
    """Tell whether a word is cut in two at the end of the line above."""
    cut = _BROKEN.search(above.words[-1].text)
    return bool(cut) and below.words[0].text[0].islower()


def _is_full(above: Line, below: Line, right: float) -> bool:
    """Tell whether the next word had no room on the line above."""
    first = below.words[0]
    room = right - above.right
    return room < (first.right - first.left) + 0.5 * above.height


def begins_anew(text: str) -> bool:
    """Tell whether a line begins with a bullet, number, date or speaker's label."""
    if _DATED.match(text) or _ANEW.match(text):
        return True
    label = label_of(text)
    return label is not None and len(label[0]) <= MAX_LABEL


def joined(lines: Sequence[str]) -> str:
    """Return the lines of a paragraph as one, words broken at line ends made whole."""
    text = lines[0]
    for line in lines[1:]:
        end = text[-MAX_BROKEN:]
        if _NUMBER_BROKEN.search(end) and line[0].isdigit():
            text += line
        elif _BROKEN.search(end) and line[0].islower():
            first = line.split(maxsplit=1)[0]
            # "in- en uitstroom" keeps its hyphen, "wacht-tijd" does not.
            text = f"{text} {line}" if _SHORT.match(first) else text[:-1] + line
        else:
            text = f"{text} {line}"
    return text


def ends_open(text: str) -> bool:
    """Tell whether a paragraph stops in mid-sentence."""
    return not _ENDS.search(text[-MAX_BROKEN:])
