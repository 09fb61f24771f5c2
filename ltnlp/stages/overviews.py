"""Passages → documents: which files were put together afterwards (dossieroverzicht)."""

import re
from collections.abc import Iterable

from ltnlp.domain.documents import Document, DocumentKind
from ltnlp.domain.pseudonyms import ReleasedPassage

HEAD = 3
"""How many passages at the top of a file can say what it is."""
_OVERVIEW = re.compile(
    r"\b(?:\w*overzicht|chronologie|\w*reconstructie|samenvatting|tijdlijn|tijdpad)\b",
    re.IGNORECASE,
)
_DRAWN_UP = re.compile(
    r"\b(?:opgemaakt|opgesteld|samengesteld|samengevat|gemaakt|achteraf|nadien|naderhand)\b",
    re.IGNORECASE,
)


def overviews(
    passages: Iterable[ReleasedPassage], documents: Iterable[Document]
) -> frozenset[str]:
    """Return the ids of files whose head says that they were drawn up afterwards.

    What such a file tells was not written down on the days that it tells of, so it is
    no sign of what its writer knew then.
    """
    files = {d.id for d in documents if d.kind is DocumentKind.FILE_EXTRACT}
    return frozenset(
        passage.document
        for passage in passages
        if passage.document in files and passage.ordinal < HEAD and _tells(passage.text)
    )


def _tells(head: str) -> bool:
    return bool(_OVERVIEW.search(head) and _DRAWN_UP.search(head))
