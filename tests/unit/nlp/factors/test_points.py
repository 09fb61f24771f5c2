"""Points that are told, and vectors of wordings: what has other words can be the same."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.factors.points import field, read
from benchmarks.factors.vectors import Point, fitted
from ltnlp.nlp.factors import points, vectors
from ltnlp.nlp.factors.codebook import Entry
from ltnlp.nlp.factors.paraphrased import Paraphrased, Space
from ltnlp.nlp.factors.points import Points, field_points, learned
from ltnlp.nlp.factors.vectors import Vectors, field_vectors
from ltnlp.nlp.factors.weighing import Scores
from ltnlp.nlp.factors.wordings import wording
from ltnlp.nlp.resources import models_folder

TOLD = (
    Point(
        told=("De telefoon ging over en niemand nam op.", "We kregen geen gehoor."),
        traps=("De telefoon lag in de hal.",),
    ),
    Point(told=("Zij kreeg elke maand een ander.", "Wéér een nieuw gezicht.")),
    Point(told=("Wij stonden een jaar op de lijst.", "Er was nergens plek.")),
)
SPACES: dict[str, Space] = {
    "points": learned([one.told for one in TOLD]),
    "vectors": fitted(
        [Point(told=one.told * 2, traps=one.traps * 2) for one in TOLD], steps=150
    ),
}


def alike(space: Space, one: str, other: str) -> float:
    return float(space.likeness([wording(one)], places(space, other))[0, 0])


def places(space: Space, *texts: str) -> Scores:
    return space.of([wording(text) for text in texts])


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)
def test_texts_that_share_no_word_are_alike_when_they_tell_one_point(
    space: Space,
) -> None:
    same = alike(space, "niemand nam op", "we kregen geen gehoor")
    assert same > 0.4
    assert alike(space, "niemand nam op", "er was nergens plek") < same / 2


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)
def test_words_that_nobody_uses_stand_for_nothing(space: Space) -> None:
    assert not places(space, "xyzzy").any()
    assert alike(space, "xyzzy", "niemand nam op") == 0.0


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)
@given(texts=st.lists(st.text(max_size=40), max_size=6))
def test_rows_have_length_one_or_are_nought_and_stand_alone(
    space: Space, texts: list[str]
) -> None:
    rows = places(space, *texts)
    lengths = np.linalg.norm(rows, axis=1)
    assert len(rows) == len(texts)
    assert all(abs(one - 1) < 1e-4 or one == 0 for one in lengths)
    for text, row in zip(texts, rows, strict=True):
        assert np.allclose(places(space, text)[0], row, atol=1e-5)


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)
def test_no_text_is_like_nothing(space: Space) -> None:
    assert space.likeness([], places(space, "lijst")).shape == (0, 1)


def test_a_trap_lies_further_than_another_telling_of_the_point() -> None:
    space = SPACES["vectors"]
    trap = alike(space, *TOLD[0].traps, TOLD[0].told[0])
    assert trap < alike(space, TOLD[0].told[1], TOLD[0].told[0])


def test_compounds_meet_by_their_begin_and_turns_of_phrase_by_their_words() -> None:
    said = wording("wachtlijstproblematiek op de lijst")
    assert "wacht…" in said
    assert "op de" in said


def test_only_the_nearest_points_count_where_there_are_many() -> None:
    many = learned([(f"woord{n} samen",) for n in range(200)])
    assert np.count_nonzero(places(many, "samen woord7")) <= 90


def test_files_hold_what_was_learned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some, others = SPACES["points"], SPACES["vectors"]
    assert isinstance(some, Points)
    assert isinstance(others, Vectors)
    kept = [tmp_path / points.LEARNED, tmp_path / vectors.LEARNED]
    for path, space in zip(kept, (some, others), strict=True):
        space.save(path)
        first = path.read_bytes()
        space.save(path)
        assert path.read_bytes() == first
    for module in (points, vectors):
        monkeypatch.setattr(module, "models_folder", lambda: tmp_path)
    read_again: tuple[Space, Space] = (
        field_points.__wrapped__(),
        field_vectors.__wrapped__(),
    )
    for again, space in zip(read_again, (some, others), strict=True):
        text = "nergens plek"
        assert np.allclose(places(again, text), places(space, text), atol=0.02)


def test_paraphrases_are_read_with_what_names_them(tmp_path: Path) -> None:
    rows = (
        {"what": "huisbezoek", "told": ["Ze kwamen langs."], "not": ["Ze belden af."]},
        {
            "name": "stilte",
            "definition": "Er kwam niets.",
            "keywords": ["a", "b"],
            "told": ["Stil."],
        },
    )
    lines = [json.dumps(row) for row in rows]
    (tmp_path / "one.jsonl").write_text("\n".join(lines), "utf-8")
    assert list(read(tmp_path)) == [
        Point(told=("Ze kwamen langs.", "huisbezoek"), traps=("Ze belden af.",)),
        Point(told=("Stil.", "stilte", "Er kwam niets.", "a, b")),
    ]


def test_the_points_of_the_field_are_what_its_paraphrases_teach(
    tmp_path: Path,
) -> None:
    learned([one.told for one in field()]).save(tmp_path / points.LEARNED)
    kept = models_folder() / points.LEARNED
    with np.load(tmp_path / points.LEARNED) as now, np.load(kept) as file:
        assert set(now.files) == set(file.files)
        for name in file.files:
            assert np.allclose(now[name], file[name], atol=1e-2), name


def test_vectors_of_the_field_know_other_words_for_the_same() -> None:
    space = field_vectors()
    same = alike(space, "er werd nooit teruggebeld", "de melder hoorde niets meer")
    assert same > alike(space, "er werd nooit teruggebeld", "de huur was betaald")


def test_an_entry_that_says_nothing_is_like_no_text() -> None:
    entries = [
        Entry(id="LEEG", name="qqq", definition=""),
        Entry(id="STIL", name="geen terugkoppeling", definition="Niets meer gehoord."),
        Entry(id="GELD", name="schulden", definition="Geldzorgen van het gezin."),
    ]
    weights = {"name": 1.0, "definition": 0.6, "keywords": 0.8, "vectors": 0.5}
    (scores,) = Paraphrased(entries, weights).scores(["We werden nooit teruggebeld."])
    assert scores[0] == 0.0
    assert scores[1] > scores[2]
