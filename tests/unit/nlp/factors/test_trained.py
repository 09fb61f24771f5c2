"""The trained part: whether a condition is told, on which level, on which side."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltnlp.domain.factors import Level
from ltnlp.nlp.factors import factor_classifier
from ltnlp.nlp.factors.features import lexical_features, word_features
from ltnlp.nlp.factors.lexical import LexicalReader
from ltnlp.nlp.factors.trained import WEIGHTS, TrainedJudge, trained_judge
from ltnlp.nlp.resources import models_folder


@pytest.fixture(scope="module")
def reader() -> LexicalReader:
    return LexicalReader()


def shown(reader: LexicalReader, texts: list[str]) -> np.ndarray:
    reads = reader.read_all(texts)
    return np.array(
        [lexical_features(t, r, reader) for t, r in zip(texts, reads, strict=True)]
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_chances_are_chances_for_any_text(
    reader: LexicalReader, texts: list[str]
) -> None:
    for judged in trained_judge().judge(texts, shown(reader, texts)):
        assert 0 <= judged.condition <= 1
        assert 0 <= judged.supporting <= 1
        assert sum(judged.levels) == pytest.approx(1)
        assert len(judged.levels) == len(Level)


@pytest.mark.parametrize(
    ("condition", "bare"),
    [
        (
            "Niemand had het overzicht, iedereen dacht dat de ander zou bellen.",
            "Op 3 mei kwam de verpleegkundige langs.",
        ),
        (
            "Door de wachtlijst en het verloop in het team bleef de vraag liggen.",
            "Moeder heeft een dochter van zes.",
        ),
        (
            "Wat hielp was dat er één vast gezicht was dat bleef komen.",
            "Het gesprek was in het buurthuis.",
        ),
    ],
    ids=["between organisations", "organisation", "supporting"],
)
def test_a_condition_is_likelier_than_a_bare_fact(condition: str, bare: str) -> None:
    told, fact = factor_classifier().classify_all([condition, bare])
    assert told.telling > fact.telling + 0.2


def test_without_weights_everything_is_undecided(reader: LexicalReader) -> None:
    nothing = {
        "words": {"x": [1.0] + [0.0] * 8},
        "letters": {"xx": [1.0] + [0.0] * 8},
        "lexical": [[0.0] * 8] * 19,
        "bias": [0.0] * 8,
        "codes": {},
    }
    (judged,) = TrainedJudge(nothing).judge(["x xx"], shown(reader, ["x xx"]))
    assert (judged.condition, judged.supporting) == (0.5, 0.5)
    assert judged.levels == pytest.approx((1 / 6,) * 6)


def test_figures_tell_of_no_condition() -> None:
    assert word_features("Op 12-03-2024 belde 1 buurvrouw") == word_features(
        "Op belde buurvrouw"
    )


def test_the_weights_hold_no_figures_and_each_feature_once() -> None:
    weights = json.loads((models_folder() / WEIGHTS).read_text("utf-8"))
    assert not [word for word in weights["words"] if any(map(str.isdigit, word))]
    assert {len(row) for row in weights["words"].values()} == {9}
    assert len(weights["lexical"]) == 19
