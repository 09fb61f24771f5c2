"""What lies at hand while a review is run: read once, used by every step, then gone.

A step leaves on the desk what it has just stored, which is equal to what would be
read back. Outside a run each step has a desk of its own: it reads what it needs.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from ltnlp.casework.authors import with_kinds
from ltnlp.casework.collecting import seldom_collected
from ltnlp.casework.crew import Answers, Crew, CrewError, processes
from ltnlp.casework.home import Home
from ltnlp.casework.intake import source_text
from ltnlp.casework.parcels import SLOW_TO_MAKE, Parcel
from ltnlp.casework.release import REGISTRY
from ltnlp.casework.reviews import load_review, load_sources
from ltnlp.casework.spread import ClassifierSpread
from ltnlp.domain.corrections import Orphan
from ltnlp.domain.dates import DateMention
from ltnlp.domain.documents import Document
from ltnlp.domain.factors import ContributingFactor
from ltnlp.domain.interactions import InteractionGraph
from ltnlp.domain.mentions import Mention
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.reviews import Review
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.stages.passages import divide
from ltnlp.store.released import IdentifierRow, Released

T = TypeVar("T")

MENTIONS = "mentions"
BIRTHS = "births"


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionList:
    """The identifiers of a review as they lie in the vault.

    `replayed` counts the entries of the journal that there were then.
    """

    mentions: tuple[Mention, ...]
    replayed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BirthList:
    """What any document of a review tells: dates of birth by name, and whole dates."""

    days: Mapping[str, dt.date]
    told: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateList:
    """The expressions of time of one document, and what they were read from."""

    fingerprint: str
    mentions: tuple[DateMention, ...]


class Desk:
    """One review as a run sees it: its sources as they were at the first look."""

    def __init__(self, home: Home, review_id: str, *, with_help: bool = False) -> None:
        """Lay nothing down yet; `with_help` lets a large review be read by several."""
        self.home = home
        self.review_id = review_id
        self.vault = home.vault(review_id, purpose=Purpose.RUN)
        self.store = home.store(review_id)
        self._with_help = with_help
        self._lying: dict[str, Any] = {}
        self._ahead: dict[str, tuple[str, Answers, int]] = {}

    @cached_property
    def review(self) -> Review:
        """The review with its roster."""
        return load_review(self.home, self.review_id)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The readable documents, in an order that no upload order changes."""
        readable = load_sources(self.home, self.review_id).readable()
        told = with_kinds(readable, self.review.participants)
        return tuple(sorted(told, key=lambda document: document.id))

    @cached_property
    def crew(self) -> Crew:
        """Who reads: this process, and those that help it where there is much."""
        words = sum(passage.text.count(" ") for passage in self.passages())
        return Crew(processes(words) if self._with_help else 1)

    @cached_property
    def classifier(self) -> ClassifierSpread:
        """What ranks factors, and may have begun."""
        return ClassifierSpread(self.crew)

    def passages_of(self, document: Document) -> tuple[Passage, ...]:
        """Return a document's passages in their original words."""

        def read() -> tuple[Passage, ...]:
            text = source_text(self.home, self.review_id, document.id)
            return divide(document, text)

        return self._once(f"passages:{document.id}", read)

    def passages(self) -> list[Passage]:
        """Return the passages of all documents, in the order of `documents`."""
        return [p for document in self.documents for p in self.passages_of(document)]

    def registry(self) -> Registry:
        """Return the persons, places and instances of the last search for names."""
        return self._once(
            REGISTRY, lambda: self.vault.recall(REGISTRY, Registry) or Registry()
        )

    def mentions(self) -> tuple[Mention, ...]:
        """Return where their names stand."""

        def read() -> tuple[Mention, ...]:
            listed = self.vault.recall(MENTIONS, MentionList)
            return listed.mentions if listed else ()

        return self._once(MENTIONS, read)

    def births(self) -> BirthList:
        """Return the dates of birth and the days that any document tells."""
        nothing = BirthList(days={})
        return self._once(
            BIRTHS, lambda: self.vault.recall(BIRTHS, BirthList) or nothing
        )

    def keep_births(self, births: BirthList) -> None:
        """Keep the dates of birth, and the days."""
        self.vault.keep(BIRTHS, births)
        self._lying[BIRTHS] = births

    def keep_names(self, registry: Registry, mentions: tuple[Mention, ...]) -> None:
        """Keep what a search for names found."""
        self.vault.keep(REGISTRY, registry)
        replayed = len(self.store.corrections())
        self.vault.keep(MENTIONS, MentionList(mentions=mentions, replayed=replayed))
        self._lying |= {REGISTRY: registry, MENTIONS: mentions}

    def dates_of(self, document_id: str) -> DateList | None:
        """Return the expressions of time of a document, None when none were read."""
        name = f"dates:{document_id}"
        return self._once(name, lambda: self.vault.recall(name, DateList))

    def keep_dates(self, document_id: str, dates: DateList) -> None:
        """Keep the expressions of time of a document."""
        name = f"dates:{document_id}"
        self.vault.keep(name, dates)
        self._lying[name] = dates

    def released(self) -> Released:
        """Return what went through the door."""
        return self._once("released", self.store.released)

    def save_released(self, released: Released, rows: Sequence[IdentifierRow]) -> None:
        """Store what went through the door, in the order in which it is read back."""
        self.store.save_released(released, rows)
        self._lying["released"] = released

    def timeline(self) -> IntegratedTimeline | None:
        """Return the integrated timeline, None before the first run."""
        return self._once("timeline", self.store.timeline)

    def save_timeline(
        self, timeline: IntegratedTimeline, orphans: Sequence[Orphan]
    ) -> None:
        """Store the timeline, and the corrections that found nothing."""
        self.store.save_timeline(timeline, orphans)
        self._lying["timeline"] = timeline

    def graph(self) -> InteractionGraph | None:
        """Return the graph, None before the first run."""
        return self._once("graph", self.store.graph)

    def save_graph(self, graph: InteractionGraph) -> None:
        """Store the graph."""
        self.store.save_graph(graph)
        self._lying["graph"] = graph

    def factors(self) -> tuple[ContributingFactor, ...]:
        """Return the contributing factors."""
        return self._once("factors", self.store.factors)

    def save_factors(self, factors: tuple[ContributingFactor, ...]) -> None:
        """Store the contributing factors."""
        self.store.save_factors(factors)
        self._lying["factors"] = factors

    def ask_ahead(self, parcels: Mapping[str, tuple[str, Parcel]]) -> None:
        """Let helpers begin on what will be asked: by name, from what, and what.

        When that is done and nothing else is asked yet, they get ready for the rest.
        """
        if self.crew.helped:
            self.crew.ask([Parcel(engine=name) for name in SLOW_TO_MAKE])
            answers = self.crew.ask([parcel for _, parcel in parcels.values()])
            for number, (name, (mark, _)) in enumerate(parcels.items()):
                self._ahead[name] = mark, answers, number

    def answered_ahead(self, name: str, mark: str) -> tuple[Any, ...] | None:
        """Return what was read ahead of exactly this, None where nothing was.

        Raises:
            CrewError: reading it went wrong; it can be read again.
        """
        asked, answers, number = self._ahead.get(name, ("", None, 0))
        if answers is None or asked != mark:
            return None
        try:
            return answers.of(number)
        except CrewError:
            self._ahead.clear()
            raise

    def close(self) -> None:
        """End who helps."""
        if "crew" in self.__dict__:
            self.crew.close()

    def _once(self, name: str, read: Callable[[], T]) -> T:
        if name not in self._lying:
            # What was laid down while this was read is newer.
            self._lying.setdefault(name, read())
        return cast("T", self._lying[name])


_laid: dict[tuple[Path, str], Desk] = {}
"""The desks of the runs that this process does, each until its run ends."""


@contextmanager
def laid(home: Home, review_id: str) -> Iterator[Desk]:
    """Have one desk for all steps of a run; only who holds the run may."""
    desk = _laid[home.root, review_id] = Desk(home, review_id, with_help=True)
    try:
        with seldom_collected():
            yield desk
    finally:
        del _laid[home.root, review_id]
        desk.close()


def desk_of(home: Home, review_id: str) -> Desk:
    """Return the desk of the run that is going on here, else one for this step."""
    return _laid.get((home.root, review_id)) or Desk(home, review_id)
