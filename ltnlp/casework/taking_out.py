"""A source taken out of a review: what that does, told first, and then done.

Somebody withdraws, or a file came in that does not belong there. Its words go at once,
and with them all that was made of the review; what people decided is kept, and finds
its place again, or is listed as lost, when the review is run again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from ltnlp.casework.desk import BIRTHS, MENTIONS
from ltnlp.casework.home import Home
from ltnlp.casework.intake import drop_texts
from ltnlp.casework.progress import RunState, Stage, alone, write_state
from ltnlp.casework.release import REGISTRY
from ltnlp.casework.reviews import SOURCES, SourceRecord, load_sources
from ltnlp.domain.corrections import Correction, laid_to_rest
from ltnlp.domain.events import Event
from ltnlp.domain.patterns import Records
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.purposes import Purpose
from ltnlp.stages.versions import without_words
from ltnlp.store.files import locked


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingOut:
    """What it does to take a source out, as the last run has it.

    Attributes:
        source: the source that is meant.
        gone: events that no other source tells.
        shared: how many events others tell too: these stay, with a telling less.
        lost: how many decisions of people were about this source alone.
        left: how many sources can still be read without it.
        released: how many papers of the review were handed out.
    """

    source: SourceRecord
    gone: tuple[Event, ...]
    shared: int
    lost: int
    left: int
    released: int


def taking_out(home: Home, review_id: str, slot: str) -> TakingOut:
    """Return what it would do to take the source in `slot` out.

    Raises:
        InputError: there is no such source.
    """
    sources = load_sources(home, review_id)
    source = sources.at(slot)
    store = home.store(review_id)
    timeline = store.timeline()
    told = [
        (event, {account.document for account in event.accounts})
        for event in (timeline.events if timeline else ())
    ]
    here = source.document.id
    readable = sources.readable()
    return TakingOut(
        source=source,
        gone=tuple(event for event, by in told if by == {here}),
        shared=sum(here in by and len(by) > 1 for _, by in told),
        lost=_about(slot, store.corrections()),
        left=len(readable) - (source.document in readable),
        released=sum(one["review"] == review_id for one in home.system().releases()),
    )


def _about(slot: str, journal: Iterable[Correction]) -> int:
    """Return how many standing corrections hang on places in one source alone."""
    journal = tuple(journal)
    resting = laid_to_rest(journal)
    places = (
        {*(anchor.slot for anchor in one.anchors), one.slot} - {None}
        for one in journal
        if one.id not in resting
    )
    return sum(slots == {slot} for slots in places)


def take_out(home: Home, review_id: str, slot: str, *, by: str) -> None:
    """Take a source out: its words, its dates and all that was made of the review.

    Old versions of the timeline keep that an event of it was there, not its words.

    Raises:
        StateError: the review has ended, or is being run.
        InputError: there is no such source.
    """
    home.open_entry(review_id)
    with alone(home, review_id):
        if not _dropped(home, review_id, slot).problem:
            _forget(home, review_id, slot)
    home.system().audit(
        by_role=by,
        action="source taken out",
        review=review_id,
        purpose="leerreview",
        count=1,
    )


def _forget(home: Home, review_id: str, slot: str) -> None:
    """Remove what was made of a source that was read."""
    store = home.store(review_id)
    store.forget_run()
    store.rewrite_versions(partial(without_words, slot=slot))
    nothing = Records(factors=(), motifs=(), interactions=())
    home.system().save_records(review_id, nothing)
    vault = home.vault(review_id, purpose=Purpose.TAKE_IN)
    registry = vault.recall(REGISTRY, Registry)
    if registry is not None:
        vault.keep(REGISTRY, registry.without(slot))
    for name in (MENTIONS, BIRTHS):
        vault.remove(name)
    write_state(home, RunState(review=review_id, state=Stage.NEVER))


def _dropped(home: Home, review_id: str, slot: str) -> SourceRecord:
    """Take a source off the list, and its text out of the vault; return what stood there."""
    vault = home.vault(review_id, purpose=Purpose.TAKE_IN)
    with locked(home.folder(review_id) / "sources"):
        sources = load_sources(home, review_id)
        out = sources.at(slot)
        kept = tuple(one for one in sources.records if one is not out)
        given_up = (*sources.given_up, slot)
        vault.keep(SOURCES, replace(sources, records=kept, given_up=given_up))
        drop_texts(home, review_id, sources.records, kept)
    return out
