"""The story: handed out in Word, and taken back with what a person wrote in it."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ltnlp.casework.correct import correct
from ltnlp.casework.home import Home
from ltnlp.casework.release import Output, release_outputs
from ltnlp.casework.report import gather, source_words
from ltnlp.casework.versions import list_versions
from ltnlp.casework.words import without_names
from ltnlp.domain.errors import InputError
from ltnlp.domain.timeline import StoryText
from ltnlp.reading import read
from ltnlp.reporting import (
    UnitBack,
    read_back,
    read_views,
    render_story,
    story_units,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What came back with an edited story, in paragraphs.

    `missing` counts paragraphs of the story that the file no longer holds; they stay
    in the story. `refused` counts those that could not be taken in; `views` what
    groups wrote at crucial moments.
    """

    edited: int
    added: int
    settled: int
    missing: int
    refused: int
    views: int


def write_story(home: Home, review_id: str, folder: Path, *, today: dt.date) -> Path:
    """Write the story of a review into `folder`, scanned for names first.

    What changed since it was last written stands at its end; from now on changes are
    counted from here.

    Raises:
        StateError: the review was never run.
        PrivacyError: it still holds a registered name; nothing is written.
    """
    output = story_output(home, review_id, folder, today=today)
    written = release_outputs(home, review_id, [output], kind="story", today=today)[0]
    was_read(home, review_id)
    return written


def story_output(home: Home, review_id: str, folder: Path, *, today: dt.date) -> Output:
    """Return the story as a file that wants to leave.

    Raises:
        StateError: the review was never run.
    """
    report = gather(home, review_id)
    return Output(
        path=folder / f"{review_id}.docx",
        content=render_story(report, today=today),
        scanned="\n".join(source_words(report)),
    )


def was_read(home: Home, review_id: str) -> None:
    """Count changes from the timeline as it is now: the story was handed out."""
    home.store(review_id).mark_read(list_versions(home, review_id)[-1].number)


def take_back(
    home: Home, review_id: str, content: bytes, *, by: str, leave_out: bool = False
) -> TakenBack:
    """Take an edited story back: what reads otherwise goes into the journal.

    It stands in the story from the next run on, in the place of what the machine
    writes. Names in it get their pseudonym.

    Args:
        home: where the review lies.
        review_id: whose story it is.
        content: the file, as Word or another program saved it.
        by: role of who edited it.
        leave_out: paragraphs that the file no longer holds are left out of the story.

    Raises:
        InputError: the file is no story of this program.
        UnreadableSourceError: the file cannot be read.
    """
    home.open_entry(review_id)
    # The door for documents from outside: it refuses what would harm to open.
    is_word = read(content, name="story.docx", source=review_id).format == "docx"
    found = read_back(content) if is_word else ()
    if not found:
        raise InputError(
            "no story of ours",
            message_nl="Dit bestand is geen verhaal dat dit programma maakte.",
        )
    report = gather(home, review_id)
    shown = {unit.key: unit for unit in story_units(report) if unit.shown}
    texts = {text.unit: text for text in report.timeline.story}
    wanted = [unit for unit in found if _is_news(unit, texts)]
    if not any(unit.key in shown for unit in found):
        raise InputError(
            "a story of another review",
            message_nl="Dit verhaal hoort niet bij deze review.",
        )
    gone = [key for key in shown if key not in {unit.key for unit in found}]
    lines = _lines(home, review_id, wanted, by)
    if leave_out:
        lines += [
            _line(UnitBack(key=key, words="", edited=True), "", by) for key in gone
        ]
    views = _views(home, review_id, content)
    done = correct(home, review_id, [*lines, *views])
    return TakenBack(
        edited=sum(u.edited and not u.after for u in wanted),
        added=sum(bool(u.after) for u in wanted),
        settled=sum(not u.edited for u in wanted),
        missing=len(gone),
        refused=len(done.refused),
        views=len(views),
    )


def _views(home: Home, review_id: str, content: bytes) -> list[str]:
    """Return how groups see moments, as the file has it, as lines for the journal."""
    views = read_views(content)
    seen = without_names(home, review_id, [view.words for view in views])
    return [
        json.dumps({"do": "view", "event": v.event, "by": v.by, "words": words})
        for v, words in zip(views, seen, strict=True)
    ]


def _is_news(unit: UnitBack, texts: dict[str, StoryText]) -> bool:
    """Tell whether a unit says more than the journal: other words, or a warning gone."""
    before = texts.get(unit.key)
    settled = unit.settled and before is not None and before.stamp != unit.stamp
    return unit.edited or (settled and not unit.key.startswith("o"))


def _lines(home: Home, review_id: str, units: Sequence[UnitBack], by: str) -> list[str]:
    words = without_names(home, review_id, [unit.words for unit in units])
    return [_line(u, told, by) for u, told in zip(units, words, strict=True)]


def _line(unit: UnitBack, words: str, by: str) -> str:
    """Return a paragraph as a correction, about its event where it has one."""
    about = unit.after or unit.key
    told = {
        "do": "tell",
        "unit": unit.key,
        "words": words,
        "stamp": unit.stamp,
        "after": unit.after,
        "by": by,
        "why": "verhaal aangepast",
    }
    if about.startswith("e"):
        told["event"] = about[1:]
    return json.dumps(told)
