"""Whatever an output shows of a review was scanned: walked field by field.

Every text of a report's input gets a word of its own. What of those words turns up in
a rendered file must be among the words that the scan reads, so that a field that is
new cannot leave unseen.
"""

import ast
import dataclasses
import inspect
import io
import types
import zipfile
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

import ltnlp
from ltnlp import reporting
from ltnlp.casework.check import write_checks
from ltnlp.casework.export import export_retold, export_review
from ltnlp.casework.handing import hand_out
from ltnlp.casework.release import REGISTRY, Output, refuse_names, release_outputs
from ltnlp.casework.report import (
    report_page,
    source_words,
    write_papers,
    write_report,
)
from ltnlp.casework.risk import risk_sheet, write_risk
from ltnlp.casework.story import write_story
from ltnlp.casework.versions import keep_version
from ltnlp.domain.errors import PrivacyError
from ltnlp.domain.mentions import Label
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.spans import OffsetMap
from ltnlp.reporting import ReportInput, participants
from ltnlp.store.released import IdentifierRow
from tests import builders as make
from tests.unit.casework.test_report import NAME, review_in
from tests.unit.reporting import reviews

TODAY = reviews.TODAY
PACKAGE = Path(ltnlp.__file__).parent
PICTURES = frozenset({"render_svg", "render_png", "render_graphml", "render_gexf"})
CODES = frozenset(
    {
        "id", "event", "events", "account", "accounts", "passage", "passages", "document",
        "slot", "kind", "type", "fine_type", "giver", "receiver", "organisation",
        "organisations", "organisation_kind", "speaker_kind", "author_kind", "teller_kind",
        "actor", "told_by", "code", "edtf", "known_from_edtf", "timex", "qualifier", "rule",
        "found_by", "unit", "after", "stamp", "first", "second", "interactions", "formerly",
        "also", "when", "field", "time_code", "region", "state", "text_of",
        "correction", "answer", "sector", "neutral", "roles", "factor_names",
    }
)  # fmt: skip
"""Fields that hold ids and codes of our own: not a word of a source or of a person."""
OWN = frozenset({"taxonomy", "factor_names", "loaded", "picture", "explanations"})
"""Parts of the input that we wrote ourselves."""


class Planter:
    """Gives every text a word of its own, and remembers where it put it."""

    def __init__(self) -> None:
        self.planted: dict[str, str] = {}

    def word(self, where: str) -> str:
        letters = "".join(chr(ord("a") + int(d)) for d in f"{len(self.planted):04d}")
        word = f"Kanarie{letters}zz"
        self.planted[word] = where
        return word

    def value(self, value: Any, hint: Any, where: str) -> Any:
        if isinstance(value, str) or (value is None and _may_be_text(hint)):
            if value is not None and type(value) is not str:
                return value
            return f"{value or ''} {self.word(where)}".strip()
        if isinstance(value, tuple):
            inner = (get_args(hint) or (Any,))[0]
            return tuple(self.value(item, inner, where) for item in value)
        if dataclasses.is_dataclass(value):
            return self.record(value, where)
        return value

    def record(self, value: Any, where: str) -> Any:
        hints = get_type_hints(type(value))
        changed = {
            field.name: self.value(
                getattr(value, field.name), hints[field.name], f"{where}.{field.name}"
            )
            for field in dataclasses.fields(value)
            if field.init and not self.is_code(value, field.name)
        }
        given = {"name_check": lambda _: False} if "name_check" in hints else {}
        return dataclasses.replace(value, **changed, **given)

    @staticmethod
    def is_code(value: Any, name: str) -> bool:
        """Tell codes from text; a tuple of records under a name of a code is walked."""
        inner = getattr(value, name)
        records = isinstance(inner, tuple) and any(map(dataclasses.is_dataclass, inner))
        return (name in CODES or name in OWN) and not records


def _may_be_text(hint: Any) -> bool:
    return get_origin(hint) in (Union, types.UnionType) and str in get_args(hint)


