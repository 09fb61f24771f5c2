"""The labelled reviews of training, brought through the door once, with their labels."""

import datetime as dt
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus.places import CORPUS, Row, rows
from ltnlp.domain.bounds import Bounds
from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.events import TextToRead
from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.stages.events import to_read
from ltnlp.store.released import Released

TODAY = dt.date(2025, 12, 1)
SPLITS = ("train", "development")


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledReview:
    """A review behind the door, and its labels; `names` calls its documents as they do."""

    name: str
    released: Released
    period: Bounds
    names: dict[str, str]

    def sources(self) -> Iterator[tuple[ReleasedPassage, TextToRead]]:
        """Yield the passages of all but rulings, which dates alone are read from."""
        released = self.released
        for passage, source in to_read(
            released.passages,
            actors=released.actors,
            dates=released.dates,
            organisations=released.organisations,
            documents=released.documents,
        ):
            if source.document_kind is not DocumentKind.RULING:
                yield passage, source

    def labels(self, layer: str) -> list[Row]:
        """Return the labels of a layer."""
        return rows(CORPUS / self.name / "gold", layer)


def labelled_reviews(chosen: Sequence[str] = SPLITS) -> tuple[LabelledReview, ...]:
    """Return the reviews of training and development; those of the test stay shut."""
    splits = json.loads((CORPUS / "splits.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as place:
        os.environ["LTNLP_KEY_FILE"] = str(Path(place) / "key" / "master.key")
        names = [name for split in chosen for name in splits[split]]
        return tuple(_released(names, Path(place) / "home"))


def _released(names: list[str], root: Path) -> Iterator[LabelledReview]:
    # Late: the home is found through the environment, which is set above.
    from ltnlp.casework.export import document_names
    from ltnlp.casework.folder import review_from_folder
    from ltnlp.casework.home import Home
    from ltnlp.casework.reconstruct import find_names, read_dates, readable, release
    from ltnlp.casework.reviews import load_review

    home = Home.open(root)
    for name in names:
        made = review_from_folder(home, CORPUS / name, today=TODAY, prefer="text")
        find_names(home, made.review)
        for document in readable(home, made.review):
            read_dates(home, made.review, document.id)
        release(home, made.review)
        released = home.store(made.review).released()
        yield LabelledReview(
            name=name,
            released=released,
            period=load_review(home, made.review).period,
            names=dict(document_names(home, made.review)),
        )
