"""What stands beside the text of a rich text: foot- and endnotes, text boxes, comments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BEGINS = re.compile(r"\{(?:\\\*)?\\(?P<kind>footnote|annotation|shptxt)(?![a-z])")
_MARK = re.compile(r"\\.|[{}]", re.DOTALL)
_AUTHOR = re.compile(r"\{\\\*\\atnauthor\s?([^{}]{1,200})\}")
_LETTERS = re.compile(r"\\ansicpg\d{1,5}")
MAX_ASIDES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A note or comment as a rich text of its own; `author` is "" for a note."""

    source: str
    is_comment: bool
    author: str


def apart_from_asides(source: str) -> tuple[str, list[Aside]]:
    """Return a rich text without its notes and comments, and those in their order."""
    head = "{\\rtf1\\ansi" + "".join(_LETTERS.findall(source[:2_000])[:1]) + " "
    kept: list[str] = []
    asides: list[Aside] = []
    reached = 0
    for begin, inner, end, kind in _groups(source):
        stretch = source[reached:begin]
        authors = _AUTHOR.findall(stretch)
        is_comment = kind == "annotation"
        author = authors[-1].strip() if authors and is_comment else ""
        told = f"{head}{source[inner:end]}}}"
        asides.append(Aside(source=told, is_comment=is_comment, author=author))
        kept += [stretch, "{}"]  # a blank after it is no end of the word before it
        reached = end
    return "".join((*kept, source[reached:])), asides


def _groups(source: str) -> Iterator[tuple[int, int, int, str]]:
    """Yield where each note or comment begins, its words begin, and it ends."""
    reached = 0
    for _ in range(MAX_ASIDES):
        begin = _BEGINS.search(source, reached)
        end = begin and _end(source, begin.start())
        if begin is None or end is None:
            return
        yield begin.start(), begin.end(), end, begin["kind"]
        reached = end


def _end(source: str, begin: int) -> int | None:
    """Return where the group that begins at `begin` ends; None when it does not."""
    depth = 0
    for mark in _MARK.finditer(source, begin):
        depth += {"{": 1, "}": -1}.get(mark.group(), 0)
        if depth == 0 and mark.group() == "}":
            return mark.end()
    return None
