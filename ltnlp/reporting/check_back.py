"""A paper for a member check that comes back → the answers in it."""

import io
import re
from dataclasses import dataclass

import docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ltnlp.reporting.check import MISSING, NO, OTHERWISE, TICKED, WHOLE, YES
from ltnlp.reporting.story_back import paragraph_words

_TICK = "[☒☑✓✔xXvV]"
_SAYS = (
    (NO, re.compile(rf"{_TICK}\W*klopt niet")),
    (YES, re.compile(rf"{_TICK}\W*klopt(?! niet)")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a participant answered: about one account, or the whole where it is ""."""

    account: str
    answer: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All answers in one paper; `by` is whose it was, `ours` whether it is a paper."""

    by: str
    answers: tuple[Answer, ...]
    ours: bool


def read_answers(content: bytes) -> Answers:
    """Return what was ticked and written in a paper; what was left open is no answer.

    A bookmark names the cell of an answer; whatever stands in that cell is read,
    whichever program it was typed in.
    """
    document = docx.Document(io.BytesIO(content))
    found = [
        (name, cell)
        for cell in document.element.body.iter(qn("w:tc"))
        for mark in cell.iter(qn("w:bookmarkStart"))
        if (name := mark.get(qn("w:name"))).startswith((TICKED, WHOLE))
    ]
    answers = (_answer(name, cell) for name, cell in found)
    return Answers(
        by=document.core_properties.subject,
        answers=tuple(one for one in answers if one.answer or one.words),
        ours=any(name == WHOLE for name, _ in found),
    )


def _answer(name: str, cell: BaseOxmlElement) -> Answer:
    head, *below = [paragraph_words(p) for p in cell.iter(qn("w:p"))]
    words = "\n".join(line for line in below if line).removeprefix(OTHERWISE).strip()
    if name == WHOLE:
        beside = head.removeprefix(MISSING).strip()
        words = "\n".join(line for line in (beside, words) if line)
        return Answer(account="", answer="", words=words)
    return Answer(account=name.removeprefix(TICKED), answer=_ticked(head), words=words)


def _ticked(boxes: str) -> str:
    """Return which box was ticked; "" for none, and for both."""
    said = [answer for answer, form in _SAYS if form.search(boxes)]
    return said[0] if len(said) == 1 else ""