def said_by(content: bytes | str) -> str:
    """All that a file says, opened where it is an archive."""
    if isinstance(content, str):
        return content
    if content[:2] != b"PK":
        return content.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(
            archive.read(n).decode("utf-8", "replace") for n in archive.namelist()
        )


def renderers() -> dict[str, Any]:
    """Every function of `reporting` that makes a file from a report's input."""
    found = {}
    for name in reporting.__all__:
        made = getattr(reporting, name)
        if name.startswith("render_") and callable(made):
            first = next(iter(get_type_hints(made).values()))
            if first is ReportInput:
                found[name] = made
    return found


def rendered(name: str, report: ReportInput) -> str:
    made = renderers()[name]
    wants = inspect.signature(made).parameters
    more = {"today": reviews.TODAY} if "today" in wants else {}
    if name == "render_check":
        papers = [made(report, one, **more) for one in participants(report)]
        return "\n".join(map(said_by, papers))
    return said_by(made(report, **more))


@cache
def planted() -> tuple[ReportInput, dict[str, str]]:
    planter = Planter()
    return planter.record(reviews.sample(), "report"), planter.planted


@pytest.mark.parametrize("name", renderers())
def test_what_a_file_shows_was_scanned(name):
    report, words = planted()
    told = rendered(name, report).replace("\r\n ", "").replace("\\r\\n ", "")
    scanned = "\n".join(source_words(report))
    unseen = {
        where for word, where in words.items() if word in told and word not in scanned
    }
    assert unseen == set()
    # So that the search is known to find what is there.
    least = 0 if name in PICTURES else 3
    assert sum(word in told for word in words) >= least


# Every way out


def functions_that(*called: str) -> set[str]:
    """The functions of casework, cli, web and pipelines that call one of these."""
    places = [PACKAGE / name for name in ("casework", "cli", "web")]
    places.append(PACKAGE.parent / "pipelines")
    found = set()
    for folder in places:
        for path in folder.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.FunctionDef):
                    names = {
                        getattr(call.func, "id", getattr(call.func, "attr", ""))
                        for call in ast.walk(node)
                        if isinstance(call, ast.Call)
                    }
                    if names & set(called):
                        found.add(f"{path.stem}.{node.name}")
    return found


WAYS_OUT = {
    "check.write_checks": lambda h, r, f: write_checks(h, r, f, today=TODAY),
    "export.export_review": lambda h, r, f: export_review(h, r, f, today=TODAY),
    "export.export_retold": lambda h, r, f: export_retold(
        h, r, f, today=TODAY, dates="month"
    ),
    "handing.hand_out": lambda h, r, f: hand_out(h, r, "verhaal", today=TODAY),
    "handing._retold": lambda h, r, f: hand_out(h, r, "tabel", today=TODAY),
    "handing._checks": lambda h, r, f: hand_out(h, r, "controle", today=TODAY),
    "report.write_report": lambda h, r, f: write_report(h, r, f, today=TODAY),
    "report.report_page": lambda h, r, f: report_page(h, r, today=TODAY),
    "report.write_papers": lambda h, r, f: write_papers(h, r, f, today=TODAY),
    "risk.risk_sheet": lambda h, r, f: risk_sheet(h, r),
    "risk.write_risk": lambda h, r, f: write_risk(h, r, f, today=TODAY),
    "story.write_story": lambda h, r, f: write_story(h, r, f, today=TODAY),
}
"""Every function that lets words of a review out, and how it is called."""


def test_every_way_out_is_tried_below():
    ways = functions_that("release_outputs", "let_out", "refuse_names")
    assert ways - {"release.release_outputs", "release.let_out"} == set(WAYS_OUT)


