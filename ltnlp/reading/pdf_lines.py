"""Words of a page → lines as the eye sees them, and lines → paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ltnlp.reading.labels import capital_label, is_known
from ltnlp.reading.pdf_page import Word
from ltnlp.reading.transcripts import is_head

WIDE_GAP = 0.9
"""Of the height of a line: a gap that no space between two words makes."""

_BULLET = re.compile(r"[-*•·–—▪■●○☐☑☒✓\uf0b7]\s")
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s|\d{1,2}[-/.]\d{1,2}\b|[a-z][.)]\s")
_BROKEN = re.compile(r"[^\W\d_][\w-]*-$")
_VOWEL = re.compile(r"[aeiouyáéíóúàèìòùäëïöüâêîôû]", re.IGNORECASE)
_SOFT = "\0"
_NUMBER_BROKEN = re.compile(r"\d[-/.]$")
_SHORT = re.compile(r"(?:en|of|tot|en/of)$", re.IGNORECASE)
_ENDS = re.compile(r"[.?!:;…][\"'”’)\]]*$")
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


def paragraphs_of(
    lines: Sequence[Line], *, right: float, labels: frozenset[str]
) -> Iterator[list[Line]]:
    """Yield lines that make one paragraph together.

    `right` is where full lines end; `labels` are those that begin several lines.
    """
    pitch = _pitch(lines)
    group: list[Line] = []
    for line in lines:
        if group and not (
            _stands_under(group, line, pitch)
            and _goes_on(group[-1], line, right, labels)
        ):
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


def _stands_under(group: Sequence[Line], line: Line, pitch: float) -> bool:
    above = group[-1]
    gap = above.middle - line.middle
    if not 0 < gap <= max(LEADING * pitch, 0.5 * line.height):
        return False
    if not 0.8 < line.height / above.height < 1.25:
        return False
    indented = line.left - group[0].left > INDENT * line.height
    return not (indented and len(group) > 1)


def _goes_on(above: Line, line: Line, right: float, labels: frozenset[str]) -> bool:
    if _is_cut(above, line):
        return True
    if begins_anew(line.text, after=above.text, labels=labels):
        return False
    if is_head(line.text) or is_head(above.text):
        return False
    return _is_full(above, line, right)


def _is_cut(above: Line, below: Line) -> bool:
    """Tell whether a word is cut in two at the end of the line above."""
    cut = _BROKEN.search(above.words[-1].text)
    return bool(cut) and below.words[0].text[0].isalnum()


def _is_full(above: Line, below: Line, right: float) -> bool:
    """Tell whether the next word had no room on the line above."""
    first = below.words[0]
    room = right - above.right
    return room < (first.right - first.left) + 0.5 * above.height


def begins_anew(text: str, *, after: str, labels: frozenset[str]) -> bool:
    """Tell whether a line begins with a bullet, number, date or known label.

    Where the line above stops in mid-sentence, a number or date goes on with it.
    """
    if _BULLET.match(text) or (_NUMBERED.match(text) and not ends_open(after)):
        return True
    label = capital_label(text)
    return label is not None and (label in labels or is_known(label))


def recurring_labels(lines: Iterable[Line]) -> frozenset[str]:
    """Return the labels that begin more than one line."""
    counts = Counter(capital_label(line.text) for line in lines)
    return frozenset(label for label, n in counts.items() if label and n > 1)


def joined(lines: Sequence[str]) -> str:
    """Return the lines of a paragraph as one, words broken at line ends made whole."""
    text = lines[0]
    for line in lines[1:]:
        between = _joint(text[-MAX_BROKEN:], line)
        text = text[:-1] + line if between == _SOFT else text + between + line
    return text


def _joint(above: str, below: str) -> str:
    """Return what stands between two lines; `_SOFT` where their hyphen goes.

    "in- en uitstroom", "JGZ-arts" and "DK-2022" keep theirs, "wacht-tijd" does not.
    """
    if _NUMBER_BROKEN.search(above) and below[0].isdigit():
        return ""
    broken = _BROKEN.search(above)
    if broken is None or _SHORT.match(below.split(maxsplit=1)[0]):
        return " "
    if not below[0].islower():
        return "" if below[0].isalnum() else " "
    return "" if _is_compound(broken[0][:-1]) else _SOFT


def _is_compound(part: str) -> bool:
    """Tell whether what stands before a hyphen is no syllable: "JGZ", "pgz", "wie-wat"."""
    return "-" in part or part[1:].isupper() or not _VOWEL.search(part)


def ends_open(text: str) -> bool:
    """Tell whether a paragraph stops in mid-sentence."""
    return not _ENDS.search(text[-MAX_BROKEN:])
