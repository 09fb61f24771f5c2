import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltnlp.domain.errors import InputError
from ltnlp.domain.factors import Valence
from ltnlp.nlp.factors import (
    HybridClassifier,
    annotate,
    codebook,
    factor_classifier,
    factor_codes,
    pattern_library,
    read_codebook,
)
from ltnlp.nlp.factors.indicators import IndicatorIndex, indicator
from ltnlp.nlp.factors.stems import stem, stems
from ltnlp.nlp.motifs import motif_library

FILE = json.loads(
    (Path(__file__).parents[3] / "cases" / "factors.json").read_text("utf-8")
)
LINES = [json.dumps(entry) for entry in FILE["codebook"]]


@pytest.fixture(scope="module")
def brought() -> HybridClassifier:
    return HybridClassifier(codebook(LINES))


def test_paraphrases_reach_the_goals_with_a_codebook_given_at_run_time(
    brought: HybridClassifier,
) -> None:
    cases = [case for case in FILE["cases"] if case["part"] == "test"]
    found = brought.classify_all([case["text"] for case in cases])
    first = [
        made.patterns[0].id == c["pattern"]
        for made, c in zip(found, cases, strict=True)
    ]
    three = [
        c["pattern"] in {one.id for one in made.patterns}
        for made, c in zip(found, cases, strict=True)
    ]
    sure = [
        right for right, made in zip(first, found, strict=True) if not made.abstained
    ]
    assert sum(first) / len(cases) >= 0.70
    assert sum(three) / len(cases) >= 0.85
    assert len(sure) / len(cases) >= 0.50
    assert sum(sure) / len(sure) >= 0.95


@pytest.mark.parametrize(
    ("text", "code", "valence"),
    [
        ("Vanwege privacy mochten ze niets delen.", "K03", "belemmerend"),
        ("Er was een wachtlijst van een jaar.", "O01", "belemmerend"),
        ("Niemand had de regie.", "K01", "belemmerend"),
        ("Het was steeds dezelfde hulpverlener, een vast gezicht.", "T01",
         "ondersteunend"),
        ("Er was een warme overdracht.", "K06", "ondersteunend"),
        ("We hebben alleen met de ouders gesproken.", "V02", "belemmerend"),
    ],
)  # fmt: skip
def test_a_statement_gets_its_factor_and_side(
    text: str, code: str, valence: str
) -> None:
    best = factor_classifier().classify(text).factors[0]
    assert (best.code, best.valence) == (code, valence)


def test_a_text_that_tells_of_nothing_is_abstained_and_still_ranked() -> None:
    made = annotate({"id": "x", "text": "De trein reed langs."}, factor_classifier())
    assert made["abstained"]
    assert len(made["patterns"]) == 3
    assert made["id"] == "x"


@pytest.mark.parametrize(
    "text",
    ["De brief kwam in mei, in december kwam er iemand.", "Niemand had de regie."],
)
def test_scores_are_chances_best_first(text: str) -> None:
    made = annotate({"id": "x", "text": text}, factor_classifier())
    for told in ("levels", "factors", "patterns"):
        scores = [one["score"] for one in made[told]]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)
    assert sum(one["score"] for one in made["factors"]) <= 1


def test_an_empty_list_of_texts_gives_nothing() -> None:
    assert factor_classifier().classify_all([]) == ()


def test_one_by_one_is_the_same_as_all_at_once() -> None:
    texts = ["Niemand belde terug.", "Er was een wachtlijst."]
    classifier = factor_classifier()
    assert classifier.classify_all(texts) == tuple(map(classifier.classify, texts))


def test_patterns_are_looked_for_only_where_a_factor_is_told() -> None:
    texts = ["Niemand had de regie.", "De trein reed langs."]
    every = factor_classifier().classify_all(texts)
    told, fact = factor_classifier().classify_all(texts, every[0].telling)
    assert told == every[0]
    assert fact == replace(every[1], patterns=(), abstained=True)
    (only,) = factor_classifier().classify_all(texts[1:], 1.1)
    assert only.patterns == ()


def test_levels_scores_and_patterns_keep_to_the_contract() -> None:
    made = annotate({"id": 1, "text": "Niemand had de regie."}, factor_classifier())
    assert made["levels"][0]["id"] == "keten"
    assert set(made["factors"][0]) == {"id", "valence", "score"}
    assert all(0 <= one["score"] <= 1 for one in made["patterns"])


def test_words_come_back_to_one_stem() -> None:
    assert len({stem(w) for w in ("wisselingen", "wisselde", "gewisseld")}) == 1
    assert stem("beelden") == stem("beeld") != stem("bel")
    assert stems("niemand en niets")[0] == stems("geen")[0]


def test_words_of_an_indicator_stand_near_each_other_in_any_order() -> None:
    one = indicator("niet gesproken", "f:V02", -1)
    assert one is not None
    index = IndicatorIndex([one])
    assert index.matches(stems("Gesproken is er met hem niet."))
    far = "Gesproken is er, " + "en nog iets anders, " * 4 + "niet."
    assert not index.matches(stems(far))


def test_small_words_must_follow_one_another() -> None:
    one = indicator("zou wel", "f:K04", -1)
    assert one is not None
    assert one.tight
    index = IndicatorIndex([one])
    assert index.matches(stems("Dat zou wel goed komen."))
    assert not index.matches(stems("Wel weer dat zou."))


def test_an_indicator_without_a_telling_word_is_none() -> None:
    assert indicator("niet", "f:K04", -1) is None


@pytest.mark.parametrize(
    "line", ["{", '{"naam": "x"}', "[]", '{"pattern": "a", "trefwoorden": 3}']
)
def test_a_broken_line_of_a_codebook_says_which(line: str) -> None:
    with pytest.raises(InputError, match="line 2"):
        codebook([LINES[0], line])


def test_an_empty_codebook_is_refused() -> None:
    with pytest.raises(InputError, match="empty"):
        codebook(["", "  "])


def test_a_codebook_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "boek.jsonl"
    path.write_text(
        '{"pattern": "a", "trefwoorden": "wachtlijst, plek"}\n', encoding="utf-8"
    )
    (entry,) = read_codebook(path)
    assert entry.keywords == ("wachtlijst", "plek")
    with pytest.raises(InputError):
        read_codebook(tmp_path / "weg.jsonl")


def test_the_lexicons_agree_with_each_other() -> None:
    codes, motifs = factor_codes(), {motif.id for motif in motif_library()}
    assert len(codes) == 71
    for pattern in pattern_library():
        assert set(pattern.factors) <= set(codes)
        assert pattern.question.endswith("?")
    assert "pingpong" in motifs


@settings(deadline=None)  # The first text waits for the models.
@given(st.text(max_size=80))
def test_any_text_gets_an_answer(text: str) -> None:
    made = factor_classifier().classify(text)
    assert len(made.patterns) == 3
    assert made.factors[0].valence in Valence
    assert 0 <= made.telling <= 1