def test_a_name_stops_every_way_out(home, tmp_path):
    review = review_in(home, leak=f"met {NAME}")
    flagged(home, review)
    keep_version(home, review)
    for way, go in WAYS_OUT.items():
        with pytest.raises(PrivacyError) as stopped:
            go(home, review, tmp_path / way)
        told = f"{stopped.value}{stopped.value.message_nl}"
        assert not any(part in told for part in NAME.split()), way
        assert "plaats" in stopped.value.message_nl, way
        assert not (tmp_path / way).exists(), way
    assert home.system().releases() == []


def test_without_a_name_every_way_is_open(home, tmp_path):
    review = review_in(home)
    keep_version(home, review)
    for way, go in WAYS_OUT.items():
        go(home, review, tmp_path / way)
    assert len(home.system().releases()) == len(WAYS_OUT) - 2


def flagged(home, review) -> None:
    """A flag whose words are the name: what the risk page would show."""
    store = home.store(review)
    released = store.released()
    first = released.documents[0].id
    passage = make.passage("pf", f"met {NAME}", document=first, ordinal=99)
    far = OffsetMap.identity(start=90_000, length=len(passage.text))
    passage = dataclasses.replace(passage, offsets=far, name_check=lambda _: False)
    store.save_released(
        dataclasses.replace(released, passages=(*released.passages, passage)),
        [
            IdentifierRow(
                document=first, start=90_004, end=90_004 + len(NAME), label="ROLE", entity="p7",
                pseudonym="", found_by="traits", score=0.5, needs_review=True,
            )
        ],
    )  # fmt: skip
    registry = home.vault(review, purpose=Purpose.CHECK).recall(REGISTRY, Registry)
    flag = Entity(
        id="p7",
        label=Label.ROLE,
        pseudonym="[Functie-1]",
        role="functie",
        variants=("x",),
    )
    home.vault(review, purpose=Purpose.CHECK).keep(
        REGISTRY,
        dataclasses.replace(registry, entities=(*registry.entities, flag)),
    )


@pytest.mark.parametrize(
    ("name", "stopped"),
    [("verslag_zandstra-2", True), ("Quirine.Zandstra", True), ("verslag-3", False)],
)
def test_the_name_of_a_file_is_scanned_too(home, tmp_path, name, stopped):
    review = review_in(home)
    output = Output(path=tmp_path / "out" / f"{name}.txt", content=b"x", scanned="x")
    if stopped:
        with pytest.raises(PrivacyError):
            release_outputs(home, review, [output], kind="x", today=TODAY)
        assert not output.path.exists()
    else:
        release_outputs(home, review, [output], kind="x", today=TODAY)
        assert output.path.exists()


@pytest.mark.parametrize(
    ("told", "stopped"),
    [
        ("Ze liepen door het bos.", False),
        ("In mei wil hij verhuizen.", False),
        ("Bos en hei waren mooi.", False),
        ("Toen belde mevrouw Bos.", True),
        ("We spraken met Mei daarover.", True),
        ("Het was Wil die belde.", True),
    ],
)
def test_a_name_that_is_a_word_stops_only_as_a_name(home, told, stopped):
    review = review_in(home)
    entities = tuple(
        Entity(
            id=f"p{n}", label=Label.PERSON, pseudonym=f"[Buur-{n}]", role="buur",
            variants=(name,), words=(name.lower(),),
        )
        for n, name in enumerate(("Bos", "Mei", "Wil"))
    )  # fmt: skip
    home.vault(review, purpose=Purpose.CHECK).keep(
        REGISTRY, Registry(entities=entities)
    )
    if stopped:
        with pytest.raises(PrivacyError):
            refuse_names(home, review, [told])
    else:
        refuse_names(home, review, [told])


WITHOUT_WORDS = {
    "release.release_outputs",  # the scan itself
    "progress.write_state",
    "doctor._space",
    "report.write_pattern_report",
    "compare.export_comparison",
    "trend_papers._write",
    "demo._review",
}
"""Functions that write files with no word of one review in them, or for the machine."""


def test_nothing_writes_a_file_past_the_scan():
    writers = functions_that("write_atomically", "write_bytes", "write_text")
    assert writers == WITHOUT_WORDS
