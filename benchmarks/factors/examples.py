"""Statements of labelled reviews, as the chain releases them, with their labels."""

import datetime as dt
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.corpus.places import CORPUS, EXAMPLES, ROOT, Row, rows
from ltnlp.domain.documents import SegmentKind
from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.domain.spans import Span

TODAY = dt.date(2026, 1, 1)
_NOT_TOLD = {SegmentKind.HEADING, SegmentKind.HEADER_ROW, SegmentKind.MAIL_HEADER}
_SHORTEST = 12
_COVERED = 0.5
_COVERS = 0.6
SUPPORTING = "ondersteunend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A statement; `level`, `supporting` and `code` are None where no factor is labelled.

    `told` is False for entries of the codebook, which say nothing of whether people
    tell of a condition. `passage`, `start` and `end` (in the source) are for joining.
    """

    text: str
    level: str | None
    supporting: bool | None
    code: str | None = None
    told: bool = True
    document: str = ""
    passage: str = ""
    start: int = 0
    end: int = 0


def of_reviews(names: Sequence[str]) -> dict[str, list[Example]]:
    """Run the chain up to pseudonyms over reviews and label their statements."""
    # Late: the home is found through the environment, which is set below.
    from ltnlp.casework.export import document_names
    from ltnlp.casework.folder import review_from_folder
    from ltnlp.casework.home import Home
    from ltnlp.casework.reconstruct import reconstruct

    found: dict[str, list[Example]] = {}
    with tempfile.TemporaryDirectory() as place:
        os.environ["LTNLP_KEY_FILE"] = str(Path(place) / "key" / "master.key")
        home = Home.open(Path(place) / "home")
        for name in names:
            folder = CORPUS / name
            source = folder if (folder / "sources").exists() else EXAMPLES / name
            made = review_from_folder(home, source, today=TODAY, prefer="text")
            reconstruct(home, made.review)
            released = home.store(made.review).released()
            names_of = document_names(home, made.review)
            gold = rows(folder / "gold", "factors")
            found[name] = [
                _labelled(passage, span, names_of[passage.document], gold)
                for passage in released.passages
                if not passage.interviewer and passage.kind not in _NOT_TOLD
                for span in _statements(passage)
            ]
    return found


def of_codebook() -> Iterator[Example]:
    """Return what the codebook says in its own words, with its level and side."""
    book = yaml.safe_load((ROOT / "models" / "factors.yaml").read_text("utf-8"))
    for one in book["factors"]:
        level = book["levels"][one["id"][0]]
        yield Example(text=one["def"], level=level, supporting=None, told=False)
        for words, side in (("min", False), ("plus", True)):
            for text in one.get(words, ()):
                yield Example(text=str(text), level=level, supporting=side, told=False)


def _statements(passage: ReleasedPassage) -> Iterator[Span]:
    from ltnlp.nlp.sentences import sentences

    for span in sentences(passage.text, passage.body_start):
        if len(span) >= _SHORTEST:
            yield span


def _labelled(
    passage: ReleasedPassage, span: Span, document: str, gold: Sequence[Row]
) -> Example:
    place = passage.offsets.to_origin(span)
    shared = [
        (min(row["end"], place.end) - max(row["start"], place.start), n)
        for n, row in enumerate(gold)
        if row["doc"] == document
    ]
    most, at = max(shared, default=(0, 0))
    row: Row = gold[at] if shared else {"start": 0, "end": 0}
    size = row["end"] - row["start"]
    mine = most > 0 and (most >= _COVERED * len(place) or most >= _COVERS * size)
    return Example(
        text=span.of(passage.text),
        level=row["level"] if mine else None,
        supporting=row["valence"] == SUPPORTING if mine else None,
        code=row.get("factor_id") if mine else None,
        document=document,
        passage=passage.id,
        start=place.start,
        end=place.end,
    )
