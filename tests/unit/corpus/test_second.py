"""What two labellers chose: the second's ids are of the first's list, and are counted."""

import json

import pytest

from benchmarks.corpus import second
from benchmarks.corpus.layers import FIRST, in_first_ten
from benchmarks.corpus.places import CORPUS, reviews, rows, texts
from benchmarks.corpus.score import score

SECOND = sorted(
    path.parent.name for path in second.SECOND.glob("*/chosen_moments.json")
)
WHOLE = sorted(path.parent.name for path in second.SECOND.glob("*/events.json"))


@pytest.mark.parametrize("review", SECOND)
def test_a_second_labeller_chose_from_the_events_of_the_first(review):
    events = {row["id"] for row in rows(CORPUS / review / "gold", "events")}
    ids = second.chosen(review)
    assert ids
    assert len(ids) == len(set(ids))
    assert events.issuperset(ids)


def test_what_both_chose_is_what_either_chose_less_what_one_left():
    gold = [{"event": "e1"}, {"event": "e2"}]
    review = SECOND[0]
    ids = second.chosen(review)
    mixed = [*gold, {"event": ids[0]}]
    assert second.chosen_by_both(mixed, review) == [{"event": ids[0]}]
    assert second.chosen_by_both(mixed, "nobody_read_this_twice") == []


def test_agreement_counts_the_reviews_that_were_read_twice(tmp_path, monkeypatch):
    for review, ids in {"one": ["e1", "e9"], "two": ["e5"]}.items():
        (tmp_path / "second" / review).mkdir(parents=True)
        told = json.dumps({"moments": ids})
        (tmp_path / "second" / review / "chosen_moments.json").write_text(told)
        gold = tmp_path / "corpus" / review / "gold"
        gold.mkdir(parents=True)
        (gold / "crucial_moments.json").write_text('[{"event": "e1"}]')
    monkeypatch.setattr(second, "SECOND", tmp_path / "second")
    found = second.agreement(["one", "two", "three"], tmp_path / "corpus")
    assert (found["p"], found["r"]) == (pytest.approx(1 / 3), pytest.approx(1 / 2))


def test_only_the_first_ten_proposals_of_a_review_count():
    gold = rows(CORPUS / "goede_afloop" / "gold", "crucial_moments")[:2]
    ranked = [{**row, "rank": FIRST + at} for at, row in enumerate(gold)]
    assert in_first_ten(gold, ranked) == 0.5


@pytest.mark.parametrize("review", WHOLE)
def test_every_span_of_a_second_reading_is_its_text(review):
    told = texts(reviews()[review])
    spans = [
        place
        for layer in ("events", "interactions", "factors", "knowledge")
        for row in rows(second.SECOND / review, layer)
        for place in row.get("accounts", [row])
    ]
    assert len(spans) > 400
    for span in spans:
        assert told[span["doc"]][span["start"] : span["end"]] == span["text"]


def test_two_whole_readings_agree_more_than_any_machine_so_far():
    found = score(second.SECOND, CORPUS, WHOLE)
    assert found["events"]["with_date"]["f1"] > 0.8
    assert found["interactions"]["pair_and_class"]["f1"] > 0.6
    assert found["factors"]["found"]["f1"] > 0.8
