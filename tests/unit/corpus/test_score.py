"""The scorer: labels against themselves are perfect, and each loss is counted once."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpus import __main__ as command
from benchmarks.corpus import layers
from benchmarks.corpus.matching import b_cubed, pair, rates, same_days, spelled
from benchmarks.corpus.places import CORPUS, rows
from benchmarks.corpus.score import UnknownDocumentError, score

REVIEWS = ("goede_afloop", "zorgen_om_baby")
LOW = {"leaky_entities", "overmasked_char_share", "n", "entities", "false_joins"}


@pytest.fixture(scope="module")
def perfect(tmp_path_factory):
    place = tmp_path_factory.mktemp("predictions")
    for review in REVIEWS:
        (place / review).symlink_to(CORPUS / review / "gold")
    return place


def figures(found, path=()):
    for name, value in found.items():
        if isinstance(value, dict):
            yield from figures(value, (*path, name))
        else:
            yield (*path, name), value


def test_labels_against_themselves_are_perfect(perfect):
    for path, value in figures(score(perfect, CORPUS, REVIEWS)):
        if "by_type" not in path and path[-1] not in LOW:
            assert value == 1.0, path


def test_nothing_predicted_is_nothing_found(tmp_path):
    found = score(tmp_path, CORPUS, REVIEWS)
    assert found["identifiers"]["ALL"]["recall_masked"] < 0.02
    for layer in ("events", "interactions", "factors"):
        assert all(
            value == 0.0
            for path, value in figures(found[layer])
            if path[-1] in {"p", "r", "f1"}
        )
    assert found["dates"]["span_exact"]["f1"] == 0.0


def test_an_unknown_document_is_refused(tmp_path):
    place = tmp_path / REVIEWS[0]
    place.mkdir()
    (place / "dates.json").write_text(json.dumps([{"doc": "x", "start": 0, "end": 1}]))
    with pytest.raises(UnknownDocumentError):
        score(tmp_path, CORPUS, REVIEWS)


def test_the_command_prints_and_writes_figures(perfect, tmp_path, capsys):
    target = tmp_path / "figures.json"
    command.main(["score", str(perfect), "--reviews", *REVIEWS, "--json", str(target)])
    assert "span_exact" in capsys.readouterr().out
    assert json.loads(target.read_text())["moments"]["f1"] == 1.0


def place(start, end, **more):
    return {"doc": "d", "start": start, "end": end, **more}


def person(start, end, entity="p1", label="PERSON"):
    return place(start, end, label=label, entity_id=entity)


TEXTS = {"d": "Noor en Wim Bos belden, Noor ook."}


@pytest.mark.parametrize(
    ("found", "masked", "leaky", "exact"),
    [
        ([person(0, 4), person(8, 15, "p2"), person(24, 28)], 1.0, 0, 1.0),
        ([person(0, 4), person(8, 11, "p2"), person(24, 28)], 2 / 3, 1, 2 / 3),
        ([person(0, 4), person(8, 15, "p2")], 2 / 3, 1, 0.8),
        ([place(0, 33, label="PHONE", entity_id="x")], 1.0, 0, 0.0),
    ],
    ids=["all", "half a name", "one forgotten", "everything"],
)
def test_a_leak_is_a_letter_that_stays_readable(found, masked, leaky, exact):
    gold = [person(0, 4), person(8, 15, "p2"), person(24, 28)]
    whole = layers.identifiers(gold, found, TEXTS)["ALL"]
    assert whole["recall_masked"] == pytest.approx(masked)
    assert whole["leaky_entities"] == leaky
    assert whole["exact"]["f1"] == pytest.approx(exact)


def test_masking_too_much_is_counted():
    found = [person(0, 33)]
    whole = layers.identifiers([person(0, 4)], found, TEXTS)["ALL"]
    assert whole["overmasked_char_share"] == pytest.approx(29 / 33)


def test_one_person_under_two_names_costs_recall_and_two_under_one_precision():
    gold = [person(0, 4), person(8, 15, "p2"), person(24, 28)]
    split = [person(0, 4, "a"), person(8, 15, "b"), person(24, 28, "c")]
    joined = [row | {"entity_id": "a"} for row in split]
    assert layers.persons(gold, split)["p"] == 1.0
    assert layers.persons(gold, split)["r"] == pytest.approx(2 / 3)
    assert layers.persons(gold, joined)["r"] == 1.0
    assert layers.persons(gold, joined)["p"] < 1.0


def spoilt(layer, change):
    gold = rows(CORPUS / REVIEWS[0] / "gold", layer)
    found = copy.deepcopy(gold)
    change(found)
    return gold, found


def test_a_wrong_value_costs_value_and_not_span():
    def change(found):
        for row in found:
            row["edtf"] = "1900"

    result = layers.dates(*spoilt("dates", change))
    assert result["span_exact"]["f1"] == 1.0
    assert result["edtf_of_all"] == 0.0
    assert result["bounds_of_all"] == 1.0


def test_events_on_other_days_are_found_by_place_only():
    def change(found):
        for row in found:
            row.update(earliest="1900-01-01", latest="1900-01-02")

    result = layers.events(*spoilt("events", change))
    assert result["with_date"]["r"] < 0.5
    assert result["by_place_only"]["f1"] == 1.0


def test_accounts_apart_cost_recall_of_joining():
    gold = rows(CORPUS / REVIEWS[0] / "gold", "events")
    found = [row | {"accounts": [a]} for row in gold for a in row["accounts"]]
    result = layers.joined_accounts(gold, found)
    assert result["p"] == 1.0
    assert result["r"] < 0.8


def test_turned_interactions_pair_only_without_direction():
    def change(found):
        for row in found:
            row["from_kind"], row["to_kind"] = row["to_kind"], row["from_kind"]

    result = layers.interactions(*spoilt("interactions", change))
    assert result["pair_and_class"]["f1"] < 0.7
    assert result["pair_in_any_direction"]["f1"] == 1.0


def test_a_factor_on_another_level_is_found_and_not_on_the_level():
    gold, found = spoilt("factors", lambda rows: [r.update(level="x") for r in rows])
    result = layers.factors(gold, found)
    assert result["found"]["f1"] == 1.0
    assert result["on_the_level"]["f1"] == 0.0


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("2023-01-01", "2023-01-10"), ("2023-01-01", "2023-01-10"), 1.0),
        (("2023-01-01", "2023-01-10"), ("2023-01-06", "2023-01-15"), 1 / 3),
        (("2023-01-01", "2023-01-02"), ("2023-02-01", "2023-02-02"), 0.0),
        (("2023-01-01", None), ("2023-01-01", None), 1.0),
        (("2023-01-01", None), ("2023-01-01", "2023-01-02"), 0.0),
    ],
)
def test_days_that_two_values_share(a, b, expected):
    one, other = (
        dict(zip(("earliest", "latest"), ends, strict=True)) for ends in (a, b)
    )
    assert same_days(one, other) == pytest.approx(expected)


def test_the_order_of_a_set_does_not_count():
    assert spelled("[2023-02, 2023-01]") == spelled("[2023-01,2023-02]")
    assert spelled(None) == ""


def test_the_best_fit_pairs_first():
    gold, found = [place(0, 10), place(5, 15)], [place(5, 15)]
    fit = lambda g, p: (float(g == p) or 0.5,)  # noqa: E731
    assert pair(gold, found, fit) == {1: 0}


def test_rates_of_nothing():
    assert rates(0, 0, 0)["f1"] == 1.0
    assert rates(0, 3, 0)["f1"] == 0.0


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12))
def test_a_grouping_against_itself_is_perfect(groups):
    of = dict(enumerate(groups))
    assert b_cubed(of, of)["f1"] == pytest.approx(1.0)
    renamed = {item: ("x", group) for item, group in of.items()}
    assert b_cubed(of, renamed)["f1"] == pytest.approx(1.0)
