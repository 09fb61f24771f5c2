"""A story in Word that a person edited → which units read otherwise than they did."""

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ltnlp.reporting.story_units import MARK, PREFIX, mark

_UNIT = re.compile(
    rf"{PREFIX}_([ceo][0-9a-f]+)_([0-9a-f]{{{MARK}}})_([0-9a-f]{{{MARK}}})"
)
_WARNING = re.compile(rf"{PREFIX}_m([ceo][0-9a-f]+)")
START, END = qn("w:bookmarkStart"), qn("w:bookmarkEnd")
PARAGRAPH, RUN, TEXT = qn("w:p"), qn("w:r"), qn("w:t")
BREAKS = {qn("w:br"): " ", qn("w:tab"): " "}
REMOVED = frozenset({qn("w:del"), qn("w:moveFrom")})


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitBack:
    """One unit as it came back.

    Attributes:
        key: its unit; "" for a paragraph that a person added.
        words: as they read now, one paragraph a line.
        edited: they read otherwise than when the file was made.
        stamp: mark of what the machine wrote then.
        after: for a paragraph that was added, the unit before it.
        settled: the warning that what it rests on changed was taken out.
    """

    key: str
    words: str
    edited: bool
    stamp: str = ""
    after: str = ""
    settled: bool = False


@dataclass(slots=True, kw_only=True)
class _Open:
    """A bookmark that is being read."""

    name: str
    lines: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Return its words, one paragraph a line."""
        lines = (" ".join(line.split()) for line in self.lines)
        return "\n".join(line for line in lines if line)


def read_back(content: bytes) -> tuple[UnitBack, ...]:
    """Return the units of an edited story, and the paragraphs that a person added.

    Text that a person marked as removed (tracked changes) is left out. A file that is
    no story of ours gives nothing.
    """
    reader = _Reader()
    reader.read(docx.Document(io.BytesIO(content)).element.body)
    closed = reader.closed
    units = [unit for held in closed if (unit := _unit(held.name, held.words))]
    if not units:
        return ()
    warned = {m[1] for held in closed if (m := _WARNING.fullmatch(held.name))}
    known = tuple(_settled(unit, warned) for unit in units)
    return (*known, *reader.added)


def paragraph_words(paragraph: BaseOxmlElement) -> str:
    """Return the words of a paragraph, without what was removed or is a note."""
    told = (_told(e) for e in _in_order(paragraph) if e.tag not in (START, END))
    return " ".join("".join(told).split())


def _settled(unit: UnitBack, warned: set[str]) -> UnitBack:
    if unit.key in warned:
        return unit
    return UnitBack(
        key=unit.key,
        words=unit.words,
        edited=unit.edited,
        stamp=unit.stamp,
        settled=True,
    )


def _unit(name: str, words: str) -> UnitBack | None:
    match = _UNIT.fullmatch(name)
    if match is None:
        return None
    key, shown, generated = match.groups()
    return UnitBack(key=key, words=words, edited=mark(words) != shown, stamp=generated)


class _Reader:
    """Goes through a document and gathers what stands in each bookmark of ours.

    Word leaves what is typed at the very end of a paragraph outside its bookmark, and
    at the very begin too: it belongs to the paragraph all the same.
    """

    def __init__(self) -> None:
        self.closed: list[_Open] = []
        self.added: list[UnitBack] = []
        self._open: dict[str, _Open] = {}
        self._last = ""

    def read(self, body: BaseOxmlElement) -> None:
        """Read all paragraphs, those in tables too."""
        for element in body.iter(START, END, PARAGRAPH):
            if element.tag == PARAGRAPH:
                self._paragraph(element)
            elif element.getparent().tag != PARAGRAPH:
                self._mark(element)

    def _paragraph(self, paragraph: BaseOxmlElement) -> None:
        touched = list(self._open)
        line: list[str] = []
        for held in self._open.values():
            held.lines.append("")
        before, closed = "", len(self.closed)
        for element in _in_order(paragraph):
            if element.tag in (START, END):
                self._mark(element)
                begun = [name for name in self._open if name not in touched]
                for name in begun:
                    self._open[name].lines[-1] += before
                before = "" if begun else before
                touched += begun
            else:
                told = _told(element)
                line.append(told)
                beside = [held for held in self.closed[closed:] if _is_unit(held)]
                for held in self._open.values() or beside[-1:]:
                    held.lines[-1] += told
                before += "" if self._open or beside else told
        words = " ".join("".join(line).split())
        if words and not touched and not _in_field(paragraph):
            self.added.append(self._own(words))

    def _own(self, words: str) -> UnitBack:
        told = hashlib.sha256(f"{self._last}:{words}".encode()).hexdigest()
        key = f"o{told[:12]}"
        after, self._last = self._last, key
        return UnitBack(key=key, words=words, edited=True, after=after)

    def _mark(self, element: BaseOxmlElement) -> None:
        number = element.get(qn("w:id"))
        if element.tag == START:
            name = element.get(qn("w:name"))
            if name.startswith(f"{PREFIX}_"):
                self._open[number] = _Open(name=name, lines=[""])
        elif number in self._open:
            held = self._open.pop(number)
            self.closed.append(held)
            if match := _UNIT.fullmatch(held.name):
                self._last = match[1]


def _is_unit(held: _Open) -> bool:
    return _UNIT.fullmatch(held.name) is not None


def _in_field(paragraph: BaseOxmlElement) -> bool:
    """Tell whether it stands in a cell for the view of a group."""
    cell = next(paragraph.iterancestors(qn("w:tc")), None)
    marks = () if cell is None else cell.iter(START)
    return any(mark.get(qn("w:name")).startswith(f"{PREFIX}_v") for mark in marks)


def _in_order(paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield bookmarks and pieces of text, without what was removed or is a note."""
    for element in paragraph:
        if element.tag in REMOVED:
            continue
        if element.tag in (START, END):
            yield element
        elif element.tag == RUN:
            if not _raised(element):
                yield from element.iter(TEXT, *BREAKS)
        else:
            yield from _in_order(element)


def _raised(run: BaseOxmlElement) -> bool:
    """Tell whether a run is raised, as the marks of footnotes are."""
    raised = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return raised is not None and raised.get(qn("w:val")) == "superscript"


def _told(element: BaseOxmlElement) -> str:
    return BREAKS.get(element.tag, element.text or "")
