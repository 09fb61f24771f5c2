"""A labelled text with stretches of it written otherwise, its labels moved along."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from benchmarks.names.systems import Found, Texts

Change = tuple[int, int, str]
"""Start and end of a stretch of a text, and what is written in its place."""


def rewritten(
    texts: Texts,
    gold: Sequence[Found],
    changes: Callable[[str, str], Iterable[Change]],
) -> tuple[Texts, list[Found]]:
    """Return the texts with changes made, and the gold moved along with them.

    Args:
        texts: the documents of one review.
        gold: their labels.
        changes: what changes in a document, from its id and its text. Of changes that
            overlap, the first one counts.
    """
    documents: dict[str, str] = {}
    moved: list[Found] = []
    for document, text in texts.documents.items():
        made = _apart(changes(document, text))
        documents[document] = _made(text, made)
        for found in gold:
            if found.document == document:
                start, end = (_moved(made, at) for at in (found.start, found.end))
                if end > start:
                    moved.append(replace(found, start=start, end=end))
    return replace(texts, documents=documents), moved


def _apart(changes: Iterable[Change]) -> list[Change]:
    kept: list[Change] = []
    for change in sorted(changes):
        if not kept or change[0] >= kept[-1][1]:
            kept.append(change)
    return kept


def _made(text: str, changes: Sequence[Change]) -> str:
    parts, reached = [], 0
    for start, end, new in changes:
        parts += [text[reached:start], new]
        reached = end
    return "".join((*parts, text[reached:]))


def _moved(changes: Sequence[Change], at: int) -> int:
    """Return where the offset `at` lies after the changes."""
    shift = 0
    for start, end, new in changes:
        if end <= at:
            shift += len(new) - (end - start)
        elif start < at:
            return start + shift + min(at - start, len(new))
    return at + shift
