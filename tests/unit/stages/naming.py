"""A small review from sentences: detected, linked and let through the door."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ltnlp.domain.corrections import Correction, Do
from ltnlp.domain.documents import Document
from ltnlp.domain.mentions import Mention, RosterEntry
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.spans import OffsetMap, Span
from ltnlp.nlp.names import NameDetector
from ltnlp.stages.leaks import NameGuard
from ltnlp.stages.pseudonyms import release
from ltnlp.stages.registry import link
from tests.unit.nlp.names.building import document


def passages_of(document: str, *turns: str) -> list[Passage]:
    """Return one passage a turn; "Label: words" has a speaker."""
    made = []
    here = 0
    for ordinal, turn in enumerate(turns):
        label, colon, _ = turn.partition(": ")
        body = len(label) + 2 if colon and len(label) < 30 else 0
        made.append(
            Passage(
                id=f"{document}.{ordinal}",
                document=document,
                ordinal=ordinal,
                span=Span(start=here, end=here + len(turn)),
                text=turn,
                offsets=OffsetMap.identity(start=here, length=len(turn)),
                body_start=body,
                speaker=label if body else None,
            )
        )
        here += len(turn) + 1
    return made


@dataclass(frozen=True)
class Review:
    """A review that was run: what was found, and the pseudonym of each word."""

    passages: list[Passage]
    documents: list[Document]
    registry: Registry
    mentions: tuple[Mention, ...]

    def pseudonyms(self, shown: str) -> list[str]:
        """Return the pseudonyms of the mentions with these words, each once."""
        texts = {p.id: p.text for p in self.passages}
        entities = self.registry.by_id()
        found = [
            entities[m.entity].pseudonym
            for m in self.mentions
            if m.span.of(texts[m.passage]) == shown
        ]
        return list(dict.fromkeys(found))

    def one(self, *shown: str) -> str:
        """Return the one pseudonym that all these words have."""
        found = {p for words in shown for p in self.pseudonyms(words)}
        missing = [words for words in shown if not self.pseudonyms(words)]
        assert not missing, missing
        assert len(found) == 1, {words: self.pseudonyms(words) for words in shown}
        return found.pop()

    def released(self) -> list[str]:
        """Return the texts that may pass the door."""
        passages, _ = release(
            self.passages,
            self.mentions,
            self.registry,
            self.documents,
            NameGuard(self.registry),
        )
        return [p.text for p in passages]


def run(
    sources: Mapping[str, Sequence[str]],
    *,
    roster: Sequence[RosterEntry] = (),
    registry: Registry | None = None,
    corrections: Sequence[Correction] = (),
    documents: Sequence[Document] | None = None,
) -> Review:
    """Detect and link the names of a review of these sources."""
    passages = [p for name, turns in sources.items() for p in passages_of(name, *turns)]
    known = list(documents or [document(name) for name in sources])
    found = NameDetector().detect(passages, roster)
    linked, mentions = link(
        passages, found, roster, registry or Registry(), corrections, known
    )
    return Review(passages, known, linked, mentions)


def correction(do: Do, at: int = 1, **more: object) -> Correction:
    values = {"values": {}, **more}
    return Correction(
        id=f"c{at}",
        at=dt.datetime(2024, 1, at, tzinfo=dt.UTC),
        by="reviewbegeleider",
        why="",
        do=do,
        **values,  # type: ignore[arg-type]
    )
